# The sound device taken away in the midst of a session, in four ways, and
# given back: the place is kept, nothing hangs, and it goes on when asked.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/rig.bash"

# The longest time, in milliseconds, in which the rig said nothing.
longest_silence() {
  awk 'NR > 1 && $1 - last > most { most = $1 - last } { last = $1 }
    END { print most + 0 }' log
}

# lose_and_find SECOND LOSE FIND: the fault strikes at that second.
lose_and_find() {
  rig_start
  await beyond 0
  if [ "$1" -gt 1 ]; then
    await beyond $((($1 - 1) * 48000))
  fi
  local struck=$(field 1)
  "$2"
  await state_is lost
  local noticed=$(($(field 1) - struck))
  local place=$(field 4)
  sleep 0.3
  "$3"
  await state_is running
  clock_is paused
  sleep 0.3
  [ "$(field 4)" -eq "$place" ]
  [ "$(field 6)" -eq 1 ]
  echo run >&5
  await beyond $((place + 24000))
  clock_is running
  echo quit >&5
  exec 5>&-
  wait "$rig_process"
  echo "# noticed after $noticed ms, longest silence $(longest_silence) ms" >&3
  [ "$noticed" -lt 2000 ]
  [ "$(longest_silence)" -lt 2000 ]
}
