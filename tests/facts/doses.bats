# Every exercise leads exactly its dose, on the right sides in the right order.

bats_require_minimum_version 1.5.0
load helper

# The timetables of all tests, in one run: each row of the doses; each sequence;
# each bound of the ranges and what lies beyond it; each exercise as it is, and
# as others use it; the working day spoken slowly and quickly.
setup_file() {
  export PLANS=$BATS_FILE_TMPDIR
  HOME=$BATS_FILE_TMPDIR
  cd "$PLANS"
  mkdir taken
  local number=100
  {
    while IFS='|' read -r name set rest; do
      number=$((number + 1))
      # shellcheck disable=SC2086 # the settings are words
      request "dose-$number" "$name" $set
    done < <(rows doses.txt)
    while IFS='|' read -r name rest; do
      request "sequence-$name" "$name"
    done < <(rows sequences.txt)
    while IFS='|' read -r name value least most little much; do
      request "taken/$name with least $value" "$name" "$value=$least"
      request "taken/$name with most $value" "$name" "$value=$most"
      [ "$little" = - ] ||
        request "refused-$name-$value-little" "$name" "$value=$little"
      [ "$much" = - ] ||
        request "refused-$name-$value-much" "$name" "$value=$much"
    done < <(rows ranges.txt)
    number=100
    while IFS='|' read -r name set rest; do
      number=$((number + 1))
      # shellcheck disable=SC2086 # the settings are words
      request "position-$number" "$name" $set
    done < <(rows positions.txt)
    for file in "$SCRIPTS"/exercises/*.routine; do
      name=$(basename "$file" .routine)
      printf 'include %s\neach side\ndo %s\nend each side\n' "$name" \
        "$(sed -n 's/^exercise //p' "$file")" >"user-of-$name.routine"
      request "own-$name" "$file"
      request "use-$name" "$PWD/user-of-$name.routine"
    done
    for speed in 100 160 250; do
      printf 'day-%s\tmovement-breaks\t--speed\t%s\n' "$speed" "$speed"
    done
  } >asked
  plan_all "$PLANS" <asked 2>said
}

@test "every timetable is there that can be, and no other" {
  cat "$PLANS/said"
  [ "$(wc -l <"$PLANS/ended")" = "$(wc -l <"$PLANS/asked")" ]
  cut -f1 "$PLANS/asked" | grep -v '^refused-' | sort >wanted
  ended 0 <"$PLANS/ended" | diff wanted -
}

@test "each exercise has one do what the facts say" {
  rows doses.txt | cut -d'|' -f1,2 >labels
  jq -c -f "$FACTS/doing.jq" "$PLANS"/dose-*.json | paste labels - >doing
  rows doses.txt | cut -d'|' -f3 | jq -R -c -f "$FACTS/expected.jq" |
    paste labels - >expected
  diff expected doing
}

@test "each exercise lasts as long as the facts say" {
  jq .duration_s "$PLANS"/dose-*.json >lengths
  rows doses.txt | cut -d'|' -f4 | paste -d ' ' lengths - >bounded
  rows doses.txt | cut -d'|' -f1,2 | paste -d ' ' bounded - |
    awk 'NF < 4 || $1 < $2 || $1 > $3' >wrong
  none_in wrong
}

@test "nobody is kept in a position for longer than its dose, nor shorter" {
  local number=100
  while read -r row; do
    number=$((number + 1))
    jq -r --arg row "$row" -f "$FACTS/positions.jq" \
      "$PLANS/position-$number.json"
  done < <(rows positions.txt) >wrong
  none_in wrong
  [ "$number" -gt 120 ]
}

@test "a slow movement has the time that it takes" {
  jq -r -f "$FACTS/pace.jq" "$PLANS"/own-*.json "$PLANS"/dose-*.json >wrong
  none_in wrong
  jq -r '.events[] | select(.kind == "move") | .text' "$PLANS"/own-*.json |
    grep -q slowly
}

@test "the table knows every exercise that ships" {
  rows doses.txt | cut -d'|' -f1 | sort -u >known
  find "$SCRIPTS/exercises" -name '*.routine' -printf '%f\n' |
    sed 's/\.routine$//' | sort >shipped
  diff known shipped
  [ "$(wc -l <shipped)" = 23 ]
}

@test "a dose beyond its range is refused as wrong usage" {
  cut -f1 "$PLANS/asked" | grep '^refused-' | sort >wanted
  [ "$(wc -l <wanted)" -ge 20 ]
  ended 2 <"$PLANS/ended" | diff wanted -
}

# The words are those of the usual timetable, which own-NAME is.
@test "each exercise tells its movements in the order of the facts" {
  rows movements.txt | cut -d'|' -f1 | sort -u >known
  rows doses.txt | cut -d'|' -f1 | sort -u | diff - known
  rows movements.txt | while read -r row; do
    jq -r --arg row "$row" -f "$FACTS/movements.jq" \
      "$PLANS/own-${row%%|*}.json"
  done >wrong
  none_in wrong
}

@test "each exercise is described for those who have never met it" {
  jq -R -s 'split("\n") | map(select(. != ""))' "$FACTS/eyewords.txt" >eyewords
  jq -r --slurpfile words eyewords -f "$FACTS/describe.jq" "$PLANS"/own-*.json \
    >wrong
  none_in wrong
}

@test "both sides are told where there are sides" {
  jq -r 'select(any(.steps[]; .side))
    | input_filename | sub(".*/own-"; "") | sub("\\.json$"; "")' \
    "$PLANS"/own-*.json | sort >sided
  for side in left right; do
    rows movements.txt | grep "|$side|" | cut -d'|' -f1 | sort | diff sided -
  done
}

@test "each sequence goes through its steps, its doses and its time" {
  while IFS='|' read -r name steps doing seconds; do
    plan=$PLANS/sequence-$name.json
    jq -r '[.steps[] | .name + (if .side then ", " + .side else "" end)]
      | join("; ")' "$plan" >is
    jq -c -f "$FACTS/doing.jq" "$plan" >>is
    echo "$steps" >meant
    jq -R -c -f "$FACTS/expected.jq" <<<"$doing" >>meant
    diff meant is || echo "so differs $name"
    read -r least most <<<"$seconds"
    jq -r --argjson least "$least" --argjson most "$most" --arg name "$name" \
      '.duration_s | select(. < $least or . > $most)
        | "\($name) lasts \(.) seconds"' "$plan"
  done < <(rows sequences.txt) >wrong
  none_in wrong
  find "$SCRIPTS" -maxdepth 1 -name '*.routine' -printf '%f\n' |
    sed 's/\.routine$//' | grep -v -- '-\(de\|es\|fr\|hi\)$' | sort >shipped
  rows sequences.txt | cut -d'|' -f1 | sort | diff - shipped
}

@test "the working day stays on the hour at any speed of speech" {
  jq -r '[.events[] | select(.kind == "chime" and .text == "interval bell")
          | .at_s] as $rung
    | if ($rung | length) != 8 then "not eight hours" else
        range(8) | ($rung[.] - $rung[0] - . * 3600)
        | select(. < -10 or . > 10) | "\(.) seconds off the hour"
      end' "$PLANS"/day-*.json >wrong
  none_in wrong
}

@test "at the ends of a range nobody is hurried, nor left alone" {
  jq -r --slurpfile words <(echo '[]') \
    --slurpfile meant <(rows silences.txt | cut -d'|' -f1 | jq -R -s 'split("\n")') \
    -f "$FACTS/ear.jq" "$PLANS"/taken/*.json >wrong
  none_in wrong
}

@test "sides are named aloud while they are worked on" {
  jq -r '
    . as $plan | ("left", "right") as $side
    | [.events[] | select(.side == $side)]
    | select(length > 0 and (any(.[]; .text | test("\\b" + $side + "\\b"))
                             | not))
    | input_filename + " never says " + $side' "$PLANS"/own-*.json >wrong
  none_in wrong
  jq -r '.events[].side' "$PLANS"/own-*.json | grep -qx left
}

@test "an exercise serves others: what it defines plays under another title" {
  for file in "$SCRIPTS"/exercises/*.routine; do
    exercise=$(sed -n 's/^exercise //p' "$file")
    jq -e --arg name "${exercise^}" 'any(.steps[]; .name == $name)' \
      "$PLANS/use-$(basename "$file" .routine).json"
  done
}
