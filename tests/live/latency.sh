#!/usr/bin/env bash
# From a key in a pseudo-terminal to silence and to the answer, as they are
# handed to a virtual sound device: so many pauses, questions where one is, and
# goings-on, at moments nobody foresees. Not part of tests/run.sh, because it
# measures the machine as well, which should have nothing else to do, and takes
# eight minutes: build first, then
#   bash tests/live/latency.sh [ROUNDS]
set -u
cd "$(dirname "$0")/../.." || exit 2
folder=$PWD/tests/live
BUILD=$PWD/build
source "$folder/virtual-audio.bash"
source "$folder/terminal.bash"

rounds=${1:-30}
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
sine tone "$((30 + rounds * 20))" 16000
printf '%s\n' 'title Steady' 'background bed full' \
  'step Before' 'pause 1 second' 'step Tone' 'sound tone' >steady.routine

device_record recorded virtual times
terminal "$BUILD/supine" play steady.routine --from 2 --stats <<END
set keys [open keys w]
proc ask {what key ms} {
  sleep [expr {(\$ms + int(rand() * 500)) / 1000.0}]
  puts \$::keys "[clock microseconds] \$what"
  press \$key
}
hears "Step 2 of 2. Tone."
sleep 8
for {set i 0} {\$i < $rounds} {incr i} {
  ask where w 2000
  ask pause " " 13000
  ask resume " " 3000
}
sleep 3
close \$keys
press "q"
hears "underruns"
END
result=$?
# What its buffer holds, in microseconds, as the server says.
own=$(pactl list sinks | sed -n 's/.*Latency:.*configured \([0-9]*\) usec/\1/p')
device_record_end
grep -a 'underruns' transcript
echo "The device itself holds $own microseconds, which are taken off."
! device_starved || echo "The sound server had nothing to play at times."
"$BUILD/tests/live_latency" recorded times keys "$own" && exit "$result"
