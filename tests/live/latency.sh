#!/usr/bin/env bash
# From a key in a pseudo-terminal to silence and to the answer, as they are
# handed to a virtual sound device: in each session five pauses, goings-on, and
# questions where one is, at moments nobody foresees. A session in which the
# machine had no time for the device is played again, since its buffer grows.
# Not part of tests/run.sh, because it measures the machine as well, which
# should have nothing else to do, and takes a quarter of an hour: build first,
# then
#   bash tests/live/latency.sh [SESSIONS]
set -u
cd "$(dirname "$0")/../.." || exit 2
folder=$PWD/tests/live
BUILD=$PWD/build
source "$folder/../waiting.bash"
source "$folder/virtual-audio.bash"
source "$folder/terminal.bash"

sessions=${1:-6}
rounds=5
work=$(mktemp -d)
device_folder=$work/device
export HOME=$work XDG_RUNTIME_DIR=$work DBUS_SESSION_BUS_ADDRESS=disabled:
trap 'device_stop; rm -rf "$work"' EXIT
cd "$work" || exit 2
device_start || exit 2

# The session is a tone, the bed another: see latency.c.
sine() {
  sox -n -r 48000 -c 1 -b 16 "$1.flac" synth "$2" sine "$3" gain -14
}
sine bed 8 12000
sine tone "$((30 + rounds * 23))" 16000
printf '%s\n' 'title Steady' 'background bed full' \
  'step Before' 'pause 1 second' 'step Tone' 'sound tone' >steady.routine

# session NAME: plays one, with NAME.keys, NAME.recorded and NAME.times of it.
session() {
  device_record "$1.recorded" virtual "$1.times"
  terminal "$BUILD/supine" play steady.routine --from 2 --stats <<END || return 2
set keys [open $1.keys w]
proc ask {what key ms} {
  sleep [expr {(\$ms + int(rand() * 500)) / 1000.0}]
  puts \$::keys "[clock microseconds] \$what"
  press \$key
}
hears "Step 2 of 2. Tone."
sleep 8
for {set i 0} {\$i < $rounds} {incr i} {
  ask where w 2000
  ask pause " " 16000
  ask resume " " 3000
}
sleep 3
close \$keys
press "q"
hears "underruns"
END
  device_record_end
  grep -a underruns transcript
  ! device_starved && grep -aq ' 0 underruns' transcript
}

names=
for number in $(seq "$sessions"); do
  for try in 1 2 3 4 5; do
    session "$number" && break
    [ "$try" -lt 5 ] || echo "The machine has no time; this session counts."
  done
  names="$names $number"
done
# What its buffer holds, in microseconds, as the server says.
own=$(pactl list sinks | sed -n 's/.*Latency:.*configured \([0-9]*\) usec/\1/p')
echo "The device itself holds $own microseconds, which are taken off."
"$BUILD/tests/live_latency" "$own" $names
