#!/bin/sh
# A session beyond 4 GiB becomes RF64, and says so. Takes minutes and 6 GB of
# disk, so it is run by hand:
#
#   sh tests/live/large.sh build/supine
set -eu
supine=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$supine" render movement-breaks -o long.wav 2>said
grep -q 'is over 4 GiB' said
[ "$(head -c 4 long.wav)" = RF64 ]
seconds=$("$supine" plan movement-breaks --json | jq .duration_s)
read=$(ffprobe -v error -show_entries format=duration -of csv=p=0 long.wav)
jq -en "$read - $seconds | fabs < 0.001"
[ "$(soxi -s long.wav)" = "$(jq -n "$seconds * 48000 | round")" ]
