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
source "$folder/waiting.bash"
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
