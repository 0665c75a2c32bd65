#!/usr/bin/env bats
# Through a sound server as desktops have one: what it hears is what is
# rendered.

DEVICE=virtual-audio
source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/rig.bash"

# listen: four seconds of the session, without a gap. A server that does not get
# its sound in time has none to compare, and the player may lose some: then
# four other seconds are listened to.
listen() {
  local try
  for try in {1..12}; do
    device_record recorded
    rig_start
    await beyond 192000
    place=$(field 4)
    rig_end
    device_record_end
    tail -n 1 log
    device_starved || [ "$(tail -n 1 log | cut -d ' ' -f 7)" != 0 ] || return 0
  done
  echo "The machine had no time for sound, twelve times."
  return 1
}

@test "what a sound server hears is what is rendered" {
  "$rig" render rendered
  listen
  "$compare" recorded rendered "$place"
}
