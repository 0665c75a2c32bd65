# The shipped routines as somebody hears them who lies on the floor with closed
# eyes.

bats_require_minimum_version 1.5.0
load helper

# Every routine once as it is, and once with each of its choices; and those
# that can be shorter and longer.
setup_file() {
  export PLANS=$BATS_FILE_TMPDIR
  HOME=$BATS_FILE_TMPDIR
  mkdir "$PLANS/fitted"
  {
    for name in $(routines); do
      request "$name" "$name"
      for choice in $(choices "$name"); do
        request "$name with $choice" "$name" "$choice"
      done
    done
    while IFS='|' read -r name shorter longer; do
      for wish in "$shorter" "$longer"; do
        printf '%s\t%s\t--fit\t%s\n' "fitted/$name to $wish" "$name" \
          "$wish minutes"
      done
    done < <(rows fits.txt)
  } >"$PLANS/asked"
  plan_all "$PLANS" <"$PLANS/asked" 2>"$PLANS/said"
}

# choices NAME: "tool=ball" for each choice that is not the usual one.
choices() {
  sed -n 's/^value \([a-z]* [a-z, ]* or [a-z ]*\)$/\1/p' "$(file_of "$1")" |
    sed 's/ or / /g; s/,//g' | while read -r value usual others; do
      for other in $others; do
        echo "$value=$other"
      done
    done
}

@test "every timetable that was asked for is there" {
  cat "$PLANS/said"
  cut -f1 "$PLANS/asked" | sort >wanted
  ended 0 <"$PLANS/ended" | diff wanted -
}

@test "no sentence is too long, needs eyes, hurries, or promises a cure" {
  jq -R -s 'split("\n") | map(select(. != ""))' "$FACTS/eyewords.txt" >eyewords
  rows silences.txt | cut -d'|' -f1 | jq -R -s 'split("\n")' >meant
  jq -r --slurpfile words eyewords --slurpfile meant meant \
    -f "$FACTS/ear.jq" "$PLANS"/*.json "$PLANS"/fitted/*.json >wrong
  none_in wrong
}

@test "silences that are meant are told from those that are not" {
  rows silences.txt | cut -d'|' -f1 | while read -r name; do
    jq -r --slurpfile words <(echo '[]') --slurpfile meant <(echo '[]') \
      -f "$FACTS/ear.jq" "$PLANS/$name.json" | grep -q ': silent for '
  done
}

# All that is said in a session is one line of the file of its language.
@test "every session says the words that keep people safe" {
  jq -r '[input_filename, .language[:2], ([.events[].text] | join(" "))]
    | join("\t")' "$PLANS"/*.json |
    while IFS=$'\t' read -r timetable language text; do
      printf '%s\n' "$timetable" >>"names-$language"
      printf '%s\n' "$text" >>"texts-$language"
    done
  for texts in texts-*; do
    language=${texts#texts-}
    rows safety.txt | grep "^$language|" | cut -d'|' -f2- >patterns
    [ -s patterns ]
    while read -r pattern; do
      grep -Eniv -e "$pattern" "$texts" | cut -d: -f1 | while read -r number; do
        echo "$(sed -n "${number}p" "names-$language") lacks $pattern"
      done
    done <patterns
  done >wrong
  none_in wrong
}

@test "every session ends on its way up" {
  jq -r '
    (input_filename | sub(".*/"; "")) as $name
    | select($name | test("^(welcome.json|movement-breaks.json"
                          + "|constructive-rest-)") | not)
    | .duration_s as $last
    | [.events[] | select(.kind == "say" and .at_s > $last - 75) | .text]
    | join(" ")
    | select(test("\\b(sit|stand|get|come|rise|walk)\\b"; "i") | not)
    | $name + ": " + .' "$PLANS"/*.json >wrong
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
  jq -r '.warnings[] | input_filename + ": " + .message' "$PLANS"/*.json \
    "$PLANS"/fitted/*.json >wrong
  none_in wrong
}

@test "shortened and lengthened they hit their length" {
  jq -r '(input_filename | capture(" to (?<m>[0-9]+)\\.json$").m | tonumber * 60)
      as $wish
    | .duration_s - $wish | select(. > 1 or . < -1)
    | input_filename + ": \(.) seconds off"' "$PLANS"/fitted/*.json >wrong
  none_in wrong
}

@test "constructive rest in other languages is laid out as in English" {
  skeleton() {
    sed -e 's/ say .*/ say/' -e 's/^say .*/say/' -e 's/explain .*/explain/' \
      -e 's/^\(title\|about\|step\|exercise\|do\) .*/\1/' \
      -e '/^  describe$/,/^  end describe$/s/^    .*/    words/' \
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

@test "the list names each with its length and a short sentence or two" {
  "$SUPINE" list --json >list.json
  jq -r '.[] | select(.about | length > 130 or test("\\bvalue\\b|@")) | .name' \
    list.json >wrong
  none_in wrong
  for name in $(routines); do
    jq -e --arg name "$name" --slurpfile plan "$PLANS/$name.json" \
      'any(.[]; .name == $name and .about != ""
               and .duration_s == $plan[0].duration_s)' list.json
  done
}
