# What reaches the ears, on a whole shipped routine and with other people's
# tools: the numbers that the sound is made to.

load helper
bats_require_minimum_version 1.5.0

# clear.wav is the routine without a bed, heard.wav with pink noise at its
# fullest, bed.wav the difference. Bells and closing words are measured too, so
# the quiet opening and end of the evening are left out.
setup_file() {
  cd "$BATS_FILE_TMPDIR" || return 1
  export HOME=$PWD LC_ALL=C.UTF-8
  local scripts=$BATS_TEST_DIRNAME/../../scripts
  cp "$scripts"/exercises/{single-knee-to-chest,frog-stretch}.routine .
  sed '/^opening /d; /^closing /d' "$scripts/evening.routine" >clear.routine
  sed '/^step Settling/i background pink noise full' clear.routine \
    >heard.routine
  "$SUPINE" plan clear.routine --background off --json >plan.json
  "$SUPINE" render clear.routine --background off -o clear.wav
  "$SUPINE" render heard.routine -o heard.wav
  sox -m -v 1 heard.wav -v -1 clear.wav bed.wav
}

setup() {
  cd "$BATS_FILE_TMPDIR" || return 1
}

# moments FILTER: "from to" of what the filter makes of each spoken event.
moments() {
  jq -r '[.events[] | select(.kind | IN("say", "explain", "announce", "cue",
      "count", "move"))] as $all | range($all | length) | $all[.] +
      {since: ($all[.].at_s - (if . > 0 then
         $all[. - 1].at_s + $all[. - 1].duration_s else -9 end)),
       until: ((if . + 1 < ($all | length) then $all[. + 1].at_s else 9999 end)
         - $all[.].at_s - $all[.].duration_s)} | '"$1" plan.json
}

# together FILE OUT: the moments of standard input, one after the other.
together() {
  sox "$1" "$2" trim $(sed 's/\([^ ]*\) \([^ ]*\)/=\1 =\2/')
}

# level FILE [EFFECT...]: root mean square in decibels: both, left, right.
level() {
  sox "$1" -n "${@:2}" stats 2>&1 | awk '/^RMS lev/ { print $4, $5, $6 }'
}

# loudness FILE FROM LENGTH: integrated, and the highest momentary one.
loudness() {
  ffmpeg -hide_banner -nostats -ss "$2" -t "$3" -i "$1" \
    -af ebur128=framelog=verbose -v verbose -f null - 2>&1 | awk '
    / M: *-[0-9]/ { sub(/.* M: */, ""); if (!most || $1 > most) most = $1 }
    / I: *-[0-9.]+ LUFS$/ { whole = $2 } END { print whole, most }'
}

holds() {
  echo "$1"
  awk "BEGIN { exit !($1) }"
}

@test "speech is at -18 LUFS, and nothing passes -1 dBTP" {
  moments '"\(.at_s) \(.at_s + .duration_s)"' | together clear.wav speech.wav
  run -0 loudness speech.wav 0 9999
  read -r whole most <<<"$output"
  holds "$whole > -19 && $whole < -17"
  peak=$(ffmpeg -hide_banner -nostats -t 240 -i heard.wav -af ebur128=peak=true \
    -f null - 2>&1 | awk '/Peak:/ { print $2 }')
  holds "$peak <= -1 && $peak > -12"
}

@test "sentences that nothing parts stand a second apart" {
  ffmpeg -hide_banner -nostats -i clear.wav \
    -af silencedetect=n=-50dB:d=0.4 -f null - 2>&1 |
    sed -n 's/.*silence_end: \([0-9.]*\).*duration: \([0-9.]*\)$/\1 \2/p' \
      >silences
  jq -r '[.events[] | select(.kind | IN("say", "explain"))] as $all |
    range(1; $all | length) | [$all[. - 1], $all[.]] |
    select(.[0].line == .[1].line and .[0].file == .[1].file and
      .[1].at_s - .[0].at_s - .[0].duration_s < 2) | .[1].at_s' plan.json |
    sort -nu >starts
  [ "$(wc -l <starts)" -ge 5 ]
  run -0 awk 'NR == FNR { gap[$1] = $2; next } { near = 0
    for (end in gap) if (end - $1 < 0.1 && $1 - end < 0.1) near = gap[end]
    print $1, near; if (near < 0.8 || near > 1.2) bad = 1 }
    END { exit bad }' silences starts
}

@test "a bed lies 20 dB under every sentence" {
  moments 'select(.duration_s >= 0.5) | "\(.at_s) \(.duration_s)"' |
    awk 'NR % 5 == 0' >chosen
  [ "$(wc -l <chosen)" -ge 15 ]
  while read -r at length; do
    read -r speech _ <<<"$(level clear.wav trim "$at" "$length")"
    read -r bed _ <<<"$(level bed.wav trim "$at" "$length")"
    holds "$speech - $bed >= 20 && $bed > -80"
  done <chosen
}

# ducked FROM TO: the level of the bed there, of every sentence that stands
# alone, below the band of speech: there a bed is ducked and no more.
ducked() {
  moments 'select(.since > 3 and .until > 3 and .at_s > 20) | .at_s as $a |
    (.at_s + .duration_s) as $e | "\('"$1"') \('"$2"')"' |
    together bed.wav part.wav
  level part.wav lowpass 40 lowpass 40 | cut -d' ' -f1
}

@test "a bed is ducked by 12 dB before the first word, and comes back slowly" {
  full=$(ducked '$a - 1.2' '$a - 0.22')
  # Around the middle of the ramp, long enough for noise this low.
  down=$(ducked '$a - 0.16' '$a - 0.04')
  holds "$down - $full < -5 && $down - $full > -8"
  low=$(ducked '$a - 0.01' '$e')
  holds "$low - $full < -12.2 && $low - $full > -13.7"
  held=$(ducked '$e' '$e + 0.49')
  holds "$held - $full < -11.5 && $held - $full > -14"
  up=$(ducked '$e + 0.95' '$e + 1.05')
  holds "$up - $full < -5 && $up - $full > -8"
  back=$(ducked '$e + 1.55' '$e + 2.5')
  holds "$back - $full < 1 && $back - $full > -1"
}

@test "a bed leaves with the session, over eight seconds" {
  end=$(jq .duration_s plan.json)
  read -r first _ <<<"$(level bed.wav trim "$(jq -n "$end - 4")" 0.4 highpass 6k)"
  read -r second _ <<<"$(level bed.wav trim "$(jq -n "$end - 2")" 0.4 highpass 6k)"
  # The raised cosine falls by 11.7 dB from 3.8 to 1.8 s before the end; the
  # closing words duck both.
  holds "$first - $second > 10.7 && $first - $second < 12.7"
}

@test "sides are placed with equal power, and the middle is even" {
  for side in left right null; do
    jq -r --argjson side "$([ $side = null ] && echo null || echo "\"$side\"")" \
      '.events[] | select(.kind == "say" and .side == $side) |
      "\(.at_s) \(.at_s + .duration_s)"' plan.json | together clear.wav side.wav
    read -r _ left right <<<"$(level side.wav)"
    case $side in
    left) holds "$left - $right > 5.7 && $left - $right < 6.3" ;;
    right) holds "$right - $left > 5.7 && $right - $left < 6.3" ;;
    *) holds "$left - $right < 0.05 && $right - $left < 0.05" ;;
    esac
  done
}

# windows FROM LENGTH: the level of every ten milliseconds of what is spoken.
windows() {
  sox clear.wav -t s16 - trim "$1" "$2" remix 1 | od -An -v -t d2 -w960 |
    awk '{ sum = 1e-9; for (i = 1; i <= NF; i++) sum += $i * $i
      printf "%.2f\n", 10 * log(sum / NF / 32768 ^ 2) / log(10) }'
}

@test "a bell swells, and is softer than speech" {
  run -0 windows 0 0.16
  awk '{ level[NR] = $1; if (NR == 1 || $1 > level[top]) top = NR }
    END { print top; exit !(level[1] < level[top] - 10 && top >= 3 &&
      level[8] > level[top] - 3) }' <<<"$output"
  run -0 loudness clear.wav 0 0.75
  read -r _ most <<<"$output"
  holds "$most <= -24 && $most > -45"
}

@test "a tick is short" {
  end=$(jq '[.events[] | select(.text == "end mark")][0].at_s' plan.json)
  run -0 windows "$end" 0.7
  heard=$(awk '$1 > -60' <<<"$output" | wc -l)
  holds "$heard >= 8 && $heard <= 25"
}

@test "breath rises, falls, rests at its turns, and is soft" {
  read -r in out <<<"$(jq -r '[.events[] | select(.kind == "breath_in")][3].at_s
    as $in | "\($in) \($in + 4)"' plan.json)"
  tone() {
    sox clear.wav -n trim "$(jq -n "$in + $1")" 0.1 remix 1 stat -freq 2>&1 |
      awk 'NF == 2 && $1 ~ /^[0-9.]+$/ && $2 > most { most = $2; at = $1 }
        END { print at }'
  }
  holds "$(tone 0.1) < 205 && $(tone 3.8) > 285 && $(tone 3.8) < 300"
  holds "$(tone 4.1) > 285 && $(tone 4.1) < 300 && $(tone 9.6) < 205"
  read -r turn _ <<<"$(level clear.wav trim "$(jq -n "$out - 0.01")" 0.02)"
  holds "$turn < -55 || \"$turn\" == \"-inf\""
  read -r speech _ <<<"$(loudness speech.wav 0 9999)"
  read -r breath _ <<<"$(loudness clear.wav "$in" 9.9)"
  holds "$speech - $breath > 10.5 && $speech - $breath < 14"
}
