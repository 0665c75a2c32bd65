#!/usr/bin/env bats
# What is heard is what is rendered, from the first sample to the last, and
# through a pause.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/routines.bash"

@test "a whole session played equals the session rendered" {
  mkfifo commands
  "$rig" render rendered
  # Five tries, as in routines.bash.
  for try in {1..12}; do
    device_record recorded
    "$rig" play 5<>commands <&5 >log
    device_record_end
    tail -n 1 log
    [ "$(tail -n 1 log | cut -d ' ' -f 3)" = ended ]
    device_starved || [ "$(tail -n 1 log | cut -d ' ' -f 7)" != 0 ] || break
  done
  [ "$(tail -n 1 log | cut -d ' ' -f 7)" = 0 ]
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
  for try in {1..12}; do
    device_record recorded
    "$SUPINE" play short.routine --stats </dev/null >stats 2>&1
    device_record_end
    tail -n 1 stats
    device_starved || ! grep -q ' 0 underruns, lost 0 times' stats || break
  done
  grep -q ' 0 underruns, lost 0 times' stats
  "$compare" recorded short.routine.rendered
}

# told COMMAND SECONDS STATE: plays a session that is told so after two seconds
# and left after so many more, in that state. Leaves its `log`, what was
# `recorded`, and in `place` the frame at which it was told.
told() {
  local try process
  mkfifo commands
  "$rig" render rendered
  for try in {1..12}; do
    device_record recorded
    "$rig" play 5<>commands <&5 >log 3>&- &
    process=$!
    exec 5<>commands
    device_await eval '[ "$(tail -n 2 log | head -n 1 | cut -d " " -f 4)" -gt 100000 ]'
    place=$(tail -n 2 log | head -n 1 | cut -d ' ' -f 4)
    echo "$1" >&5
    sleep "$2"
    echo quit >&5
    wait "$process"
    exec 5>&-
    device_record_end
    tail -n 1 log
    [ "$(tail -n 1 log | cut -d ' ' -f 3)" = "$3" ]
    device_starved || [ "$(tail -n 1 log | cut -d ' ' -f 7)" != 0 ] || break
  done
}

@test "a session equals the rendered one up to its pause" {
  told pause 0.3 paused
  # It fades over the last 30 ms before its place.
  place=$(tail -n 1 log | cut -d ' ' -f 4)
  "$compare" recorded rendered $((place - 1440 - 48))
}

@test "a session equals the rendered one up to a skip" {
  told skip 1 running
  "$compare" recorded rendered "$place"
  [ "$(tail -n 1 log | cut -d ' ' -f 4)" -gt 288000 ]
}

@test "a session equals the rendered one up to an extension" {
  told more 1 inserted
  "$compare" recorded rendered "$place"
}
