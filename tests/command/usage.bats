# Help, and what is said to a command line that makes no sense.

load helper
bats_require_minimum_version 1.5.0

@test "without arguments and without a terminal there is the help" {
  run -0 --separate-stderr "$SUPINE"
  [[ $output == *"supine render"* ]]
  [ -z "$stderr" ]
}

@test "help names every command that runs, and each has help of its own" {
  run -0 "$SUPINE" help
  commands=$(sed -n 's/^  supine \([a-z]*\).*/\1/p' <<<"$output")
  [ "$(wc -l <<<"$commands")" -ge 5 ]
  for command in $commands; do
    run -0 "$SUPINE" help "$command"
    [[ ${lines[0]} == "supine $command"* ]]
    by_option=$("$SUPINE" "$command" --help)
    [ "$by_option" = "$output" ]
    [ "$("$SUPINE" "$command" -h)" = "$output" ]
  done
}

@test "commands stand in the order of the alphabet" {
  run -0 "$SUPINE" help
  sed -n 's/^  supine \([a-z]*\).*/\1/p' <<<"$output" | sort -c
}

@test "no line of help is wider than 80 columns" {
  for command in $("$SUPINE" help | sed -n 's/^  supine \([a-z]*\).*/\1/p'); do
    "$SUPINE" help "$command" | lacks '^.{81}'
  done
  "$SUPINE" help | lacks '^.{81}'
}

@test "a mistyped command gets the nearest" {
  run -2 --separate-stderr "$SUPINE" rendr
  [[ $stderr == 'There is no command "rendr". Did you mean "render"?'* ]]
  [ -z "$output" ]
}

@test "a command like none gets no guess" {
  run -2 --separate-stderr "$SUPINE" xyzzy
  [[ $stderr != *"Did you mean"* ]]
  [[ $stderr == *'"supine help"'* ]]
}

@test "a mistyped option gets the nearest, of its own or of the session" {
  run -2 --separate-stderr "$SUPINE" plan --jsn x
  [[ $stderr == *'Did you mean "--json"?'* ]]
  run -2 --separate-stderr "$SUPINE" plan --bakground off x
  [[ $stderr == *'Did you mean "--background"?'* ]]
}

@test "an option without its value says what it needs" {
  run -2 --separate-stderr "$SUPINE" plan welcome --voice
  [[ $stderr == "--voice needs a value: VOICE."* ]]
  for option in --voice --background; do
    run -2 --separate-stderr "$SUPINE" plan welcome "$option" ''
    [[ $stderr == "$option needs a value: "* ]]
    [ -z "$output" ]
  done
  run -2 --separate-stderr "$SUPINE" plan welcome --voice=
  [[ $stderr == "--voice needs a value: VOICE."* ]]
}

@test "a value may be attached to its option" {
  printf 'say Hello.\n' | routine short
  run -0 "$SUPINE" render short.routine -oone.wav
  run -0 "$SUPINE" render short.routine -o=two.wav
  run -0 "$SUPINE" render short.routine -o three.wav
  cmp one.wav two.wav
  cmp one.wav three.wav
  [ "$("$SUPINE" plan constructive-rest --fit=16m)" = \
    "$("$SUPINE" plan constructive-rest --fit 16m)" ]
  run -2 --separate-stderr "$SUPINE" plan welcome -xyz
  [[ $stderr == 'There is no option "-xyz".'* ]]
}

@test "a flag takes no value" {
  run -2 --separate-stderr "$SUPINE" plan welcome --json=yes
  [[ $stderr == "--json takes no value."* ]]
}

@test "numbers are checked against their range" {
  for value in 79 451 12x '' 99999999999999999999 -5; do
    run -2 --separate-stderr "$SUPINE" plan welcome "--speed=$value"
    [[ $stderr == "--speed takes a whole number from 80 to 450"* ]]
  done
}

@test "a duration needs its unit" {
  for value in 20 '' minutes -5m 25h 0s 1e3m '20 parsecs'; do
    run -2 --separate-stderr "$SUPINE" plan welcome "--fit=$value"
    [[ $stderr == "--fit takes a duration with its unit"* ]]
  done
}

@test "a duration is read as in a routine" {
  local asked=$("$SUPINE" plan constructive-rest --fit 16m30s)
  for value in '16 mins 30 secs' '16 minutes and 30 seconds' '16.5 min' \
    'sixteen minutes thirty seconds'; do
    run -0 "$SUPINE" plan constructive-rest --fit "$value"
    [ "$output" = "$asked" ]
  done
  asked=$("$SUPINE" plan constructive-rest --set length=900s)
  for value in '15 mins' '0.25 hrs' 'fifteen minutes'; do
    run -0 "$SUPINE" plan constructive-rest --set "length=$value"
    [ "$output" = "$asked" ]
  done
}

@test "a setting has a name and a value" {
  for value in length length= =5 ''; do
    run -2 --separate-stderr "$SUPINE" plan welcome --set "$value"
    [[ $stderr == "--set takes NAME=VALUE"* ]]
  done
}

@test "a setting that the routine cannot take is wrong usage" {
  printf 'value n 3, from 1 to 5\nrepeat @n times\n  chime\nend repeat\n' |
    routine rounds
  run -2 --separate-stderr "$SUPINE" plan rounds.routine --set n=0
  [[ $stderr == 'The value n cannot be "0": it is a number above 0.'* ]]
  run -2 --separate-stderr "$SUPINE" plan rounds.routine --set n=6
  [ "$stderr" = "The value n must be between 1 and 5, and is 6." ]
  run -2 --separate-stderr "$SUPINE" plan constructive-rest --set length=5m
  [[ $stderr == *"between 10 minutes and 20 minutes, and is 5 minutes." ]]
  run -2 --separate-stderr "$SUPINE" plan rounds.routine --set rounds=3
  [[ $stderr == *'no value called "rounds". It has: n.' ]]
  printf 'value length 30 seconds\nhold @length\n' | routine long
  run -2 --separate-stderr "$SUPINE" plan long.routine --set lenght=40s
  [[ $stderr == *'no value called "lenght". Did you mean "length"?' ]]
}

@test "a voice or background that is not there is wrong usage" {
  run -2 --separate-stderr "$SUPINE" plan welcome --voice ../../etc/passwd
  [[ $stderr == 'There is no voice "../../etc/passwd"'* ]]
  run -2 --separate-stderr "$SUPINE" plan welcome --voice clam
  [ "$stderr" = 'There is no voice "clam". Did you mean "calm"?' ]
  run -2 --separate-stderr "$SUPINE" plan welcome --background rian
  [[ $stderr == *'Did you mean "rain"?' ]]
  run -2 --separate-stderr "$SUPINE" plan welcome --background ../x
  [[ $stderr == 'The background "../x" cannot be used'* ]]
}

@test "too few and too many routines are refused" {
  run -2 --separate-stderr "$SUPINE" plan
  run -2 --separate-stderr "$SUPINE" plan one two
  run -2 --separate-stderr "$SUPINE" render
  run -2 --separate-stderr "$SUPINE" list one
}

@test "long planning is told on a terminal, and not in the results" {
  seq -f 'say This is sentence number %.0f of very many.' 20000 | routine long
  cat >run.sh <<END
"$SUPINE" plan long.routine >results &
echo \$! >pid
wait
END
  script -qfec "sh run.sh" told >/dev/null 2>&1 </dev/null 3>&- &
  await grep '^Planning long: [0-9]* sentences so far' told
  kill "$(cat pid)"
  wait
  [ ! -s results ]
  script -qfec "'$SUPINE' plan welcome" told >/dev/null 2>&1 </dev/null 3>&-
  [ "$(grep -c Planning told)" -eq 0 ]
}
