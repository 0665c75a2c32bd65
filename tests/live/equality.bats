#!/usr/bin/env bats
# What is heard is what is rendered, from the first sample to the last, and
# up to a pause, a skip and an extension.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/rig.bash"
source "$BATS_TEST_DIRNAME/routines.bash"

@test "a whole session played equals the session rendered" {
  mkfifo commands
  "$rig" render rendered
  device_record recorded
  device_speed=4 "$rig" play 5<>commands <&5 >log
  device_record_end
  tail -n 1 log
  [ "$(tail -n 1 log | cut -d ' ' -f 3)" = ended ]
  "$compare" recorded rendered
}

@test "a whole routine played by the program equals the file it renders" {
  cat >short.routine <<'ROUTINE'
title Short
background brown noise
say One breath.
hold 2 seconds without cues
say Done.
chime
ROUTINE
  render_routine short.routine
  device_record recorded
  device_speed=4 "$SUPINE" play short.routine --stats </dev/null >stats 2>&1
  device_record_end
  grep ' 0 underruns, lost 0 times' stats
  "$compare" recorded short.routine.rendered
}

# told COMMAND DONE...: plays a session that is told so after two seconds and
# left when DONE succeeds. Leaves its `log`, what was `recorded`, and in `place`
# a frame that was reached before it was told.
told() {
  "$rig" render rendered
  device_record recorded
  rig_start
  await beyond 100000
  place=$(field 4)
  tell "$1"
  shift
  await "$@"
  rig_end
  device_record_end
  tail -n 1 log
}

@test "a session equals the rendered one up to its pause" {
  told pause clock_is paused
  # It fades over the last 30 ms before its place.
  place=$(tail -n 1 log | cut -d ' ' -f 4)
  "$compare" recorded rendered $((place - 1440 - 48))
}

@test "a session equals the rendered one up to a skip" {
  told skip beyond 576000
  clock_is running
  "$compare" recorded rendered "$place"
}

@test "a session equals the rendered one up to an extension" {
  told more clock_is inserted
  "$compare" recorded rendered "$place"
}
