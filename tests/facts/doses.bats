# Every exercise leads exactly its dose, on the right sides in the right order.

bats_require_minimum_version 1.5.0
load helper

# told NAME SETTINGS DOING LEAST MOST: prints what is wrong, if anything is.
told() {
  mapfile -t options < <(settings $2)
  plan "$1" "${options[@]}" >plan.json || return
  jq -c -f "$FACTS/doing.jq" plan.json >doing
  jq -R -c -f "$FACTS/expected.jq" <<<"$3" >expected
  if ! cmp -s doing expected; then
    printf '%s %s:\n' "$1" "$2"
    diff expected doing || true
  fi
  jq -e ".duration_s >= $4 and .duration_s <= $5" plan.json >/dev/null ||
    printf '%s %s lasts %s seconds\n' "$1" "$2" "$(jq .duration_s plan.json)"
}

@test "each exercise has one do what the facts say" {
  while IFS='|' read -r name set doing seconds; do
    told "$name" "$set" "$doing" $seconds
  done < <(rows doses.txt) >wrong
  none_in wrong
}

@test "the table knows every exercise that ships" {
  rows doses.txt | cut -d'|' -f1 | sort -u >known
  find "$SCRIPTS/exercises" -name '*.routine' -printf '%f\n' |
    sed 's/\.routine$//' | sort >shipped
  diff known shipped
  [ "$(wc -l <shipped)" = 23 ]
}

@test "doses can be chosen in their range and not beyond it" {
  while IFS='|' read -r name value least most little much; do
    for taken in "$least" "$most"; do
      run -0 plan "$name" --set "$value=$taken"
    done
    for refused in "$little" "$much"; do
      if [ "$refused" != - ]; then
        run -2 plan "$name" --set "$value=$refused"
      fi
    done
  done < <(rows ranges.txt)
}

@test "sides are named aloud while they are worked on" {
  for file in "$SCRIPTS"/exercises/*.routine; do
    plan "$file" >plan.json
    for side in left right; do
      jq -e --arg side "$side" '
        [.events[] | select(.side == $side)] as $there
        | ($there | length) == 0
          or any($there[]; .text | test("\\b" + $side + "\\b"))' plan.json
    done
  done
}

@test "an exercise serves others: what it defines plays under another title" {
  for file in "$SCRIPTS"/exercises/*.routine; do
    name=$(basename "$file" .routine)
    exercise=$(sed -n 's/^exercise //p' "$file")
    printf 'include %s\neach side\ndo %s\nend each side\n' "$name" \
      "$exercise" >user.routine
    run -0 plan user.routine
    [[ $output == *'"name": "'"${exercise^}"'"'* ]]
  done
}
