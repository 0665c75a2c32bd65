# The sound device lost while somebody listens: told, the place kept, and gone
# on with by key.

DEVICE=virtual-audio
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
rests
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

heard() { tail -c 384000 "$1" | tr -d '\0' | grep -q .; }

@test "where another device becomes the default, the sound goes there" {
  printf 'title T\nbackground brown noise full\nhold 60 seconds without cues\n' \
    >noise.routine
  device_add other
  device_record moved.raw other
  "$SUPINE" play noise.routine --from 1 --stats </dev/null >lines 2>stats 3>&- &
  local session=$!
  await grep -q "Step 1" lines
  await heard "$device_file"
  if heard moved.raw; then return 1; fi
  pactl set-default-sink other
  await heard moved.raw
  kill "$session"
  wait "$session" || true
  grep ' lost 0 times' stats
}
