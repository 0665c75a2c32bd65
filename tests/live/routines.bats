#!/usr/bin/env bats
# Three routines at once, twenty seconds each: what the program plays is what
# it renders.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/routines.bash"

@test "three routines played equal what is rendered" {
  local routine process processes=() failed=0
  for routine in welcome constructive-rest half-kneeling-psoas-stretch; do
    check_routine 20 "$routine" >"$routine.figures" 2>&1 &
    processes+=($!)
  done
  for process in "${processes[@]}"; do
    wait "$process" || failed=1
  done
  cat ./*.figures
  [ "$failed" -eq 0 ]
}
