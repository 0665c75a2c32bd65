#!/bin/sh
# Draws the picture in the README from what Supine really does: the waveform of
# a rendered session over its timetable. Needs ffmpeg and jq.
#
#   sh src/install/picture.sh [PROGRAM] >src/install/session.svg
set -eu
supine=${1:-build/supine}
routine=half-kneeling-psoas-stretch
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$supine" plan "$routine" --json >"$work/plan.json"
"$supine" render "$routine" -o "$work/session.wav" >"$work/said"

# The loudest sample of every stretch, a number a line.
seconds=$(jq .duration_s "$work/plan.json")
columns=1000
window=$(jq -n "48000 * $seconds / $columns | floor")
ffmpeg -v error -i "$work/session.wav" -ac 1 -f s16le -c:a pcm_s16le - |
  od -An -v -w2 -t d2 |
  awk -v window="$window" '
    { level = $1 < 0 ? -$1 : $1; if (level > peak) peak = level }
    NR % window == 0 { printf "%d\n", peak; peak = 0 }' >"$work/peaks"

# The steps and the waveform above, a row below for each kind of event, and the
# minutes under them.
draw() {
  cat <<'HEAD'
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1040 330"
     font-family="sans-serif" font-size="13">
<rect width="1040" height="330" fill="#fbf8f1"/>
HEAD
  awk '{ height = $1 / 32768 * 80 + 0.4
         path = path sprintf("M%d %.1fV%.1f", 20 + NR, 108 - height, 108 + height) }
    END { printf "<path d=\"%s\" stroke=\"#1d3b43\"/>\n", path }' "$work/peaks"
  jq -r --argjson total "$seconds" --argjson width "$columns" '
    def x: . / $total * $width + 20 | . * 10 | round / 10;
    def w: . / $total * $width | . * 10 | round / 10;
    def clean: gsub("&"; "&amp;") | gsub("<"; "&lt;");
    def box(y; colour): "<rect x=\"\(.at_s | x)\" y=\"\(y)\" width=\"" +
      "\([.duration_s | w, 1] | max)\" height=\"16\" fill=\"\(colour)\"/>";
    (.steps[] | "<path d=\"M\(.start_s | x) 8V272\" stroke=\"#bbb09a\"/>" +
      "<text x=\"\((.start_s | x) + 4)\" y=\"20\">\(.name | clean)" +
      "\(if .side then ", " + .side else "" end)</text>"),
    (.events[] |
      if .kind == "say" or .kind == "explain" then box(194; "#5b8c7b")
      elif .kind == "announce" then box(214; "#c08a3e")
      elif .kind == "hold" or .kind == "rest" then box(234; "#c9d6c8")
      elif .kind == "cue" or .kind == "count" or .kind == "chime"
      then box(254; "#9c4a3c")
      else empty end),
    (range(0; $total; 60) | (x) as $at |
      "<path d=\"M\($at) 272v5\" stroke=\"#666\"/>" +
      "<text x=\"\($at)\" y=\"290\" fill=\"#666\" font-size=\"11\">" +
      "\(. / 60) min</text>")' "$work/plan.json"
  cat <<'KEY'
<g fill="#444">
<rect x="24" y="306" width="12" height="12" fill="#5b8c7b"/>
<text x="42" y="317">spoken by the author</text>
<rect x="204" y="306" width="12" height="12" fill="#c08a3e"/>
<text x="222" y="317">announced</text>
<rect x="314" y="306" width="12" height="12" fill="#c9d6c8"/>
<text x="332" y="317">held in silence, exactly</text>
<rect x="504" y="306" width="12" height="12" fill="#9c4a3c"/>
<text x="522" y="317">halfway, countdown, chimes</text>
</g>
</svg>
KEY
}
draw
