#!/usr/bin/env bats
# Through a sound server as desktops have one: what it hears is what is
# rendered.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/rig.bash"

has_lost() { [ "$(field 6)" -gt 0 ]; }

# listen: four seconds of the session, without a gap. A server that does not get
# its sound in time has none to compare, and one that does not answer for a
# second is given up: then four other seconds are listened to.
listen() {
  local try
  for try in {1..12}; do
    device_record recorded
    rig_start
    await eval 'beyond 192000 || has_lost'
    place=$(field 4)
    rig_end
    device_record_end
    tail -n 1 log
    device_starved || has_lost || [ "$(field 7)" -gt 0 ] || return 0
  done
  echo "The machine had no time for sound, twelve times."
  return 1
}

@test "what a sound server hears is what is rendered" {
  "$rig" render rendered
  listen
  "$compare" recorded rendered "$place"
}
