#!/usr/bin/env bash
# The first three minutes of every shipped routine, played by the program on a
# virtual sound device and compared with what it renders, several at a time. Not
# part of tests/run.sh, because it takes as long as it says: build first, then
#   [JOBS=6] bash tests/live/long.sh [SECONDS [ROUTINE...]]
set -u
cd "$(dirname "$0")/../.." || exit 2
folder=$PWD/tests/live
BUILD=$PWD/build
SUPINE=$BUILD/supine
compare=$BUILD/tests/live_compare
source "$folder/../waiting.bash"
source "$folder/virtual-audio.bash"
source "$folder/routines.bash"

seconds=${1:-180}
shift $(($# > 0 ? 1 : 0))
[ $# -gt 0 ] || set -- $("$SUPINE" list --json |
  sed -n 's/.*"name": *"\([^"]*\)".*/\1/p')

work=$(mktemp -d)
device_folder=$work/device
export HOME=$work XDG_RUNTIME_DIR=$work DBUS_SESSION_BUS_ADDRESS=disabled:
trap 'device_stop; rm -rf "$work"' EXIT
cd "$work" || exit 2
device_start || exit 2

# play_routine SECONDS ROUTINE: plays so long by the clock of the device, and
# ends the session as a user who logs out does. Leaves ROUTINE.recorded and the
# program's last line, which counts underruns, in ROUTINE.stats.
play_routine() {
  local seconds=$1 routine=$2 player
  device_record "$routine.recorded" "$routine"
  PULSE_SINK=$routine "$SUPINE" play "$routine" --stats \
    </dev/null >"$routine.lines" 2>"$routine.stats" 3>&- &
  player=$!
  # It says what it plays, and then it plays.
  await [ -s "$routine.lines" ] || true
  seconds=$((seconds + 2 + $(stat -c %s "$routine.recorded") / 384000))
  while kill -0 "$player" && ! has_sound "$seconds" "$routine.recorded"; do
    sleep 0.1
  done 2>/dev/null
  kill "$player" 2>/dev/null || true
  wait "$player" 2>/dev/null || true
  device_end "${device_clocks[$routine]}"
}

# check_routine SECONDS ROUTINE UNDERRUNS: prints the figures of the first
# seconds. A machine that has no time for sound underruns whatever the program
# does, so five tries are allowed, and some underruns; what was delivered must
# be right in each.
check_routine() {
  local seconds=$1 routine=$2 try underruns
  local frames=$(comparable "$seconds" "$routine")
  [ -f "$routine.rendered" ] || render_routine "$routine" "$seconds"
  device_add "$routine"
  for try in 1 2 3 4 5; do
    play_routine "$seconds" "$routine"
    echo "$routine, try $try: $(tail -n 1 "$routine.stats")"
    underruns=$(sed -n 's/.* \([0-9]*\) underruns, lost 0 times.*/\1/p' \
      "$routine.stats")
    if [ "${underruns:-99}" -le "$3" ]; then
      "$compare" "$routine.recorded" "$routine.rendered" "$frames" \
        "$underruns" && return 0
      device_starved || return 1
    fi
  done
  return 1
}

# job ROUTINE: prints its figures when all of them are there.
job() {
  local result=0
  check_routine "$seconds" "$1" 6 >"$1.figures" 2>&1 || result=1
  cat "$1.figures"
  rm -f "$1.recorded" "$1.rendered"
  return "$result"
}

export BUILD SUPINE compare seconds device_folder
export -f $(compgen -A function)
printf '%s\n' "$@" | xargs -P "${JOBS:-6}" -I ROUTINE bash -c 'job ROUTINE'
