# Every exercise leads exactly its dose, on the right sides in the right order.

bats_require_minimum_version 1.5.0
load helper

# The timetables of all tests, in one run: each row of the doses; each bound of
# the ranges and what lies beyond it; each exercise as it is, and as others use
# it.
setup_file() {
  export PLANS=$BATS_FILE_TMPDIR
  HOME=$BATS_FILE_TMPDIR
  cd "$PLANS"
  local number=100
  {
    while IFS='|' read -r name set rest; do
      number=$((number + 1))
      # shellcheck disable=SC2086 # the settings are words
      request "dose-$number" "$name" $set
    done < <(rows doses.txt)
    while IFS='|' read -r name value least most little much; do
      request "taken-$name-$value-least" "$name" "$value=$least"
      request "taken-$name-$value-most" "$name" "$value=$most"
      [ "$little" = - ] ||
        request "refused-$name-$value-little" "$name" "$value=$little"
      [ "$much" = - ] ||
        request "refused-$name-$value-much" "$name" "$value=$much"
    done < <(rows ranges.txt)
    for file in "$SCRIPTS"/exercises/*.routine; do
      name=$(basename "$file" .routine)
      printf 'include %s\neach side\ndo %s\nend each side\n' "$name" \
        "$(sed -n 's/^exercise //p' "$file")" >"user-of-$name.routine"
      request "own-$name" "$file"
      request "use-$name" "$PWD/user-of-$name.routine"
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
