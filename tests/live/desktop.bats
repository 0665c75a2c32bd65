# With a desktop on a private bus: the computer is kept awake while a session
# plays and no longer, and nothing is printed beside a screen reader.

source "$BATS_TEST_DIRNAME/helper.bash"

player=org.mpris.MediaPlayer2.Player

setup_file() {
  command -v gdbus dbus-daemon
}

# desk SERVICE...: a desktop that offers these, on a bus of its own which is
# the session's and the system's.
desk() {
  exec 6< <(exec dbus-daemon --session --print-address --nofork 3>&- 2>&-)
  bus_process=$!
  read -r DBUS_SESSION_BUS_ADDRESS <&6
  export DBUS_SESSION_BUS_ADDRESS DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS
  "$BUILD/tests/live_desk" "$@" >desk 3>&- &
  desk_process=$!
  await grep -q ready desk
}

leave() {
  kill "$desk_process" "$bus_process"
}

# start ARGUMENTS...: a session in the background, in its first step.
start() {
  printf 'title Rest\nstep First\nhold 9 minutes without cues\n' >rest.routine
  device_speed=4 "$SUPINE" play rest.routine --from 1 "$@" >lines 2>&1 3>&- </dev/null &
  session=$!
}

call() {
  gdbus call --session --dest org.mpris.MediaPlayer2.supine \
    --object-path /org/mpris/MediaPlayer2 --method "$player.$1"
}

# desk_says LINE COUNT: so often by now.
desk_says() { [ "$(grep -c "$1" desk)" -eq "$2" ]; }

@test "the screen saver is held while it plays, and let go when it is stopped" {
  desk screen-saver
  start
  await desk_says 'held by the screen saver' 1
  await call Stop
  await desk_says released 1
  call Play
  await desk_says 'held by the screen saver' 2
  # A short pause does not let the computer sleep.
  call Pause
  sleep 0.5
  desk_says released 1
  kill "$session"
  wait "$session" || true
  await desk_says released 2
  leave
}

@test "whatever is killed holds nothing" {
  desk portal
  start
  await desk_says 'held by the portal' 1
  kill -9 "$session"
  wait "$session" || true
  await desk_says gone 1
  desk_says released 0
  leave

  desk login
  start
  await desk_says 'held by logind' 1
  kill -9 "$session"
  wait "$session" || true
  await desk_says released 1
  leave
}

position() {
  gdbus call --session --dest org.mpris.MediaPlayer2.supine \
    --object-path /org/mpris/MediaPlayer2 \
    --method org.freedesktop.DBus.Properties.Get "$player" Position |
    grep -o '[0-9]*' | tail -n 1
}

is_under_way() { [ "$(position)" -gt 1000000 ]; }

@test "beside a screen reader nothing is printed but captions" {
  desk reader
  start
  await is_under_way
  [ ! -s lines ]
  kill "$session"
  wait "$session" || true
  start --captions
  await grep -q '^Step 1' lines
  kill "$session"
  wait "$session" || true
  leave
}
