# How routines are found, and what is said about wrong ones.

load helper
bats_require_minimum_version 1.5.0

@test "a routine is found by its name, and one's own comes first" {
  run -0 "$SUPINE" plan welcome --json
  shipped=$(jq -r .title <<<"$output")
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  printf 'title My own welcome\nsay Hello.\n' \
    >"$XDG_DATA_HOME/supine/routines/welcome.routine"
  run -0 "$SUPINE" plan welcome --json
  [ "$(jq -r .title <<<"$output")" = "My own welcome" ]
  [ "$shipped" != "My own welcome" ]
}

@test "a name of nothing gets the nearest name" {
  for command in plan "render -o x.wav"; do
    # shellcheck disable=SC2086
    run -4 --separate-stderr "$SUPINE" $command welcom
    [[ $stderr == 'There is no routine "welcom". Did you mean "welcome"?' ]]
  done
}

@test "a name like no other points to the list" {
  run -4 --separate-stderr "$SUPINE" plan xyzzyxyzzy
  [[ $stderr == *'"supine list"'* ]]
}

@test "errors begin with their line and end with status 1" {
  routine wrong <<'ROUTINE'
title Wrong
say Hello.
holdd 30 seconds
ROUTINE
  run -1 --separate-stderr "$SUPINE" plan wrong.routine
  [[ $stderr == 'Line 3: '*'Did you mean "hold"?'* ]]
  [ -z "$output" ]
  run -1 --separate-stderr "$SUPINE" render wrong.routine -o wrong.wav
  [[ $stderr == 'Line 3: '* ]]
  [ ! -e wrong.wav ]
}

@test "five errors are shown, and how many more there are" {
  for line in 1 2 3 4 5 6 7; do echo "holdd $line seconds"; done |
    routine wrong
  run -1 --separate-stderr "$SUPINE" plan wrong.routine
  [ "$(grep -c '^Line' <<<"$stderr")" = 5 ]
  [[ $stderr == *'And 2 more errors.'* ]]
}

@test "a file that cannot be read is an error of the file" {
  mkdir folder.routine
  run -4 --separate-stderr "$SUPINE" plan folder.routine
  [ -n "$stderr" ]
}

@test "control characters of a routine never reach the terminal" {
  printf 'title Bell\a and \033[31mred\nsay Hello \033]0;x\a there.\n' |
    routine sneaky
  for command in plan "plan --json" "render -o sneaky.wav"; do
    # shellcheck disable=SC2086
    run "$SUPINE" $command sneaky.routine
    lacks "$(printf '[\001-\010\013-\037]')" <<<"$output"
  done
}

@test "a length out of reach ends with status 2 and the range" {
  routine fixed <<'ROUTINE'
say Stay.
hold exactly 1 minute without cues
ROUTINE
  run -2 --separate-stderr "$SUPINE" plan fixed.routine --fit 1h
  [ -n "$stderr" ]
  [ -z "$output" ]
}

# installed_with NAME...: an installation in which these routines ship.
installed_with() {
  mkdir -p prefix/bin prefix/share/supine/scripts
  cp "$SUPINE" prefix/bin
  cp -r "$BATS_TEST_DIRNAME/../../sounds" prefix/share/supine
  for name in "$@"; do
    cp "$BATS_TEST_DIRNAME/../../scripts/$name.routine" \
      prefix/share/supine/scripts
  done
  SUPINE=$PWD/prefix/bin/supine
}

@test "the list names what ships, with the lengths that are planned" {
  installed_with welcome slow-breathing
  run -0 --separate-stderr "$SUPINE" list --json
  [ -z "$stderr" ]
  [ "$(jq -c 'map(.name)' <<<"$output")" = '["slow-breathing","welcome"]' ]
  for name in welcome slow-breathing; do
    planned=$("$SUPINE" plan "$name" --json | jq .duration_s)
    jq -e --argjson planned "$planned" --arg name "$name" --arg root "$PWD" \
      'any(.[]; .name == $name and .duration_s == $planned
               and (.file | startswith($root + "/prefix/share/")))' \
      <<<"$output"
  done
  run -0 "$SUPINE" list
  [[ ${lines[0]} == 'slow-breathing, '*' minutes'*'. '* ]]
  [[ ${lines[1]} == 'welcome, '* ]]
  [ "${#lines[@]}" = 2 ]
}

@test "a routine with errors is in the list and says so" {
  installed_with welcome
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  echo 'holdd 3 seconds' >"$XDG_DATA_HOME/supine/routines/broken.routine"
  run -0 "$SUPINE" list
  [[ $output == *'broken, has errors'* ]]
  run -0 "$SUPINE" list --json
  jq -e '.[] | select(.name == "broken") | .duration_s == null' <<<"$output"
}

@test "without what ships, list and a name say so" {
  mkdir -p lone/bin lone/scripts "$XDG_DATA_HOME/supine/routines"
  cp "$SUPINE" lone/bin/supine
  echo 'title No routine of ours' >lone/scripts/welcome.routine
  run -4 --separate-stderr lone/bin/supine list
  [ -z "$output" ]
  [[ $stderr == 'The routines that come with Supine are not beside'*'Type "'* ]]
  run -4 --separate-stderr lone/bin/supine plan welcome
  [[ $stderr == 'There is no routine "welcome". The routines that come '* ]]
  printf 'title Mine\nsay Hello.\n' \
    >"$XDG_DATA_HOME/supine/routines/mine.routine"
  run -4 --separate-stderr lone/bin/supine list
  [[ $output == 'mine, '* ]]
}

@test "what ships is found from a build folder anywhere, and where it is moved" {
  mkdir -p tree
  cp -r "$BATS_TEST_DIRNAME/../../scripts" "$BATS_TEST_DIRNAME/../../sounds" tree
  cp -r "$BATS_TEST_DIRNAME/../../src" "$BATS_TEST_DIRNAME/../../CMakeLists.txt" \
    tree
  echo 'title Only here' >tree/scripts/only-here.routine
  echo 'say Hello.' >>tree/scripts/only-here.routine
  for folder in elsewhere/build tree/build; do
    cmake -G Ninja -S tree -B "$folder" >/dev/null
    cp "$SUPINE" "$folder/supine"
    run -0 "$folder/supine" plan only-here --json
    [ "$(jq -r .title <<<"$output")" = "Only here" ]
  done
  mv tree moved
  run -0 moved/build/supine list
  [[ $output == *'only-here, '* ]]
}
