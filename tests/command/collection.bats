# Two thousand sentences as public collections have them, from the file to the
# engine: no letter is spelled, and nothing is passed over in silence.

load helper
bats_require_minimum_version 1.5.0

# What is a word of one letter in each language, and "ok"; in Turkish the stem
# that is left of "ila", "edin" and "adım" when the engine parts endings.
words_of_one_letter() {
  case $1 in
  en) echo aiok ;;
  es) echo aeouy ;;
  fr) echo aày ;;
  it) echo aeoiè ;;
  pt) echo aeoàé ;;
  pl) echo aiouwz ;;
  ru) echo аивкосуя ;;
  uk) echo аівйзоуєя ;;
  cs) echo aiouksvz ;;
  sv) echo iåö ;;
  tr) echo aei ;;
  esac
}

# Plans each language once: LANGUAGE.json, and LANGUAGE.told, what is wrong.
setup_file() {
  cd "$BATS_FILE_TMPDIR"
  export HOME=$BATS_FILE_TMPDIR
  awk -v most=48 -f "$BATS_TEST_DIRNAME/collection.awk" \
    "$BATS_TEST_DIRNAME/collection.txt" >sentences
  cut -f 1 sentences | sort -u >languages
  while read -r language; do
    {
      printf 'language %s\n' "$language"
      awk -F '\t' -v language="$language" \
        '$1 == language { print "say " $2 }' sentences
    } >"$language.routine"
    "$SUPINE" plan --json "$language.routine" >"$language.json"
    "$SUPINE" check --all --no-hints "$language.routine" >"$language.told"
  done <languages
}

@test "the sentences are two thousand and more, each another" {
  cd "$BATS_FILE_TMPDIR"
  [ "$(sort -u sentences | wc -l)" -ge 2000 ]
  [ "$(wc -l <languages)" -eq 15 ]
}

# The engine tells by "Found: 'x'" that it looked a letter up by itself.
@test "no letter is spelled" {
  cd "$BATS_FILE_TMPDIR"
  while read -r language; do
    jq -r '.events[] | select(.kind == "say") | .spoken // .text' \
      "$language.json" |
      espeak-ng -q -X -v "$language" |
      sed -n "s/^Found: '\([[:alpha:]]\)' .*/\1/p" | sort -u >letters
    allowed=$(words_of_one_letter "$language")
    grep -v "[${allowed:-0}]" letters >spelled || true
    [ ! -s spelled ] || {
      echo "$language: $(tr '\n' ' ' <spelled)"
      return 1
    }
  done <languages
}

@test "nothing is silent, and nothing is warned of" {
  cd "$BATS_FILE_TMPDIR"
  while read -r language; do
    [ "$(jq '[.events[] | select(.kind == "say" and .duration_s < 0.2)] |
      length' "$language.json")" -eq 0 ]
    lacks 'cannot read|reads .* aloud|no sound for|no word in' \
      <"$language.told"
  done <languages
}
