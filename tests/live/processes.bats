#!/usr/bin/env bats
# The process that holds the device: it ends with the program, whatever ends
# that, and the program goes on without it.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/faults.bash"

playing() { pactl list short sink-inputs; }
nothing_plays() { [ -z "$(playing)" ]; }

@test "a program that is killed leaves no sound behind" {
  rig_start
  await beyond 24000
  [ -n "$(playing)" ]
  kill -KILL "$rig_process"
  wait "$rig_process" || true
  await nothing_plays
  exec 5>&-
}

kill_holder() {
  kill -KILL "$(pgrep -P "$rig_process")"
}

@test "the process that holds the device is killed" {
  lose_and_find 2 kill_holder true
}
