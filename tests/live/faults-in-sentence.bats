#!/usr/bin/env bats
# The sound device is lost in the middle of a sentence.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/faults.bash"

@test "the server is killed" {
  lose_and_find 2 device_kill device_boot
}

@test "the server freezes" {
  lose_and_find 2 device_freeze device_thaw
}

@test "the sink is suspended" {
  lose_and_find 2 device_suspend device_resume
}

@test "the only sink is removed" {
  lose_and_find 2 device_remove device_add
}
