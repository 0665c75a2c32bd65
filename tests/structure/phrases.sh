#!/bin/sh
# Every phrase that the program says is in every catalogue, translated, and
# every catalogue holds nothing else.
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
template=$folder/phrases.pot

xgettext -o "$template" --from-code=UTF-8 --language=C --keyword= \
  --keyword=phrase:2 --keyword=narrator_phrase:2 \
  --keyword=phrase_plural:2,3 \
  --keyword=PHRASE:1 src/*/*.c

sed -i s/=CHARSET/=UTF-8/ "$template"

# A literal that neither phrase() nor PHRASE() marks would never be found.
if grep -En 'phrase\([^"]*\?[^P"]*"' src/*/*.c; then
  echo "Mark the phrases above with PHRASE()."
  exit 1
fi

for catalogue in src/phrases/*.po; do
  msgfmt --check --check-format -o /dev/null "$catalogue"
  msgcmp "$catalogue" "$template"
  # The other way round: what the program does not say is obsolete.
  msgen "$template" -o "$folder/english.po"
  msgcmp --use-untranslated "$folder/english.po" "$catalogue"
  # Three forms at most: that of one, that of few, and that of all others.
  grep -Eq '^"Plural-Forms: nplurals=[123]; plural=' "$catalogue"
done

# Nobody keeps more than twelve words in mind. A single %s stands for up to
# four, as in "1 minute 30 seconds", and one among others for a key.
msgen "$template" -o "$folder/english.po"
for catalogue in src/phrases/*.po "$folder/english.po"; do
  msgcat --no-wrap "$catalogue" | awk -v file="$(basename "$catalogue")" '
    function check(sentence,   words, places) {
      words = split(sentence, list, " ")
      places = gsub(/%s/, "", sentence)
      if (words + (places == 1 ? 3 : 0) > 12) {
        print file ": more than twelve words: " list[1] " " list[2] " ..."
        failed = 1
      }
    }
    /^msgstr/ && NR > 10 {
      sub(/^msgstr(\[[0-9]\])? "/, ""); sub(/"$/, "")
      gsub(/\. |! |\? |। |。/, "&\n")
      count = split($0, sentences, "\n")
      for (i = 1; i <= count; i++) { check(sentences[i]); checked++ }
    }
    END { exit failed || checked < 60 }'
done

languages=$(find src/phrases -name '*.po' | wc -l)
[ "$languages" -ge 14 ]
