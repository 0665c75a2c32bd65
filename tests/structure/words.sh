#!/bin/sh
# How a word of the language is spelled stands in its one table alone, so that
# a table in another human language could stand beside it: the rest of the room
# that reads routines spells none of them, and the editors' files, the list of
# words and the completion have every one.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The table itself, further spellings and numbers included.
"${CC:-cc}" -E -P -fpreprocessed -x c src/script/words.c |
  sed -n '/entries\[WORD_AFTER_LAST\]/,$p' >"$work/table.c"
{
  sed -n 's/^.*\] = {"\([^"]*\)", "\([^"]*\)".*/\1|\2/p' "$work/table.c" |
    sed 's/|.*/|&/; s/.*|//' | tr ' ' '\n'
  sed -n 's/^.*\] = {"\([^"]*\)".*/\1/p' "$work/table.c"
  grep -o '{"[a-z]*", [0-9]*}' "$work/table.c" | sed 's/{"//; s/".*//'
} | sort -u | sed '/^$/d' >"$work/spellings"
[ "$(wc -l <"$work/spellings")" -gt 100 ]
for word in hold license mins "wait for me" seventeen; do
  grep -qx "$word" "$work/spellings"
done

for file in src/script/*.c src/terms/*.c src/parse/*.c src/library/*.c src/command/cmd_words.c; do
  case $file in
  */words.c) [ "$file" = src/script/words.c ] && continue ;;
  */meanings.c) continue ;; # what people type who do not know the words
  esac
  "${CC:-cc}" -E -P -fpreprocessed -x c "$file" | grep -v '^#' |
    grep -o '"[^"]*"' | sed 's/^"//; s/"$//' | sort -u |
    grep -Fxf "$work/spellings" | sed "s,^,$file spells: ," || true
done >"$work/found"
if [ -s "$work/found" ]; then
  cat "$work/found"
  exit 1
fi

"$SUPINE" words | sed -n 's/^\([^:]*\): .*Example.*/\1/p' | sort -u \
  >"$work/listed"
"$SUPINE" complete words '' | cut -f 1 | sort -u >"$work/completed"
sed -n 's/^.*\] = {"\([^"]*\)".*/\1/p' "$work/table.c" | sed '/^$/d' |
  sort -u >"$work/words"
diff "$work/words" "$work/listed"
diff "$work/words" "$work/completed"
for editor in vim nano vscode; do
  "$SUPINE" words --editor "$editor" >"$work/$editor"
  tr ' ' '\n' <"$work/words" | sort -u | while read -r word; do
    grep -qi "\<$word\>" "$work/$editor" ||
      { echo "$editor lacks: $word"; exit 1; }
  done
done
