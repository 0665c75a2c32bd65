#!/bin/sh
# Plays every example of the authors' reference on paper: each must make the
# timetable that is kept in examples/ under the name of its heading.
#
#   sh examples.sh LANGUAGE_GOOD FOLDER   (the program, and where to work)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$1
folder=$2

rm -rf "$folder"
mkdir -p "$folder"
awk -v folder="$folder" '
  /^```routine$/ {
    count[heading]++
    file = folder "/" heading "-" count[heading] ".routine"
    inside = 1
    next
  }
  /^```$/ { inside = 0; close(file); next }
  inside { print > file; next }
  /^#/ {
    heading = tolower($0)
    gsub(/[^a-z]+/, "-", heading)
    sub(/^-/, "", heading)
  }
' "$here/../../scripts/LANGUAGE.md"
cp "$here"/examples/*.expected "$folder"

for expected in "$folder"/*.expected; do
  if [ ! -f "${expected%.expected}.routine" ]; then
    echo "The reference has no example for $(basename "$expected")." >&2
    exit 1
  fi
done
exec "$program" "$folder"/*.routine
