# The sound device taken away in the midst of a session, in four ways, and
# given back: the place is kept, nothing hangs, and it goes on when asked.

source "$BATS_TEST_DIRNAME/helper.bash"

# rig_start: plays into the file `log`; commands go to descriptor 5.
rig_start() {
  mkfifo commands
  "$rig" play <commands >log 2>&1 3>&- &
  rig_process=$!
  exec 5>commands
  : >log
}

# field N: of the rig's last whole line.
field() {
  tail -n 2 log | head -n 1 | cut -d ' ' -f "$1"
}

state_is() { [ "$(field 2)" = "$1" ]; }
clock_is() { [ "$(field 3)" = "$1" ]; }
beyond() { [ "$(field 4)" -gt "$1" ]; }

# The longest time, in milliseconds, in which the rig said nothing.
longest_silence() {
  awk 'NR > 1 && $1 - last > most { most = $1 - last } { last = $1 }
    END { print most + 0 }' log
}

# lose_and_find SECOND LOSE FIND: the fault strikes at that second.
lose_and_find() {
  rig_start
  device_await beyond 0
  if [ "$1" -gt 1 ]; then
    device_await beyond $((($1 - 1) * 48000))
  fi
  local struck=$(field 1)
  "$2"
  device_await state_is lost
  local noticed=$(($(field 1) - struck))
  local place=$(field 4)
  sleep 0.3
  "$3"
  device_await state_is running
  clock_is paused
  sleep 0.3
  [ "$(field 4)" -eq "$place" ]
  [ "$(field 6)" -eq 1 ]
  echo run >&5
  device_await beyond $((place + 24000))
  clock_is running
  echo quit >&5
  exec 5>&-
  wait "$rig_process"
  echo "# noticed after $noticed ms, longest silence $(longest_silence) ms" >&3
  [ "$noticed" -lt 2000 ]
  [ "$(longest_silence)" -lt 2000 ]
}
