# The spoken menu, by keys and by the buttons of a headset.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/terminal.bash"

# Much is said in a menu.
menu() { device_speed=8 terminal "$SUPINE"; }

# own NAME: a routine of the listener's, from standard input.
own() {
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  cat >"$XDG_DATA_HOME/supine/routines/$1.routine"
}

quiet_hour() {
  own a-quiet-hour <<'END'
title A quiet hour
step First
say Lie down.
wait for me
step Second
say Turn over.
pause 1 second
say Good.
END
}

@test "the menu is enough to find, play and leave a session" {
  quiet_hour
  menu <<'END'
hears "Supine. Choose what to play."
press "\033\[B"
hears "space to start."
press "a"
hears "quiet hour"
press "\r"
hears "Step 1 of 2. First."
press "m"
hears "Stopped. Your place is kept."
hears "Supine. Choose what to play."
hears "Go on with A quiet hour,"
press "1"
hears "Waiting for you."
press " "
hears "Step 2 of 2. Second."
END
  [ "$(cat status)" -eq 0 ]
  "$SUPINE" history | grep "A quiet hour, finished"
}

@test "a routine with errors says so, and the menu comes back" {
  own broken <<'END'
step One
holdd 3 seconds
END
  menu <<'END'
hears "Supine. Choose what to play."
press "b"
hears "broken. Press"
press " "
hears "Line 2: I do not know"
hears "Supine. Choose what to play."
press "\033"
END
  [ "$(cat status)" -eq 0 ]
}

@test "the buttons of a headset find and start a session" {
  quiet_hour
  exec 6< <(exec dbus-daemon --session --print-address --nofork 3>&- 2>&-)
  bus_process=$!
  read -r DBUS_SESSION_BUS_ADDRESS <&6
  export DBUS_SESSION_BUS_ADDRESS
  menu <<'END'
hears "Supine. Choose what to play."
proc button {name} { exec playerctl -p supine $name }
button next
hears "Press 2, or space to start."
button previous
hears "Press 1, or space to start."
if {[exec playerctl -p supine status] ne "Paused"} { fails "Paused" }
for {set i 0} {$i < 40} {incr i} {
  if {[regexp {^a.quiet} [string tolower \
    [exec playerctl -p supine metadata title]]]} break
  button next
}
button play-pause
hears "Step 1 of 2. First."
if {[exec playerctl -p supine status] ne "Playing"} { fails "Playing" }
hears "Waiting for you."
button play-pause
hears "Step 2 of 2. Second."
END
  [ "$(cat status)" -eq 0 ]
  kill "$bus_process"
}

@test "what cannot be started is said where there is a device" {
  local row expected line words
  for row in "4:play --stats no-such-routine:There is no routine" \
    "4:resume --stats:There is no unfinished session" \
    "2:play --stats --captoins:Did you mean" \
    "2:play --stats constructive-rest --from nowhere:There is no step"; do
    IFS=: read -r expected line words <<<"$row"
    device_speed=8 run "$SUPINE" $line </dev/null
    [ "$status" -eq "$expected" ]
    [[ $output == *"$words"* ]]
    # As many seconds of sound as the sentence takes.
    [[ $output =~ ([0-9]+)\.[0-9]\ seconds,\ buffer ]]
    [ "${BASH_REMATCH[1]}" -ge 2 ]
  done
}

@test "a session whose routine is gone gives way to others" {
  for name in one other; do
    printf 'title The %s\nstep First\nhold 60 seconds\n' "$name" >"$name.routine"
    "$SUPINE" play "$name.routine" --from 1 >lines </dev/null 3>&- &
    await grep -q "Step 1" lines
    kill $!
    wait $! || true
    # What is newer counts in seconds.
    sleep 1
  done
  rm other.routine
  "$SUPINE" resume >lines </dev/null 3>&- &
  await grep -q "Step 1" lines
  kill $!
  wait $! || true
  rm one.routine
  run "$SUPINE" resume </dev/null
  [ "$status" -eq 4 ]
  [[ $output == *'The routine of "The one" is no longer there.'* ]]
}
