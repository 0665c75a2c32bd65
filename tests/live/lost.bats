# The sound device lost while somebody listens: told, the place kept, and gone
# on with by key; and a player that was built without message buses.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

write_session() {
  cat >session.routine <<'END'
title A quiet hour
step First
say Lie down.
hold 60 seconds without cues
END
}

# device_lives FIFO: carries out the functions that are named there.
device_lives() {
  local command
  while read -r command; do
    "$command"
  done <"$1"
  # What it started is known to nobody else.
  device_end "${device_clocks[virtual]:-}"
}

@test "a device that goes away is told of, and a key goes on when it is back" {
  write_session
  mkfifo device-commands
  device_lives device-commands 3>&- &
  local lives=$!
  exec 7>device-commands
  terminal "$SUPINE" play session.routine --from 1 --captions <<'END'
proc device {does} { exec sh -c "echo $does >device-commands" }
hears "Lie down."
sleep 4
device device_remove
hears "The sound device went away. I have paused."
press " "
hears "There is no sound device yet."
device device_add
hears "I have paused. Press space to go on."
press " "
hears "Going on."
press "w"
hears "Step 1 of 1. First."
press "q"
hears "Stopped. Your place is kept."
END
  [ "$(cat status)" -eq 0 ]
  exec 7>&-
  wait "$lives"
}

@test "without message buses it plays and is driven by keys all the same" {
  [ -x "$BUILD/tests/supine_without_bus" ]
  [ -z "$(readelf -d "$BUILD/tests/supine_without_bus" | grep libsystemd)" ]
  readelf -d "$SUPINE" | grep libsystemd
  write_session
  terminal "$BUILD/tests/supine_without_bus" play session.routine --from 1 --captions <<'END'
hears "Lie down."
sleep 4
press " "
hears "Paused. First."
press " "
hears "Going on."
press "q"
hears "Stopped."
END
  [ "$(cat status)" -eq 0 ]
}
