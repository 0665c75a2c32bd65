# The sound device taken away in the midst of a session, in four ways, and
# given back: the place is kept, nothing hangs, and it goes on when asked.

source "$BATS_TEST_DIRNAME/helper.bash"
source "$BATS_TEST_DIRNAME/rig.bash"

# How many lines the rig has said, one in 20 ms at most.
rounds() { wc -l <log; }

# The longest time, in milliseconds, in which the rig said nothing although it
# could.
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
  local struck=$(rounds)
  "$2"
  await state_is lost
  local noticed=$(($(awk '$2 == "lost" { print NR; exit }' log) - struck))
  local place=$(field 4)
  sleep 0.3
  "$3"
  await state_is running
  clock_is paused
  sleep 0.3
  [ "$(field 4)" -eq "$place" ]
  [ "$(field 6)" -eq 1 ]
  tell run
  await beyond $((place + 24000))
  clock_is running
  rig_end
  echo "# noticed after $noticed rounds, longest silence $(longest_silence) ms" >&3
  [ "$noticed" -lt 100 ]
  [ "$(longest_silence)" -lt 2000 ]
}
