# Ended by SIGKILL at random moments: resuming stands within one step. Eight
# moments in every run; KILLS=100 for as many as one likes. The device makes
# four seconds of each.

source "$BATS_TEST_DIRNAME/helper.bash"

write_session() {
  {
    echo 'title Six steps'
    for step in One Two Three Four Five Six; do
      printf 'step %s\nsay Now.\nhold 1 second without cues\n' "$step"
    done
  } >session.routine
}

# last_step FILE: the number of the step that it printed last; 0: none.
last_step() {
  sed -n 's/.*Step \([0-9]*\) of 6\..*/\1/p' "$1" | tail -n 1 | grep . || echo 0
}

first_step() {
  sed -n 's/.*Step \([0-9]*\) of 6\..*/\1/p' "$1" | head -n 1 | grep . || echo 0
}

# trial NUMBER MILLISECONDS: writes "before after" to the file trial-NUMBER.
# Three of four are killed so long after their first step, the others so long
# after their start, the opening included.
trial() {
  export XDG_STATE_HOME=$PWD/state-$1 device_speed=4
  local lines=$PWD/lines-$1
  "$SUPINE" play session.routine >"$lines" 2>/dev/null </dev/null 3>&- &
  local process=$!
  if (($1 % 4)); then
    await grep -q Step "$lines"
  fi
  sleep "$(($2 / 1000)).$(printf %03d $(($2 % 1000)))"
  kill -9 "$process"
  wait "$process" 2>/dev/null || true
  "$SUPINE" resume >"$lines-resumed" 2>/dev/null </dev/null 3>&- &
  process=$!
  await eval "grep -q Step '$lines-resumed' || ! kill -0 $process"
  kill "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  echo "$(last_step "$lines") $(first_step "$lines-resumed") $2" >"trial-$1"
}

@test "a session that was killed goes on within one step" {
  write_session
  local seed=${SEED:-$RANDOM} kills=${KILLS:-8}
  echo "# seed $seed, $kills kills" >&3
  RANDOM=$seed
  for ((i = 0; i < kills; i += 8)); do
    local trials=()
    for ((j = i; j < i + 8 && j < kills; j++)); do
      trial "$j" $((RANDOM % 3000)) &
      trials+=($!)
    done
    wait "${trials[@]}"
  done
  cat trial-*
  # Killed before its first step was printed, a session may have no place.
  cat trial-* | awk '$1 > 0 && ($2 == 0 || $2 > $1 || $1 - $2 > 1) { bad = 1 }
    $1 > 0 { counted++ }
    END { print "# " counted " places"; exit bad || counted * 2 < NR }' >&3
}

@test "two players of one routine keep a place each" {
  write_session
  "$SUPINE" play session.routine >one </dev/null 3>&- &
  local one=$!
  "$SUPINE" play session.routine --from 4 >other </dev/null 3>&- &
  local other=$!
  await grep -q "Step 1 of 6" one
  await grep -q "Step 4 of 6" other
  kill "$one" "$other"
  wait "$one" "$other" || true
  "$SUPINE" history >unfinished
  grep "Unfinished: Six steps, step 1 of 6" unfinished
  grep "Unfinished: Six steps, step 4 of 6" unfinished
}
