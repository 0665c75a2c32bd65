# For authors: the session follows the routine as it is saved.

source "$BATS_TEST_DIRNAME/helper.bash"

# save: replaces the routine by renaming, as careful editors do.
save() {
  sed "$@" session.routine >session.new
  mv session.new session.routine
}

hears() { await grep -q "$1" lines; }

@test "a save goes on from what was edited, and an error is named" {
  cat >session.routine <<'END'
title Draft
step One
say First words.
hold 9 minutes without cues
step Two
say Second words.
hold 9 minutes without cues
END
  "$SUPINE" play session.routine --from Two --speed 400 --watch --captions \
    --stats >lines 2>errors 3>&- </dev/null &
  local session=$!
  hears "Second words"
  save 's/Second words/Better words/'
  hears "Better words"
  save 's/^hold/holdd/'
  await grep -q 'Line 4: .*"holdd"' errors
  # The first step is entered behind the opening, which nobody edited.
  save 's/^holdd/hold/; s/First words/Opening words/'
  hears "Opening words"
  [ "$(grep -c "Draft" lines)" -eq 0 ]
  kill -0 "$session"
  kill "$session"
  wait "$session" || true
  # The device was opened once: one line of figures, nothing lost.
  grep -q "lost 0 times" errors
}

@test "a mistake is printed once on a terminal" {
  cat >session.routine <<'END'
step One
say First words.
hold 30 seconds without cues
END
  "$SUPINE" play session.routine --from One --speed 400 --watch --captions \
    >lines 2>&1 3>&- </dev/null &
  local session=$!
  hears "First words"
  save 's/^hold/holdd/'
  hears 'Line 3: .*"holdd"'
  save 's/^holdd/hold/; s/First words/Better words/'
  hears "Better words"
  [ "$(grep -c holdd lines)" -eq 1 ]
  kill "$session"
  wait "$session" || true
}

@test "a session goes on when nobody reads its captions any more" {
  cat >session.routine <<'END'
step One
say First words.
say Second words.
hold 3 seconds without cues
END
  "$SUPINE" play session.routine --from One --speed 400 --captions --stats \
    2>errors 3>&- </dev/null | head -n 1 >lines
  local statuses=("${PIPESTATUS[@]}")
  [ "$(wc -l <lines)" -eq 1 ]
  [ "${statuses[0]}" -eq 0 ]
  # At least the hold of three seconds was delivered behind the words.
  [[ $(cat errors) =~ ([0-9]+)\.[0-9]\ seconds,\ buffer ]]
  [ "${BASH_REMATCH[1]}" -ge 4 ]
  [ "$(grep -c 'Standard output' errors)" -eq 0 ]
}

@test "a save of an included file goes on from the step that says it" {
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  local shared=$XDG_DATA_HOME/supine/routines/shared.routine
  cat >session.routine <<'END'
include shared
do the stretch
step Two
say Second words.
hold 9 minutes without cues
END
  cat >"$shared" <<'END'
exercise the stretch
  say First words.
  hold 9 minutes without cues
end exercise
END
  "$SUPINE" play session.routine --from Two --speed 400 --watch --captions \
    >lines 2>errors 3>&- </dev/null &
  local session=$!
  hears "Second words"
  sed -i 's/First words/Better words/' "$shared"
  hears "Better words"
  kill "$session"
  wait "$session" || true
}

@test "what is wrong with a routine is spoken where there is a device" {
  printf 'step One\nholdd 3 seconds\n' >broken.routine
  device_speed=8 run "$SUPINE" play broken.routine --stats </dev/null
  [ "$status" -eq 1 ]
  [[ $output == *'I do not know "holdd"'* ]]
  # So many seconds of sound as the sentence takes, and no device at all if it
  # were not spoken.
  [[ $output =~ ([0-9]+)\.[0-9]\ seconds,\ buffer ]]
  [ "${BASH_REMATCH[1]}" -ge 3 ]
}
