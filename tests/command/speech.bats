# What is written is said well: characters, figures and languages, from the
# file to the words that the voice is given.

load helper
bats_require_minimum_version 1.5.0

# said NAME: the words of each sentence of the routine as they are said.
said() {
  "$SUPINE" plan --json "$1" | jq -r '.events[] |
    select(.kind == "say" or .kind == "explain") | .spoken // .text'
}

# letters and their marks apart, as in text out of a PDF
decomposed() {
  printf '%b' "$1"
}

@test "ordinals in German end no sentence, and are said as ordinals" {
  routine eins <<'ROUTINE'
language de
say Das ist die 3. Runde. Wir beginnen mit der 1. Übung.
ROUTINE
  run said eins.routine
  [ "${lines[0]}" = "Das ist die dritte Runde." ]
  [ "${lines[1]}" = "Wir beginnen mit der ersten Übung." ]
  run -0 "$SUPINE" check eins.routine
  [[ $output == *'is read as one sentence, its number as an ordinal.'* ]]
  [[ $output == *'write the number as a word.'* ]]
}

@test "no is an answer, in English and in Spanish" {
  routine no <<<"say Does it hurt? No. Then go on. It is no. 5 here."
  run said no.routine
  [ "${lines[*]}" = "Does it hurt? No. Then go on. It is no. 5 here." ]
  [ "${#lines[@]}" -eq 4 ]
  printf 'language es\nsay No. Entonces sigue.\n' >no-es.routine
  run said no-es.routine
  [ "${#lines[@]}" -eq 2 ]
}

@test "letters whose marks stand apart are letters" {
  decomposed 'language de\npronounce Fu\u0308\u00dfe as Beine
say O\u0308ffne die Hu\u0308fte.\nsay Die F\u00fc\u00dfe.\n' >nfd.routine
  run said nfd.routine
  [ "${lines[0]}" = "Öffne die Hüfte." ]
  [ "${lines[1]}" = "Die Beine." ]
}

@test "names are found however their letters are composed" {
  decomposed 'value la\u0308nge 20 seconds\nexercise Hu\u0308fto\u0308ffner
  say Auf.\nend exercise\ndo H\u00fcft\u00f6ffner\nhold @l\u00e4nge\n' \
    >nfd.routine
  run -0 "$SUPINE" check nfd.routine
  [ "$output" = "Nothing is wrong." ]
  run -0 "$SUPINE" plan --json --set länge=30s nfd.routine
  [ "$(jq '[.events[] | select(.kind == "hold")][0].duration_s' \
    <<<"$output")" = 30 ]
}

@test "files are found however their names are composed" {
  sox -n -r 48000 "$(decomposed 'Glo\u0308ckchen.wav')" synth 0.5 sine 440
  routine laut <<<"sound Glöckchen"
  run -0 "$SUPINE" check laut.routine
  [ "$output" = "Nothing is wrong." ]
  mkdir -p "$XDG_DATA_HOME/supine/routines"
  printf 'say Hier.\n' \
    >"$XDG_DATA_HOME/supine/routines/$(decomposed 'u\u0308bung').routine"
  run -0 "$SUPINE" check übung
  [ "$output" = "Nothing is wrong." ]
}

@test "fancy letters and digits are letters and digits" {
  routine bold <<'ROUTINE'
say 𝗣𝗹𝗮𝗻𝗸 for 𝟯𝟬 seconds.
say Warrior Ⅱ.
say Ｐｌａｎｋ 🎉 now.
say Vṛkṣāsana.
ROUTINE
  run said bold.routine
  [ "${lines[0]}" = "Plank for 30 seconds." ]
  [ "${lines[1]}" = "Warrior 2." ]
  [ "${lines[2]}" = "Plank now." ]
  [ "${lines[3]}" = "vrick shah sana." ]
  [ "$("$SUPINE" plan --json bold.routine | jq -r '[.events[] |
    select(.kind == "say")][1].text')" = "Warrior Ⅱ." ]
}

@test "ranges and units are said in the routine's language" {
  routine en <<'ROUTINE'
say Do 10-15 breaths, 3x10 with 5 lb, and hold 30s.
ROUTINE
  run said en.routine
  [ "$output" = "Do 10 to 15 breaths, 3 times 10 with 5 pounds, and hold \
30 seconds." ]
  printf 'language fr\nsay Tenez 10-15 s.\n' >fr.routine
  run said fr.routine
  [ "$output" = "Tenez 10 à 15 secondes." ]
  printf 'language hi\nsay 10-15 बार।\n' >hi.routine
  run said hi.routine
  [ "$output" = "10 से 15 बार।" ]
}

@test "cues are in the routine's language, or in English" {
  printf 'language it\nsay Sdraiati.\nhold 1 minute\n' >it.routine
  run -0 "$SUPINE" plan --json it.routine
  [ "$(jq -r '[.events[] | select(.kind == "cue")][0].text' <<<"$output")" = \
    "Sei a metà." ]
  printf 'language el\nsay Ξάπλωσε.\nhold 1 minute\n' >el.routine
  run -0 "$SUPINE" plan --json el.routine
  [ "$(jq -r '[.events[] | select(.kind == "cue")][0].text' <<<"$output")" = \
    "Halfway." ]
  # As long as in English: no Greek voice spells it.
  greek=$(jq '[.events[] | select(.kind == "cue")][0].duration_s' <<<"$output")
  printf 'say Down.\nhold 1 minute\n' >en.routine
  [ "$("$SUPINE" plan --json en.routine | jq '[.events[] |
    select(.kind == "cue")][0].duration_s')" = "$greek" ]
}

@test "a language without words of Supine's own is told once, at its line" {
  printf 'title Άσκηση\nlanguage el\nsay Ξάπλωσε.\nhold 1 minute\nsay Ωραία.\n' \
    >el.routine
  run -0 "$SUPINE" check el.routine
  [ "${lines[0]}" = 'Line 2: Supine has no words of its own in "el", so cues and counts are in English.' ]
  [ "${lines[1]}" = "No errors." ]
  [ "${#lines[@]}" -eq 2 ]
  printf 'language it\nsay Sdraiati.\nhold 1 minute\n' >it.routine
  run -0 "$SUPINE" check it.routine
  [ "$output" = "Nothing is wrong." ]
}

@test "say shows the words that it gives the voice" {
  run -0 "$SUPINE" say --show Hold 10–15 s. Then 5 kg.
  [ "${lines[0]}" = "Hold 10 to 15 seconds." ]
  [ "${lines[1]}" = "Then 5 kilograms." ]
  [ "${#lines[@]}" -eq 2 ]
  run -0 "$SUPINE" say --show --language de --voice clear "Halte 30 s."
  [ "$output" = "Halte 30 Sekunden." ]
}

@test "counts are heard where the language's voice has no numbers" {
  printf 'language he\nsay שכב.\ncount 3 every 2 seconds\n' >he.routine
  run -0 "$SUPINE" plan --json he.routine
  [ "$(jq '[.events[] | select(.kind == "count" and .duration_s > 0.1)] |
    length' <<<"$output")" -eq 3 ]
}

@test "what the voice cannot say is warned of, with the word and a remedy" {
  routine silent <<'ROUTINE'
say ..
say Say दो now.
say Sit&nbsp;down.
say <b>Sit</b> down.
ROUTINE
  run -0 "$SUPINE" check --all silent.routine
  [[ ${lines[0]} == 'Line 1: there is no word in ".."'*'pause 3 seconds' ]]
  [[ ${lines[1]} == 'Line 2: a voice for the language "en" cannot read "दो".'* ]]
  [[ ${lines[1]} == *'pronounce दो as '* ]]
  [[ ${lines[2]} == 'Line 3: the voice reads "&nbsp;" aloud'* ]]
  [[ ${lines[3]} == 'Line 4: the voice reads "<b>" aloud'* ]]
}

@test "a word that the author says how to pronounce is not warned of" {
  routine said <<'ROUTINE'
pronounce दो as doe
say Say दो now.
ROUTINE
  run -0 "$SUPINE" check --all said.routine
  [ "$output" = "Nothing is wrong." ]
}

@test "numbers that a voice passes over in silence are warned of" {
  printf 'language he\nsay 30\n' >he.routine
  run -0 "$SUPINE" check --all he.routine
  [[ $output == *'Line 2: the voice makes no sound for "30".'* ]]
}

@test "a pronunciation is of words as the routine has them" {
  routine said <<'ROUTINE'
pronounce L/R as left and right
pronounce 4-7-8 as four seven eight
say Step L/R, and breathe 4-7-8, 10 reps/side.
ROUTINE
  run said said.routine
  [ "$output" = "Step left and right, and breathe four seven eight, 10 reps \
per side." ]
}

@test "say says what a session says, and shows it" {
  run -0 "$SUPINE" say --show 'Hold 30s & rest.'
  [ "$output" = "Hold 30 seconds and rest." ]
  run -0 "$SUPINE" say --show --language de 'Die 3. Runde, 30 Sek.'
  [ "$output" = "Die dritte Runde, 30 Sekunden." ]
}
