# Routines that the program plays, compared with what it renders.

# has_sound SECONDS FILE: raw interleaved stereo floats, that long.
has_sound() {
  [ "$(stat -c %s "$2")" -gt $(($1 * 48000 * 8)) ]
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
