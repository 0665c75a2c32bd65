#!/bin/sh
# The house as it was drawn: which room may know which, which file may know
# which library, and how large a file may grow.
set -eu
cd "$(dirname "$0")/../.."
failures=0
compiler_headers=$("${CC:-cc}" -print-file-name=include)

complain() {
  printf '%s\n' "$*"
  failures=$((failures + 1))
}

# What each room may include beside itself.
rooms_below() {
  case $1 in
  base) ;;
  phrases | script) echo base ;;
  parse) echo base script ;;
  library) echo base script parse ;;
  plan) echo base phrases ;;
  values) echo base phrases script parse plan ;;
  speech) echo base phrases ;;
  wording) echo base phrases script plan values speech ;;
  timing) echo base phrases script plan values wording ;;
  cues) echo base phrases script plan values wording timing ;;
  planner) echo base phrases script plan values wording timing cues ;;
  sound) echo base ;;
  voice) echo base sound ;;
  mix) echo base plan sound ;;
  output) echo base ;;
  session) echo base phrases script parse library plan planner sound \
    voice mix output ;;
  render) echo base phrases plan mix sound session ;;
  memory) echo base phrases plan control session ;;
  player) echo base control mix phrases plan ;;
  control) echo base phrases ;;
  listen) echo base control mix output phrases plan script library sound \
    voice session memory player ;;
  command) echo base phrases plan script library sound voice output session \
    memory listen render usage ;;
  menu) echo base control mix phrases library session memory player listen ;;
  usage) echo base control session memory listen menu ;;
  *) complain "src/$1 is a room that this test does not know." ;;
  esac
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
  unicode/*) echo src/base/unicode.c src/phrases/measures.c \
    src/phrases/phrases.c src/phrases/spellout.c src/speech/characters.c src/speech/figures.c \
    src/speech/sentences.c src/speech/speech.c ;;
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

check_own_include() {
  room=$1 file=$2 included=${3%%/*}
  # shellcheck disable=SC2046 # the names are words
  [ "$included" = "$room" ] ||
    contains "$included" $(rooms_below "$room") ||
    complain "$file includes $3, which is not below it."
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
  file=$1 room=${1#src/}
  room=${room%%/*}
  includes=$(sed -n 's/^#include [<"]\([^>"]*\).*/\1/p' "$file")
  for header in $includes; do
    if grep -q "^#include \"$header\"" "$file"; then
      [ "$room" = main.c ] || check_own_include "$room" "$file" "$header"
    else
      check_library_include "$file" "$header"
    fi
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

if grep -q '"script/' src/plan/plan.h; then
  complain "src/plan/plan.h includes a header of script."
fi
main_lines=$(wc -l <src/main.c)
[ "$main_lines" -lt 60 ] || complain "src/main.c has $main_lines lines."

[ "$failures" = 0 ] || {
  printf '%s complaints.\n' "$failures"
  exit 1
}
