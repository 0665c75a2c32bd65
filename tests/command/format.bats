# Format, new and words.

load helper
bats_require_minimum_version 1.5.0

untidy() {
  routine "${1:-evening}" <<'END'
TITLE Evening

EACH SIDE
hold 45s
end


# done
repeat 3
say
  Softly.
end
end
END
}

tidy() {
  cat <<'END'
title Evening

each side
  hold 45 seconds
end each side

# done
repeat 3 times
  say
    Softly.
  end say
end repeat
END
}

@test "format leaves out a for before a length" {
  printf 'hold for 30s\nrest for exactly 20 seconds\npause For 3 seconds\n' |
    routine long
  run -0 --separate-stderr "$SUPINE" format long.routine
  [ "$output" = $'hold 30 seconds\nrest exactly 20 seconds\npause 3 seconds' ]
}

@test "format prints the routine as it is usually written" {
  untidy
  run -0 --separate-stderr "$SUPINE" format evening.routine
  [ "$output" = "$(tidy)" ]
  [ -z "$stderr" ]
  grep -q 'TITLE' evening.routine
}

@test "format --flat leaves the indentation out" {
  untidy
  run -0 "$SUPINE" format --flat evening.routine
  [ "$output" = "$(tidy | sed 's/^ *//')" ]
}

@test "format --in-place writes the file, and nothing the second time" {
  untidy
  chmod 640 evening.routine
  run -0 "$SUPINE" format --in-place evening.routine
  [ -z "$output" ]
  [ "$(cat evening.routine)" = "$(tidy)" ]
  [ "$(stat -c %a evening.routine)" = 640 ]
  before=$(stat -c '%i %y' evening.routine)
  run -0 "$SUPINE" format --in-place evening.routine
  [ "$(stat -c '%i %y' evening.routine)" = "$before" ]
  [ "$(ls)" = "$(printf 'evening.routine\nhome')" ]
}

@test "format --check changes nothing and tells" {
  untidy
  cp evening.routine before
  run -1 --separate-stderr "$SUPINE" format --check evening.routine
  [[ $stderr == "The formatter would change evening.routine."* ]]
  cmp evening.routine before
  tidy | routine evening
  run -0 --separate-stderr "$SUPINE" format --check evening.routine
  [ -z "$output$stderr" ]
}

@test "a byte-order mark and carriage returns are changes" {
  printf '\xEF\xBB\xBFchime\n' | routine marked
  run -1 "$SUPINE" format --check marked.routine
  printf 'chime\r\n' | routine windows
  run -1 "$SUPINE" format --check windows.routine
  run -0 "$SUPINE" format --in-place marked.routine windows.routine
  [ "$(od -c <marked.routine)" = "$(printf 'chime\n' | od -c)" ]
  cmp marked.routine windows.routine
}

@test "a routine with errors is left alone, the others are formatted" {
  untidy
  echo 'holdd 3 seconds' | routine wrong
  run -1 --separate-stderr "$SUPINE" format --in-place wrong.routine \
    evening.routine
  [[ $stderr == 'wrong, line 1: I do not know "holdd". Did you mean "hold"?'* ]]
  [ "$(cat wrong.routine)" = 'holdd 3 seconds' ]
  [ "$(cat evening.routine)" = "$(tidy)" ]
}

@test "a file that cannot be written stays as it was" {
  yes 'say   Softly.' | sed 400q >>evening.routine
  cp evening.routine before
  run -4 --separate-stderr bash -c 'trap "" XFSZ; ulimit -f 1
    exec "$SUPINE" format --in-place evening.routine'
  [ "$stderr" = "evening.routine: The file cannot be written." ]
  cmp evening.routine before
  ! ls evening.routine.* 2>/dev/null
}

@test "format --check and --in-place do not go together" {
  untidy
  run -2 "$SUPINE" format --check --in-place evening.routine
  run -2 "$SUPINE" format
}

@test "every routine that ships is written as usual" {
  root=$BATS_TEST_DIRNAME/../..
  run -0 "$SUPINE" format --check "$root"/scripts/*.routine \
    "$root"/scripts/exercises/*.routine
}

@test "new writes a routine that is as the formatter would write it" {
  run -0 "$SUPINE" new mine
  [[ $output == "mine.routine is ready. "*"supine play mine.routine" ]]
  run -0 "$SUPINE" format --check mine.routine
}

@test "what can only be meant one way is taken, and written the usual way" {
  cat >loose.routine <<'END'
value n = 2
for 2 rounds
  count 2 every second
end for
repeat twice
  hold half a minute and countdown from 3
end repeat twice
reps @n times
  move Lift for 2 seconds
end reps
step 1: The end
pause half an hour
END
  run -0 "$SUPINE" check loose.routine
  run -0 "$SUPINE" format loose.routine
  [ "$output" = "value n 2
repeat 2 times
  count 2 every 1 second
end repeat
repeat 2 times
  hold 30 seconds with countdown from 3
end repeat
reps @n times
  move Lift for 2 seconds
end reps
step The end
pause 30 minutes" ]
  cp loose.routine strict.routine
  run -0 "$SUPINE" format --in-place strict.routine
  [ "$("$SUPINE" plan --json loose.routine | jq .duration_s)" = \
    "$("$SUPINE" plan --json strict.routine | jq .duration_s)" ]
}

@test "words knows what people type who do not know the words" {
  run -0 "$SUPINE" words music
  [[ ${lines[0]} == *'What says it is "background".' ]]
  run -0 "$SUPINE" words @side
  [[ $output == *'each side: '* ]]
  run -0 "$SUPINE" words countdown
  [[ ${lines[0]} == "countdown from: "* ]]
  run -0 "$SUPINE" words wait
  [[ ${lines[0]} == "wait for me: "* ]]
  run -2 "$SUPINE" words qqqq
}

@test "mistakes of every kind are told in one run, and each once" {
  printf '%s\n' 'do squat' 'chime bel' 'say Your @side leg.' \
    'circuit 3' '  hold 5 seconds' 'end circuit' >three.routine
  run -1 "$SUPINE" check --all three.routine
  [ "${#lines[@]}" = 4 ]
  [[ ${lines[0]} == 'Line 1: there is no exercise "squat".'* ]]
  [[ ${lines[1]} == 'Line 2: there is no sound called "bel"'* ]]
  [[ ${lines[2]} == 'Line 3: this speaks of @side'* ]]
  [[ ${lines[3]} == 'Line 4: I do not know "circuit". Did you mean "repeat"?'* ]]
}

@test "new writes a routine of each kind, which has nothing wrong and plans" {
  for kind in stretch strength breathing relaxation interval reminder; do
    run -0 "$SUPINE" new "my-$kind" --like "$kind"
    run -0 "$SUPINE" check "my-$kind.routine"
    [ "$output" = "Nothing is wrong." ]
    run -0 "$SUPINE" format --check "my-$kind.routine"
    run -0 "$SUPINE" plan "my-$kind.routine"
    [[ $output == *"Session complete."* ]]
    grep -q '^note ' "my-$kind.routine"
  done
  run -2 --separate-stderr "$SUPINE" new other --like dancing
  [[ $stderr == *"stretch, strength, breathing, relaxation, interval and reminder"* ]]
  [ ! -e other.routine ]
}

@test "a command that is printed can be pasted into a shell" {
  supine() { "$SUPINE" "$@"; }
  for name in 'evening stretch' "it's \"mine\"" '$HOME' '-own' 'Übung; ls' \
    plain-1.2; do
    run -0 supine new -- "$name"
    [[ $output == "$name.routine is ready. To hear it, type: supine play "* ]]
    eval "${output/#*type: supine play/supine check}"
    echo "hold   2s" >"./$name.routine"
    run -1 supine format --check -- "$name.routine"
    eval "${output#*type: }"
    run -0 supine format --check -- "$name.routine"
    run -3 --separate-stderr supine play -- "$name.routine"
    eval "${stderr#*type: }"
    [ -s "./$name.flac" ]
  done
  run -0 supine new other
  [[ $output == *"type: supine play other.routine" ]]
}

@test "a routine with errors is listed with a command to paste" {
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  echo holdd 3 seconds >"$XDG_DATA_HOME/supine/routines/my evening.routine"
  run -0 "$SUPINE" list
  [[ $output == *"my evening, has errors: \"supine check 'my evening'\" shows"* ]]
}

@test "new never overwrites" {
  echo precious >mine.routine
  run -4 --separate-stderr "$SUPINE" new mine.routine
  [[ $stderr == "mine.routine is there already"* ]]
  [ "$(cat mine.routine)" = precious ]
  ln -s nowhere dangling.routine
  run -4 "$SUPINE" new dangling
  [ ! -e nowhere ]
}

@test "new says when the folder is not there" {
  run -4 --separate-stderr "$SUPINE" new nowhere/mine
  [ "$stderr" = \
    "nowhere/mine.routine: The file cannot be written: there is no such folder." ]
}

@test "words lists every word with an example" {
  run -0 "$SUPINE" words
  [[ $output == *$'\nhold: '*'Example: hold 30 seconds'* ]]
  ! grep -vE '^$|:$|^[a-z ]+: .*\. Example: .' <<<"$output"
}

@test "words finds a word, however it is written" {
  run -0 "$SUPINE" words each side
  [[ ${lines[0]} == "each side: "* ]]
  run -0 "$SUPINE" words "EACH SIDE"
  [[ ${lines[0]} == "each side: "* ]]
  run -0 "$SUPINE" words sec
  [[ ${lines[0]} == "seconds: "* ]]
  run -2 --separate-stderr "$SUPINE" words hodl
  [ "$stderr" = 'There is no word "hodl". Did you mean "hold"?' ]
}

@test "the example of each word is a routine without errors" {
  "$SUPINE" words | sed -n 's/^\([a-z ]*\): .* Example: .*/\1/p' >all
  [ "$(wc -l <all)" -ge 60 ]
  while read -r word; do
    example=$("$SUPINE" words "$word" | sed '1,/^Example:$/d' |
      sed '/^[a-z ]*: /,/^Example:$/d')
    {
      [[ $example == value* ]] || echo 'value level gentle or strong'
      [[ $example == exercise* || $word == include ]] ||
        printf 'exercise knee to chest\nend exercise\n'
      [[ $example != *@length* ]] || echo 'value length 45 seconds'
      case $example in
      'when round'*) printf 'repeat 3 times\n%s\nend repeat\n' "$example" ;;
      'end repeat'*)
        printf 'repeat 3 times\nend repeat\nduring 2 minutes\n'
        printf '%s\n' "$example" | tail -n +2
        echo 'end during'
        ;;
      move*) printf 'reps 3\n%s\nend reps\n' "$example" ;;
      at\ * | every* | *'before the end'*)
        printf 'during 2 minutes\n%s\nend during\n' "${example%%$'\n'*}"
        printf '%s\n' "$example" | tail -n +2
        ;;
      otherwise) printf 'when level is gentle\notherwise\nend when\n' ;;
      *) printf '%s\n' "$example" ;;
      esac
    } >example.routine
    run "$SUPINE" format example.routine
    [ "$status" = 0 ] || {
      echo "$word: $output"
      cat example.routine
      false
    }
  done <all
}
