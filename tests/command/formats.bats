# What other programs read in the files that render writes.

load helper
bats_require_minimum_version 1.5.0

# One session in every format, once for all tests.
setup_file() {
  export FILES=$BATS_FILE_TMPDIR
  export HOME=$FILES XDG_CONFIG_HOME=$FILES XDG_DATA_HOME=$FILES
  cd "$FILES"
  cat >session.routine <<'ROUTINE'
title Übung & Ruhe
author Jemand
about What it is for.
language en-gb
step First one
say Lie down.
hold 4 seconds without cues
each side
  step Knee to chest
  say Draw your @side knee in.
  hold 3 seconds without cues
end each side
step The end
say Get up.
ROUTINE
  for ending in wav flac ogg opus mp3; do
    "$SUPINE" render session.routine -o "session.$ending"
  done
  "$SUPINE" plan session.routine --json >plan.json
}

probe() {
  ffprobe -v error -print_format json -show_format -show_streams \
    -show_chapters "$1"
}

@test "every format has the duration, within a block of its encoder" {
  seconds=$(jq .duration_s "$FILES/plan.json")
  for ending in wav flac ogg opus mp3; do
    probe "$FILES/session.$ending" |
      jq -e --argjson seconds "$seconds" \
        '(.format.duration | tonumber) - $seconds | fabs < 0.06'
  done
}

@test "every format has title, author, comment and language" {
  for ending in wav flac ogg opus mp3; do
    probe "$FILES/session.$ending" | jq -e '
      (.format.tags // {}) + (.streams[0].tags // {}) |
      with_entries(.key |= ascii_downcase) |
      .title == "Übung & Ruhe" and .artist == "Jemand" and
      (.comment // .description) == "What it is for." and
      (.language == "en-gb" or .language == "eng")'
  done
}

@test "every format has the steps as chapters, where the timetable says" {
  for ending in wav flac ogg opus mp3; do
    probe "$FILES/session.$ending" | jq -e --slurpfile plan "$FILES/plan.json" '
      [.chapters[] | [.tags.title, (.start_time | tonumber)]] as $chapters |
      [$plan[0].steps[] |
        [.name + (if .side then ", \(.side) side" else "" end), .start_s]] |
      . as $steps | ($steps | length) >= 4 and
      ($chapters | length) == ($steps | length) and
      ([range($steps | length)] | all(
        $chapters[.][0] == $steps[.][0] and
        ($chapters[.][1] - $steps[.][1] | fabs) <= 0.0006))'
  done
}

@test "wav and flac decode to the same samples" {
  for ending in wav flac; do
    ffmpeg -v error -i "$FILES/session.$ending" -f md5 "$ending.md5"
  done
  cmp wav.md5 flac.md5
}

# Integrated, after EBU R 128.
loudness() {
  ffmpeg -v error -i "$1" -af \
    ebur128=metadata=1:framelog=verbose,ametadata=print:key=lavfi.r128.I:file=- \
    -f null - | sed -n 's/.*r128.I=//p' | tail -n 1
}

@test "ogg, opus and mp3 are as loud as the wav within 0.1 dB" {
  loud=$(loudness "$FILES/session.wav")
  for ending in ogg opus mp3; do
    other=$(loudness "$FILES/session.$ending")
    echo "wav $loud, $ending $other"
    jq -en "$loud > -40 and ($loud - $other | fabs <= 0.1)"
  done
}

@test "split files joined are the whole, to the sample" {
  cp "$FILES/session.routine" .
  for ending in wav flac; do
    run -0 "$SUPINE" render session.routine -o "part.$ending" --split
    count=$(jq '.steps | length' "$FILES/plan.json")
    [ "$(grep -c "^part-0.*\.$ending$" part.m3u)" = "$count" ]
    # shellcheck disable=SC2046 # the names are words
    sox $(grep -v '^#' part.m3u) -t raw joined.raw
    sox "$FILES/session.$ending" -t raw whole.raw
    cmp joined.raw whole.raw
  done
}

@test "a file that is rendered over keeps its owner and permissions" {
  printf 'step One\nsay Hello.\n' >hello.routine
  for ending in wav flac ogg opus mp3 vtt cue; do
    echo old >"hello.$ending"
    chmod 604 "hello.$ending"
    # Only root can give files away; others' stay their own.
    [ "$(id -u)" -ne 0 ] || chown 12345:23456 "hello.$ending"
    stat -c '%a %u:%g' "hello.$ending" >"$ending.before"
  done
  for ending in wav flac ogg opus mp3; do
    run -0 "$SUPINE" render hello.routine -o "hello.$ending" \
      --captions hello.vtt --cue-sheet hello.cue
    ffprobe -v error -show_chapters "hello.$ending" | grep -q 'TAG:title=One'
  done
  for ending in wav flac ogg opus mp3 vtt cue; do
    [ "$(wc -c <"hello.$ending")" -gt 4 ]
    stat -c '%a %u:%g' "hello.$ending" | diff "$ending.before" -
  done
}

@test "a playlist names lengths and titles" {
  cp "$FILES/session.routine" .
  "$SUPINE" render session.routine -o part.ogg --split
  head -n 1 part.m3u | grep -qx '#EXTM3U'
  grep -q '^#EXTINF:[0-9]*,Knee to chest, left side$' part.m3u
  for file in $(grep -v '^#' part.m3u); do
    ffprobe -v error "$file"
  done
}

@test "a cue sheet has an index for every step" {
  cp "$FILES/session.routine" .
  "$SUPINE" render session.routine -o whole.flac --cue-sheet whole.cue
  [ "$(grep -c '^  TRACK' whole.cue)" = "$(jq '.steps | length' \
    "$FILES/plan.json")" ]
  grep -q '^FILE "whole.flac" WAVE$' whole.cue
  # The third step starts where its index says, in frames of 1/75 s.
  index=$(sed -n 's/^    INDEX 01 //p' whole.cue | sed -n 3p)
  jq -en --arg index "$index" --slurpfile plan "$FILES/plan.json" '
    ($index | split(":") | map(tonumber)) as [$m, $s, $f] |
    ($m * 60 + $s + $f / 75) - $plan[0].steps[2].start_s | fabs < 0.007'
}

@test "captions are read by another program, with the timetable's times" {
  cp "$FILES/session.routine" .
  for ending in vtt srt lrc; do
    "$SUPINE" render session.routine -o c.wav --captions "c.$ending"
    ffprobe -v error -print_format json -show_packets "c.$ending" |
      jq --argjson slack "$([ $ending = lrc ] && echo 0.006 || echo 0.0006)" \
        --slurpfile plan "$FILES/plan.json" -e '
        [.packets[].pts_time | tonumber] as $read |
        [$plan[0].events[] | select(.text and (.kind == "say" or
          .kind == "explain" or .kind == "announce" or .kind == "cue" or
          .kind == "count" or .kind == "move")) | .at_s] |
        length >= 6 and all(. as $at |
          $read | any(. - $at | fabs <= $slack))'
  done
  ffmpeg -v error -i c.vtt -f srt - | grep -qx 'Draw your left knee in.'
}

@test "streams of every format can be read by others from a pipe" {
  cp "$FILES/session.routine" .
  seconds=$(jq .duration_s "$FILES/plan.json")
  for format in wav flac ogg opus mp3; do
    "$SUPINE" render session.routine -o - --format "$format" |
      ffmpeg -v error -i - -f s16le -ac 2 -ar 48000 - | wc -c >bytes
    jq -en "$(cat bytes) / 192000 - $seconds | fabs < 0.06"
  done
}

@test "a wav stream holds the samples of the file" {
  cp "$FILES/session.routine" .
  "$SUPINE" render session.routine -o - | tail -c +45 >stream.raw
  sox "$FILES/session.wav" -t raw whole.raw
  cmp stream.raw whole.raw
}

@test "a wav stream over 4 GiB has one header" {
  printf 'title Long\nsay One.\npause 7 hours\n' >long.routine
  set +o pipefail
  "$SUPINE" render long.routine -o - 2>/dev/null | head -c 1000044 |
    tail -c +45 >begun.raw
  # No other header, but silence until the first bell.
  [ "$(head -c 40 begun.raw | tr -d '\000' | wc -c)" = 0 ]
}

@test "whoever reads a stream may stop" {
  cp "$FILES/session.routine" .
  set +o pipefail
  "$SUPINE" render session.routine -o - 2>said | head -c 1000 >some
  [ "$(wc -c <some)" = 1000 ]
  [ ! -s said ]
}

@test "many routines go into a folder, and one bad one does not spoil them" {
  cp "$FILES/session.routine" one.routine
  cp "$FILES/session.routine" two.routine
  echo 'holdd 3 seconds' >bad.routine
  run -1 --separate-stderr "$SUPINE" render one.routine bad.routine \
    two.routine -o out/ --format flac
  [[ $stderr == *'bad, line 1: '* ]]
  [[ $stderr == *'1 of 3 routines could not be rendered.'* ]]
  [ "$(ls out)" = "$(printf 'one.flac\ntwo.flac')" ]
  cmp out/one.flac out/two.flac
}

@test "many routines need a folder, and names of their own" {
  cp "$FILES/session.routine" one.routine
  mkdir other
  cp one.routine other
  run -2 "$SUPINE" render one.routine welcome -o x.wav
  run -2 "$SUPINE" render one.routine other/one.routine -o out/
  [ ! -e out ]
}

@test "captions of an unknown kind are refused before any work" {
  cp "$FILES/session.routine" .
  run -2 --separate-stderr "$SUPINE" render session.routine -o x.wav \
    --captions x.txt
  [[ $stderr == *'.vtt, .srt or .lrc'* ]]
  [ ! -e x.wav ]
}
