#!/bin/sh
# The house as it was drawn: which room may know which, which file may know
# which library, and how large a file and a room may grow. Who knows whom is
# read from the built objects (who defines, who calls) and, for what has only
# types, from the lines that include.
set -eu
cd "$(dirname "$0")/../.."
failures=0
compiler_headers=$("${CC:-cc}" -print-file-name=include)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

complain() {
  printf '%s\n' "$*"
  failures=$((failures + 1))
}

# The floors, from the roof down. A room knows those on the floors below it;
# rooms on one floor do not know each other.
cat >"$work/floors" <<'END'
command
usage
menu
listen render
player memory
session
control output mix
voice
sound
planner
cues
timing
wording
speech values
plan
library
parse
terms
script
phrases
system
base
END

# What still has to go: an arrow "FROM TO", as the complaint names it, a room
# that is "ROOM too large", a file name that stands "NAME twice". To be emptied;
# nothing is added here.
cat >"$work/excused" <<'END'
END

is_excused() {
  grep -qx "$1" "$work/excused"
}

# Libraries beyond C, POSIX and Linux, and the only files that know them.
library_files() {
  case $1 in
  espeak-ng/*) echo src/voice/espeak.c ;;
  portaudio.h | pa_linux_alsa.h | alsa/*) echo src/output/speaker.c ;;
  sndfile.h) echo src/render/sound_file.c src/sound/link.c ;;
  FLAC/metadata.h) echo src/render/chapters_flac.c ;;
  ogg/ogg.h) echo src/render/chapters_ogg.c src/sound/chain.c ;;
  soxr.h) echo src/sound/resample.c ;;
  ebur128.h) echo src/voice/level.c ;;
  systemd/*) echo src/control/bus.c src/control/inhibit.c src/control/mpris.c \
    src/control/reader.c ;;
  unicode/*) echo src/base/unicode.c src/phrases/icu_measures.c \
    src/phrases/phrases.c src/phrases/spellout.c src/speech/characters.c \
    src/speech/figures.c src/speech/sentences.c src/speech/signs.c \
    src/speech/speech.c ;;
  jansson.h) echo src/plan/print.c src/command/cmd_list.c \
    src/memory/place_lines.c src/memory/place_lines.h \
    src/memory/place_text.c ;;
  ini.h) echo src/memory/config.c ;;
  *) return 1 ;;
  esac
}

is_system_header() {
  case $1 in
  */*) [ "${1%%/*}" = sys ] || [ "${1%%/*}" = linux ] ;;
  *) [ -f "/usr/include/$1" ] && ! library_files "$1" >/dev/null ||
    [ -f "$compiler_headers/$1" ] ;;
  esac
}

contains() {
  word=$1
  shift
  case " $* " in
  *" $word "*) return 0 ;;
  *) return 1 ;;
  esac
}

# Every arrow between two files, each a .c and .h of one name: FROM, TO, and the
# name that makes it or "include".
list_arrows() {
  for file in src/*/*.c; do
    object=$BUILD/CMakeFiles/rooms.dir/$file.o
    if [ -f "$object" ]; then
      printf '%s\n' "$object"
    else
      # What is built with or without the buses alone.
      case $file in
      src/control/*) ;;
      *) complain "$file has no object in $BUILD." >&2 ;;
      esac
    fi
  done >"$work/objects"
  # shellcheck disable=SC2046 # no name has a space
  (cd "$BUILD/CMakeFiles/rooms.dir" &&
    nm -A $(sed 's,.*/rooms.dir/,,' "$work/objects")) | awk '
    {
      split($0, part, ":")
      file = part[1]
      sub(/^src\//, "", file)
      sub(/\.c\.o$/, "", file)
      kind = $(NF - 1)
      if (kind == "U") called[file " " $NF]
      else if (kind ~ /^[A-TV-Z]$/) home[$NF] = file
    }
    END {
      for (call in called) {
        split(call, part, " ")
        if (part[2] in home && home[part[2]] != part[1])
          print part[1], home[part[2]], part[2]
      }
    }'
  grep -o '^#include "[^"]*"' src/*/*.[ch] | sed -n '
    s,^src/\(.*\)\.[ch]:#include "\(.*\)\.h"$,\1 \2 include,p' |
    awk '$1 != $2'
}

# Writes those arrows of the list that lead nowhere down.
find_arrows_up() {
  awk '
    FILENAME == ARGV[1] {
      for (i = 1; i <= NF; i++) floor[$i] = FNR
      next
    }
    {
      split($1, from, "/")
      split($2, to, "/")
      if (!(from[1] in floor)) print "src/" from[1] " stands on no floor."
      else if (from[1] != to[1] && floor[to[1]] <= floor[from[1]])
        print $1 " -> " $2 " does not lead down (" $3 ")."
    }' "$work/floors" "$work/arrows" | sort -u
}

# A circle of files is one that tsort cannot put into an order.
find_circles() {
  cut -d ' ' -f 1,2 "$work/arrows" | sort -u | tsort 2>&1 >"$work/order" |
    sed -n 's,^tsort: \([^ ]*/[^ ]*\)$,\1,p' | sort -u >"$work/in circles"
  awk '
    FILENAME == ARGV[1] { circling[$1]; next }
    $1 in circling && $2 in circling { print $1 " -> " $2 " (" $3 ")" }
  ' "$work/in circles" "$work/arrows" | sort
}

check_arrows() {
  list_arrows | sort -u >"$work/all arrows"
  [ "$(grep -vc ' include$' "$work/all arrows")" -gt 1000 ] ||
    complain "The objects in $BUILD show hardly a call."
  awk '
    FILENAME == ARGV[1] { excused[$1 " " $2]; next }
    !(($1 " " $2) in excused)
  ' "$work/excused" "$work/all arrows" >"$work/arrows"
  find_arrows_up >"$work/complaints"
  if [ -s "$work/complaints" ]; then
    cat "$work/complaints"
    complain "The arrows above do not lead down."
  fi
  find_circles >"$work/complaints"
  if [ -s "$work/complaints" ]; then
    cat "$work/complaints"
    complain "The files above know each other in circles."
  fi
}

check_sizes() {
  for room in src/*/; do
    name=$(basename "$room")
    files=$(find "$room" -name '*.[ch]' | wc -l)
    lines=$(find "$room" -name '*.[ch]' -exec cat {} + | wc -l)
    [ "$files" -le 30 ] && [ "$lines" -le 4000 ] ||
      is_excused "$name too large" ||
      complain "$room holds $files files and $lines lines, over 30 or 4000."
  done
  for name in $(find src -name '*.[ch]' | sed 's/\.[ch]$//' | sort -u |
    sed 's,.*/,,' | sort | uniq -d); do
    is_excused "$name twice" ||
      complain "The file name $name stands in two rooms."
  done
}

check_library_include() {
  file=$1 header=$2
  if is_system_header "$header"; then
    return
  fi
  files=$(library_files "$header") ||
    complain "$file includes <$header>, which no room is known to need."
  # shellcheck disable=SC2086
  contains "$file" $files ||
    complain "$file includes <$header>, which belongs in $files."
}

check_includes() {
  headers=$(sed -n 's/^#include <\([^>]*\).*/\1/p' "$1")
  for header in $headers; do
    check_library_include "$1" "$header"
  done
}

# 80 columns are counted in characters: the files are UTF-8.
check_shapes() {
  if LC_ALL=C.UTF-8 grep -nE '^.{81}' "$@"; then
    complain "The lines above have more than 80 columns."
  fi
  if grep -nwE 'TODO|FIXME|XXX|HACK' "$@"; then
    complain "The lines above leave something for later."
  fi
  awk '
    function say(what) { print what; bad = 1 }
    FNR == 1 { start = 0 }
    FNR == 1 && !/^\/\* ./ {
      say(FILENAME " does not open with a line that says what it is for.") }
    FNR == 501 { say(FILENAME " has more than 500 lines.") }
    /^{/ { start = FNR }
    /^}/ && start && FNR - start > 80 {
      say(FILENAME ":" start ": a function of " FNR - start " lines, over 80") }
    /^}/ { start = 0 }
    END { exit bad }' "$@" || complain "The files above have outgrown a house."
}

# shellcheck disable=SC2046 # no name has a space
check_shapes $(find src tests -name '*.[ch]' | LC_ALL=C sort)
for file in $(find src -name '*.[ch]' | LC_ALL=C sort); do
  check_includes "$file"
done
check_arrows
check_sizes

if grep -q '"script/' src/plan/plan.h; then
  complain "src/plan/plan.h includes a header of script."
fi
# The player is pure: of rooms that do things it knows the values alone.
if grep -E '"(mix|control)/' src/player/*.[ch] |
  grep -vE '"(mix/message|control/keys|control/request)\.h"'; then
  complain "src/player includes more than values."
fi
main_lines=$(wc -l <src/main.c)
[ "$main_lines" -lt 60 ] || complain "src/main.c has $main_lines lines."

[ "$failures" = 0 ] || {
  printf '%s complaints.\n' "$failures"
  exit 1
}
