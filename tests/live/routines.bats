#!/usr/bin/env bats
# Three routines at once, twenty seconds each: what the program plays is what
# it renders.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/routines.bash"

# compare_routine ROUTINE: each on a device of its own.
compare_routine() {
  render_routine "$1" 20
  device_record "$1.recorded"
  device_speed=4 "$SUPINE" play "$1" </dev/null >"$1.lines" 2>&1 3>&- &
  local player=$!
  await has_sound 22 "$1.recorded"
  kill "$player"
  wait "$player" || true
  device_record_end
  "$compare" "$1.recorded" "$1.rendered" "$(comparable 20 "$1")"
}

@test "three routines played equal what is rendered" {
  local routine process processes=() failed=0
  for routine in welcome constructive-rest half-kneeling-psoas-stretch; do
    compare_routine "$routine" >"$routine.figures" 2>&1 &
    processes+=($!)
  done
  for process in "${processes[@]}"; do
    wait "$process" || failed=1
  done
  cat ./*.figures
  [ "$failed" -eq 0 ]
}
