# What check says, and how.

load helper
bats_require_minimum_version 1.5.0

seven_errors() {
  for i in 1 2 3 4 5 6 7; do
    echo "holdd $i seconds"
  done | routine "$1"
}

@test "a routine without errors" {
  echo 'hold 30 seconds' | routine good
  run -0 --separate-stderr "$SUPINE" check good.routine
  [ "$output" = "Nothing is wrong." ]
  [ -z "$stderr" ]
}

@test "an error is one line with the line, the suggestion and an example" {
  printf 'chime\nholdd 30 seconds\n' | routine wrong
  run -1 "$SUPINE" check wrong.routine
  [ "$output" = 'Line 2: I do not know "holdd". Did you mean "hold"? '\
'Example: hold 30 seconds.' ]
}

@test "five errors are shown, with --all every one" {
  seven_errors wrong
  run -1 "$SUPINE" check wrong.routine
  [ "${#lines[@]}" = 6 ]
  [ "${lines[5]}" = 'And 2 more errors. "supine check --all" shows them.' ]
  run -1 "$SUPINE" check --all wrong.routine
  [ "${#lines[@]}" = 7 ]
}

@test "a voice that is not there is an error of the line that asks for it" {
  printf 'say Here.\nvoice nobody\nsay There.\n' | routine wrong
  run -1 "$SUPINE" check wrong.routine
  [ "$output" = 'Line 2: there is no voice "nobody". '\
'"supine voices" lists those there are.' ]
  printf 'language xx\nsay Here.\n' | routine wrong
  run -1 "$SUPINE" check wrong.routine
  [[ $output == 'Line 1: there is no voice '* ]]
}

@test "for editors: file, line, column, and every error" {
  seven_errors wrong
  printf '  \xC3\xA9\xC3\xA9 holdd\n' >>wrong.routine
  run -1 "$SUPINE" check --format gcc ./wrong.routine
  [ "${#lines[@]}" = 8 ]
  [[ ${lines[6]} == './wrong.routine:7:1: error: I do not know "holdd".'* ]]
  [[ ${lines[7]} == './wrong.routine:8:3: error: '* ]]
  printf 'value n 3\nchime\n' | routine warned
  run -0 "$SUPINE" check --format gcc warned.routine
  [[ $output == 'warned.routine:1:7: warning: '* ]]
}

@test "several files begin each message with their name" {
  seven_errors one
  echo 'hold 30 seconds' | routine two
  run -1 "$SUPINE" check one.routine two.routine
  [[ ${lines[0]} == 'one, line 1: I do not know "holdd".'* ]]
  [ "${lines[6]}" = "two: Nothing is wrong." ]
}

@test "an error in an included file names that file" {
  printf 'exercise lie\nholdd 30 seconds\nend exercise\n' | routine lie
  printf 'include lie\ndo lie\n' | routine main
  run -1 "$SUPINE" check main.routine
  [[ $output == 'lie, line 2: I do not know "holdd".'* ]]
}

@test "warnings of timing are shown and are no errors" {
  printf 'reps 2\nmove Lift the leg as high as it goes for 1 second\nend\n' |
    routine tight
  run -0 "$SUPINE" check tight.routine
  [[ ${lines[0]} == "Line 2: the cue "*" the move lasts 1 second"* ]]
  [ "${lines[-1]}" = "No errors." ]
}

@test "a voice that says we gets a hint, after the warnings" {
  printf 'say Now let us rest.\nsay <b>Lie</b> down.\n' | routine we
  run -0 "$SUPINE" check we.routine
  [[ ${lines[0]} == 'Line 2: '* ]]
  [ "${lines[1]}" = 'Line 1: listeners dislike "let us" from a voice. Tell the listener what to do: "Breathe in", not "We breathe in".' ]
  [ "${lines[2]}" = "No errors." ]
  run -0 "$SUPINE" check --no-hints we.routine
  [[ ${lines[0]} == 'Line 2: '* ]]
  [ "${#lines[@]}" -eq 2 ]
  echo 'say Now we rest.' | routine only
  run -0 "$SUPINE" check --format gcc only.routine
  [[ $output == *'only.routine:1:5: hint: listeners dislike "we"'* ]]
  run -0 "$SUPINE" plan --json only.routine
  [ "$(jq '.warnings | length' <<<"$output")" -eq 0 ]
}

@test "a file that is missing, is a folder, is too large, is no text" {
  run -4 --separate-stderr "$SUPINE" check nowhere.routine
  [[ $stderr == 'There is no routine "nowhere.routine".'* ]]
  mkdir folder.routine
  run -4 --separate-stderr "$SUPINE" check folder.routine
  [ -n "$stderr" ]
  yes 'note something' | head -c 1048577 | routine large
  run -4 --separate-stderr "$SUPINE" check large.routine
  [ "$stderr" = "large.routine: The file is too large: a routine has at most 1 MiB of text, a sound at most two hours." ]
  printf 'chime\n\xFF\xFE\n' | routine binary
  run -1 "$SUPINE" check binary.routine
  [[ $output == "Line 2: this is not UTF-8 text. Save the file as UTF-8."* ]]
}

@test "carriage returns alone end lines" {
  printf 'say hi\rholdd 10 seconds\r' | routine old
  run -1 "$SUPINE" check old.routine
  [[ ${lines[0]} == 'Line 2: I do not know "holdd".'* ]]
}

@test "a pipe does not keep check waiting" {
  mkfifo pipe.routine
  run -4 timeout 60 "$SUPINE" check pipe.routine
}

@test "a name finds a shipped routine, a near name is suggested" {
  run -0 "$SUPINE" check Welcome
  run -4 --separate-stderr "$SUPINE" check welcom
  [[ $stderr == *'Did you mean "welcome"?'* ]]
  echo chime | routine mine
  run -4 --separate-stderr "$SUPINE" check mine
  [[ $stderr == *'Did you mean "mine.routine"?'* ]]
}

@test "what a file holds never reaches the terminal as a control character" {
  printf 'hold\033[31m 3 seconds\n' | routine coloured
  run -1 "$SUPINE" check coloured.routine
  [[ $output != *$'\033'* ]]
}

@test "check wants a routine and knows one format" {
  run -2 "$SUPINE" check
  run -2 --separate-stderr "$SUPINE" check --format json good.routine
  [[ $stderr == "The only format is gcc."* ]]
}
