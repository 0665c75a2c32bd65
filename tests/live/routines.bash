# Shipped routines played by the program itself, each on a sink of its own,
# and compared with what it renders.

# play_routine SECONDS ROUTINE: plays so long and ends the session as a user
# who logs out does. Leaves ROUTINE.recorded and the program's last line, which
# counts underruns, in ROUTINE.stats.
play_routine() {
  local seconds=$1 routine=$2 player recorder
  device_add "$routine"
  device_record "$routine.recorded" "$routine"
  recorder=$device_recorder
  PULSE_SINK=$routine "$SUPINE" play "$routine" --quiet --stats \
    </dev/null >"$routine.stats" 2>&1 3>&- &
  player=$!
  sleep "$seconds"
  kill "$player" 2>/dev/null || true
  wait "$player" 2>/dev/null || true
  device_end "$recorder"
}

# render_routine ROUTINE: to ROUTINE.rendered, as raw floats.
render_routine() {
  "$SUPINE" render "$1" -o "$1.wav" >/dev/null 2>&1
  sox "$1.wav" -t raw -e float -b 32 "$1.rendered"
  rm "$1.wav"
}

# check_routine SECONDS ROUTINE: prints the figures of the first seconds. A
# machine that has no time for sound underruns whatever the program does, so
# five tries are allowed; what was delivered must be right in each.
check_routine() {
  local seconds=$1 routine=$2 try
  [ -f "$routine.rendered" ] || render_routine "$routine"
  for try in 1 2 3 4 5; do
    play_routine $((seconds + 3)) "$routine"
    if grep -q ' 0 underruns, lost 0 times' "$routine.stats"; then
      echo "$routine: $(tail -n 1 "$routine.stats")"
      "$compare" "$routine.recorded" "$routine.rendered" $((seconds * 48000))
      return
    fi
    echo "$routine, try $try: $(cat "$routine.stats")"
  done
  return 1
}
