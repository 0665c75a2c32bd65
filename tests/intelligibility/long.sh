#!/usr/bin/env bash
# Every sentence of whole routines over every bed at every level: short-time
# objective intelligibility in the rendered mix, at least 0.95. Takes half an
# hour, so it is run by hand; build first, then
#   bash tests/intelligibility/long.sh [ROUTINE...]
# Options for all renders, such as a voice, go into OPTIONS, and into LEVELS the
# levels if not all three are wanted.
set -u
cd "$(dirname "$0")/../.." || exit 2
SUPINE=$PWD/build/supine
measure=$PWD/build/tests/intelligibility
shipped=$PWD/scripts
[ $# -gt 0 ] || set -- constructive-rest{,-de,-es,-fr,-hi} evening \
  slow-breathing side-lying-psoas-stretch glute-bridge bird-dog \
  mountain-climbers psoas-crunch

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export HOME=$work DBUS_SESSION_BUS_ADDRESS=disabled: LC_ALL=C.UTF-8

# with_background NAME LEVEL FILE: the routine with a bed from its first word
# on.
with_background() {
  awk -v bed="background $1 $2" '!done &&
    /^(exercise|passage|say|step|do|during|pause|each|repeat|explain) / {
      print bed; done = 1 } { print }' "$3"
}

# render FILE NAME
render() {
  "$SUPINE" render "$1" ${OPTIONS:-} -o "$2.wav" >/dev/null
}

failed=0
for routine in "$@"; do
  file=$(find "$shipped" -name "$routine.routine" | head -n 1)
  cp "$shipped"/exercises/*.routine .
  rm -f constructive-rest.routine
  cp "$shipped"/*.routine .
  cp "$file" clear.routine
  render clear.routine clear && "$SUPINE" plan clear.routine ${OPTIONS:-} \
    --json >plan.json || exit 2
  for bed in "brown noise" "pink noise" rain sea stream "low drone"; do
    for level in ${LEVELS:-full soft quiet}; do
      with_background "$bed" "$level" "$file" >heard.routine
      render heard.routine heard || exit 2
      "$measure" clear.wav heard.wav plan.json >figures || failed=1
      sort -n figures | awk -v what="$routine, $bed $level" '
        NR == 1 { worst = $0 } $1 < 0.95 { below++ } { sum += $1 }
        END { printf "%s: %d sentences, mean %.4f, %d below 0.95, worst %s\n",
          what, NR, sum / NR, below, worst }'
    done
  done
done
exit "$failed"
