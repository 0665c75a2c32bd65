# For authors: the session follows the routine as it is saved.

source "$BATS_TEST_DIRNAME/helper.bash"

# save: replaces the routine by renaming, as careful editors do.
save() {
  sed "$@" session.routine >session.new
  mv session.new session.routine
}

# hears LINE: within twenty seconds, an opening included.
hears() {
  device_await grep -q "$1" lines || device_await grep -q "$1" lines
}

@test "a save goes on from what was edited, and an error is named" {
  cat >session.routine <<'END'
title Draft
step One
say First words.
hold 30 seconds without cues
step Two
say Second words.
hold 30 seconds without cues
END
  "$SUPINE" play session.routine --watch --captions --stats >lines 2>errors \
    3>&- </dev/null &
  local session=$!
  hears "First words"
  save 's/Second words/Better words/'
  hears "Better words"
  save 's/^hold/holdd/'
  device_await grep -q 'Line 4: .*"holdd"' errors
  kill -0 "$session"
  kill "$session"
  wait "$session" || true
  # The device was opened once: one line of figures, nothing lost.
  grep -q "lost 0 times" errors
}

@test "what is wrong with a routine is spoken where there is a device" {
  printf 'step One\nholdd 3 seconds\n' >broken.routine
  run "$SUPINE" play broken.routine --stats </dev/null
  [ "$status" -eq 1 ]
  [[ $output == *'I do not know "holdd"'* ]]
  # So many seconds of sound as the sentence takes, and no device at all if it
  # were not spoken.
  [[ $output =~ ([0-9]+)\.[0-9]\ seconds,\ buffer ]]
  [ "${BASH_REMATCH[1]}" -ge 3 ]
}
