# Shipped routines played by the program itself, each on a sink of its own,
# and compared with what it renders.

# has_sound SECONDS FILE: raw interleaved stereo floats, that long.
has_sound() {
  [ "$(stat -c %s "$2")" -gt $(($1 * 48000 * 8)) ]
}

# play_routine SECONDS ROUTINE: plays so long by the clock of the device, and
# ends the session as a user who logs out does. Leaves ROUTINE.recorded and the
# program's last line, which counts underruns, in ROUTINE.stats.
play_routine() {
  local seconds=$1 routine=$2 player
  device_record "$routine.recorded" "$routine"
  PULSE_SINK=$routine "$SUPINE" play "$routine" --stats \
    </dev/null >"$routine.lines" 2>"$routine.stats" 3>&- &
  player=$!
  # It says what it plays, and then it plays.
  await [ -s "$routine.lines" ] || true
  seconds=$((seconds + 2 + $(stat -c %s "$routine.recorded") / 384000))
  while kill -0 "$player" && ! has_sound "$seconds" "$routine.recorded"; do
    sleep 0.1
  done 2>/dev/null
  kill "$player" 2>/dev/null || true
  wait "$player" 2>/dev/null || true
  device_end "${device_clocks[$routine]}"
}

# render_routine ROUTINE [SECONDS]: to ROUTINE.rendered, as raw floats; only its
# first seconds where so many are given.
render_routine() {
  "$SUPINE" render "$1" -o - 2>/dev/null |
    sox -t wav --ignore-length - -t raw -e float -b 32 - ${2:+trim 0 "$2"} \
      >"$1.rendered"
}

# comparable SECONDS ROUTINE: how many frames of them come before the first
# wait, which lasts as long as it likes when it is played.
comparable() {
  "$SUPINE" plan "$2" --json | jq --argjson seconds "$1" '[.events[] |
    select(.kind == "wait") | .at_s, $seconds] | min // $seconds |
    . * 48000 | floor'
}

# check_routine SECONDS ROUTINE [UNDERRUNS]: prints the figures of the first
# seconds. A machine that has no time for sound underruns whatever the program
# does, so five tries are allowed, or some underruns; what was delivered must be
# right in each.
check_routine() {
  local seconds=$1 routine=$2 try underruns
  local frames=$(comparable "$seconds" "$routine")
  [ -f "$routine.rendered" ] || render_routine "$routine" "$seconds"
  device_add "$routine"
  for try in 1 2 3 4 5; do
    play_routine "$seconds" "$routine"
    echo "$routine, try $try: $(tail -n 1 "$routine.stats")"
    underruns=$(sed -n 's/.* \([0-9]*\) underruns, lost 0 times.*/\1/p' \
      "$routine.stats")
    if [ "${underruns:-99}" -le "${3:-0}" ]; then
      "$compare" "$routine.recorded" "$routine.rendered" "$frames" \
        "$underruns" && return 0
      device_starved || return 1
    fi
  done
  return 1
}
