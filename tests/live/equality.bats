#!/usr/bin/env bats
# What is heard is what is rendered, from the first sample to the last.

source "$BATS_TEST_DIRNAME/helper.bash"

@test "a whole session played equals the session rendered" {
  "$rig" render rendered
  device_record recorded
  mkfifo commands
  "$rig" play 5<>commands <&5 >log
  device_record_end
  tail -n 1 log
  [ "$(tail -n 1 log | cut -d ' ' -f 3)" = ended ]
  [ "$(tail -n 1 log | cut -d ' ' -f 7)" = 0 ]
  "$compare" recorded rendered
}
