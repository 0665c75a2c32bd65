# The shipped routines as somebody hears them who lies on the floor with closed
# eyes.

bats_require_minimum_version 1.5.0
load helper

# Every routine once as it is, and once with each of its choices.
setup_file() {
  export PLANS=$BATS_FILE_TMPDIR
  HOME=$BATS_FILE_TMPDIR
  for name in $(routines); do
    plan "$name" >"$PLANS/$name.json"
    for choice in $(choices "$name"); do
      plan "$name" --set "$choice" >"$PLANS/$name with $choice.json"
    done
  done
}

# choices NAME: "tool=ball" for each choice that is not the usual one.
choices() {
  sed -n 's/^value \([a-z]*\) \([a-z ]*\) or /\1 \2 or /p' "$(file_of "$1")" |
    sed 's/ or / /g' | while read -r value usual others; do
      for other in $others; do
        echo "$value=$other"
      done
    done
}

@test "no sentence is too long, needs eyes, hurries, or promises a cure" {
  jq -R -s 'split("\n") | map(select(. != ""))' "$FACTS/eyewords.txt" >eyewords
  rows silences.txt | cut -d'|' -f1 >meant
  for timetable in "$PLANS"/*.json; do
    name=$(basename "$timetable" .json)
    jq -r --slurpfile words eyewords --arg name "$name" -f "$FACTS/ear.jq" \
      "$timetable" >heard
    if grep -qx "${name%% with *}" meant; then
      sed -i '/^silent for /d' heard
    fi
    sed "s/^/$name: /" heard
  done >wrong
  none_in wrong
}

@test "silences that are meant are told from those that are not" {
  rows silences.txt | cut -d'|' -f1 | while read -r name; do
    jq -r --slurpfile words <(echo '[]') -f "$FACTS/ear.jq" \
      "$PLANS/$name.json" | grep -q '^silent for '
  done
}

@test "every session says the words that keep people safe" {
  for timetable in "$PLANS"/*.json; do
    language=$(jq -r '.language[:2]' "$timetable")
    jq -r '[.events[].text] | join(" ")' "$timetable" >text
    rows safety.txt | grep "^$language|" | cut -d'|' -f2- >patterns
    [ -s patterns ]
    while read -r pattern; do
      grep -Eqi -e "$pattern" text || echo "$timetable lacks $pattern"
    done <patterns
  done >wrong
  none_in wrong
}

@test "every session ends on its way up" {
  for timetable in "$PLANS"/*.json; do
    case $(basename "$timetable") in
    welcome.json | movement-breaks.json | constructive-rest-*) continue ;;
    esac
    jq -r '.duration_s as $last
      | [.events[] | select(.kind == "say" and .at_s > $last - 75) | .text]
      | join(" ")' "$timetable" |
      grep -Eqi '\b(sit|stand|get|come|rise|walk)\b' || echo "$timetable"
  done >wrong
  none_in wrong
}

@test "check finds nothing in any of them, and format nothing to change" {
  mapfile -t files < <(find "$SCRIPTS" -name '*.routine' -type f)
  "$SUPINE" check "${files[@]}" >told 2>&1
  [ "$(wc -l <told)" = "${#files[@]}" ]
  run -1 grep -v ': Nothing is wrong\.$' told
  run -0 "$SUPINE" format --check "${files[@]}"
}

@test "no timetable warns of anything" {
  for timetable in "$PLANS"/*.json; do
    jq -r --arg name "$(basename "$timetable")" \
      '.warnings[] | $name + ": " + .message' "$timetable"
  done >wrong
  none_in wrong
}

@test "shortened and lengthened they hit their length without a warning" {
  while IFS='|' read -r name shorter longer; do
    for wish in "$shorter" "$longer"; do
      plan "$name" --fit "$wish minutes" | jq -r --arg name "$name" \
        --argjson wish "$wish" '(.warnings[].message),
          (.duration_s - $wish * 60 | select(. > 1 or . < -1))
          | $name + " to \($wish) minutes: \(.)"'
    done
  done < <(rows fits.txt) >wrong
  none_in wrong
}

@test "constructive rest in other languages is laid out as in English" {
  skeleton() {
    sed -e 's/ say .*/ say/' -e 's/^say .*/say/' -e 's/explain .*/explain/' \
      -e 's/^\(title\|about\|step\|exercise\|do\) .*/\1/' \
      -e '/^pronounce/d' -e '/^language/d' -e '/^value/d' -e '/^$/d' "$1"
  }
  skeleton "$SCRIPTS/constructive-rest.routine" >english
  for language in de es fr hi; do
    skeleton "$SCRIPTS/constructive-rest-$language.routine" >other
    diff english other
    jq -e --arg language "$language" '.language == $language
      and .duration_s > 900 and .duration_s < 1020' \
      "$PLANS/constructive-rest-$language.json"
  done
}

@test "the list reads well: one short sentence or two a routine" {
  "$SUPINE" list --json >list.json
  jq -r '.[] | select(.about | length > 130 or test("\\bvalue\\b|@")) | .name' \
    list.json >wrong
  none_in wrong
  for name in $(routines); do
    jq -e --arg name "$name" 'any(.[]; .name == $name and .about != "")' \
      list.json
  done
}
