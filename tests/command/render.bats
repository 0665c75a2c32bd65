# supine render: sound files, whole or not at all.

load helper
bats_require_minimum_version 1.5.0

short() {
  routine short <<'ROUTINE'
title A short session
author Somebody
about For the tests.
say Breathe in.
hold 8 seconds without cues
say Breathe out.
ROUTINE
}

@test "a wav file holds as many frames as the timetable says" {
  short
  run -0 "$SUPINE" render short.routine -o short.wav
  seconds=$("$SUPINE" plan short.routine --json | jq .duration_s)
  samples=$(soxi -s short.wav)
  [ "$(soxi -r short.wav)" = 48000 ]
  [ "$(soxi -c short.wav)" = 2 ]
  [ "$samples" = "$(jq -n "$seconds * 48000 | round")" ]
}

@test "flac and wav hold the same samples" {
  short
  "$SUPINE" render short.routine -o short.wav
  "$SUPINE" render short.routine -o short.flac
  sox short.wav -t raw wav.raw
  sox short.flac -t raw flac.raw
  cmp wav.raw flac.raw
}

@test "rendering twice gives the same bytes" {
  short
  for ending in wav flac; do
    "$SUPINE" render short.routine -o "one.$ending"
    sleep 1.1
    "$SUPINE" render short.routine -o "two.$ending"
    cmp "one.$ending" "two.$ending"
  done
}

@test "there is something to hear, and silence in the hold" {
  short
  "$SUPINE" render short.routine --background off -o short.wav
  start=$("$SUPINE" plan short.routine --background off --json |
    jq '.events[] | select(.kind == "hold") | .at_s + 0.5')
  loud=$(sox short.wav -n stat 2>&1 | sed -n 's/^Maximum amplitude: *//p')
  still=$(sox short.wav -n trim "$start" 2 stat 2>&1 |
    sed -n 's/^Maximum amplitude: *//p')
  jq -en "$loud > 0.1 and $still < 0.01"
}

@test "mono makes both channels equal" {
  routine sides <<'ROUTINE'
each side
  say Draw your @side knee in.
end each side
ROUTINE
  "$SUPINE" render sides.routine -o sides.wav
  "$SUPINE" render sides.routine --mono -o mono.wav
  difference() {
    sox "$1" -n remix 1,2i stat 2>&1 | sed -n 's/^Maximum amplitude: *//p'
  }
  jq -en "$(difference sides.wav) > 0.01 and $(difference mono.wav) < 0.0001"
}

@test "without a place to write to nothing is rendered" {
  short
  run -2 --separate-stderr "$SUPINE" render short.routine
  [[ $stderr == *"-o FILE"* ]]
}

@test "an unknown ending says which there are" {
  short
  run -2 --separate-stderr "$SUPINE" render short.routine -o short.xyz
  [[ $stderr == *wav*flac*mp3* ]]
  [ ! -e short.xyz ]
}

@test "a folder that is not there is an error of the file" {
  short
  run -4 --separate-stderr "$SUPINE" render short.routine -o no/short.wav
  [ "$stderr" = \
    "no/short.wav: The file cannot be written: there is no such folder." ]
  run -4 "$SUPINE" render short.routine -o no/such/
  echo precious >file
  run -4 "$SUPINE" render short.routine -o file/short.wav
  [ "$(cat file)" = precious ]
}

@test "a folder gets a file by the name of the routine" {
  short
  mkdir there
  run -0 "$SUPINE" render short.routine -o there --format flac
  run -0 "$SUPINE" render short.routine -o new/
  [ "$(ls there new | xargs)" = "new: short.wav there: short.flac" ]
}

@test "a format that is not known is wrong usage, and so is one file for two" {
  short
  run -2 --separate-stderr "$SUPINE" render short.routine -o a --format xyz
  [[ $stderr == '--format takes wav, flac, ogg, opus or mp3.'* ]]
  run -2 "$SUPINE" render short.routine -o a.wav --cue-sheet a.wav
  run -2 "$SUPINE" render short.routine -o a.wav --captions a.vtt \
    --cue-sheet a.vtt
  [ -z "$(find . -name 'a*')" ]
}

# hundred: writes long.routine, a step more than a cue sheet has tracks.
hundred() {
  seq -f 'step Part %.0f
hold 1s without cues' 100 | routine long
}

@test "a cue sheet of 100 steps is refused first, and all else is written" {
  hundred
  run -4 --separate-stderr "$SUPINE" render long.routine -o long.opus \
    --cue-sheet long.cue --captions long.vtt
  [ "$stderr" = "long.cue: A cue sheet has at most 99 tracks, and this routine \
has 100 steps." ]
  [[ $output == "long.opus is done: "* ]]
  [ "$(ls long.*)" = "$(printf 'long.opus\nlong.routine\nlong.vtt')" ]
  [ "$(head -n 1 long.vtt)" = WEBVTT ]
  sed -i '1,2d' long.routine
  run -0 "$SUPINE" render long.routine -o long.opus --cue-sheet long.cue
  [ "$(grep -c TRACK long.cue)" -eq 99 ]
}

@test "what cannot be written is said before the sound is rendered" {
  echo 'pause 8 hours' | routine day
  mkdir there.cue
  "$SUPINE" render day.routine -o day.wav --captions no/day.vtt \
    --cue-sheet there.cue 2>said &
  await eval '[ "$(wc -l <said)" -ge 2 ]'
  # There was no time yet for eight hours of sound.
  [ ! -e day.wav ]
  kill -TERM $!
  wait $! || [ $? -eq 143 ]
  grep -qx "no/day.vtt: The file cannot be written: there is no such folder." \
    said
  grep -qx "there.cue: The file cannot be written." said
}

@test "captions that cannot be written do not keep the rest from it" {
  short
  run -4 --separate-stderr "$SUPINE" render short.routine -o short.wav \
    --captions no/short.vtt --cue-sheet short.cue
  [ "$stderr" = \
    "no/short.vtt: The file cannot be written: there is no such folder." ]
  soxi short.wav
  grep -q '^FILE "short.wav" WAVE$' short.cue
}

@test "a cue sheet needs a sound file with a name" {
  short
  run -2 --separate-stderr "$SUPINE" render short.routine -o - --cue-sheet a.cue
  [[ $stderr == "A cue sheet names the sound file"* ]]
}

@test "split files have numbers that sort, with three digits at least" {
  short
  run -0 "$SUPINE" render short.routine -o short.wav --split
  [ -s short-001.wav ]
  yes 'step On' | head -n 1000 | routine many
  run -0 "$SUPINE" render many.routine -o many.wav --split
  ls many-*.wav >listed
  [ "$(wc -l <listed)" -eq 1000 ]
  [ "$(sed -n '1p; $p' listed | xargs)" = "many-0001.wav many-1000.wav" ]
  grep -v '^#' many.m3u | cmp - listed
}

# Files cannot grow past 66 MB, more than the program's own memory takes and
# less than six minutes of sound.
full() {
  echo 'hold 6 minutes without cues' | routine long
  trap '' XFSZ
  ulimit -f 66000
  "$SUPINE" render long.routine -o long.wav
}

@test "a file that cannot be written leaves no half of one" {
  run -4 --separate-stderr full
  [[ $stderr == long.wav:* ]]
  ! ls -A | grep wav
}

@test "an older file stays when a render fails" {
  echo precious >long.wav
  run -4 full
  [ "$(cat long.wav)" = precious ]
}

@test "a long sound file is heard to its end" {
  sox -n -r 44100 -c 2 long.wav synth 80 sine 400 gain -10
  printf 'sound long\n' | routine far
  "$SUPINE" render far.routine -o far.wav
  soft=$(sox far.wav -n trim 70 5 stat 2>&1 | awk '/RMS.*amplitude/ { print $3 }')
  awk -v level="$soft" 'BEGIN { exit !(level > 0.15 && level < 0.3) }'
}

# The signal comes while the file is being written.
interrupted() {
  echo 'pause 8 hours' | routine day
  "$SUPINE" render day.routine -o day.wav &
  await eval 'ls .day.wav.*'
  kill -TERM $!
  wait $!
}

@test "a render that is interrupted leaves nothing behind and says so" {
  run -143 --separate-stderr interrupted
  [ "$stderr" = "day.wav: Interrupted, and not written." ]
  ! ls -A | grep wav
}

@test "what a killed render left is gone after the next one there" {
  echo 'pause 8 hours' | routine day
  "$SUPINE" render day.routine -o day.flac &
  await eval 'ls .day.flac.*'
  kill -KILL $!
  wait $! || [ $? -eq 137 ]
  ls .day.flac.*
  short
  run -0 "$SUPINE" render short.routine -o short.wav
  [ "$(ls -A | grep -c '^\.')" -eq 0 ]
}

# Ends in the second step, which is much longer than the first.
interrupted_split() {
  printf 'step One\npause 9 seconds\nstep Two\npause 8 hours\n' | routine day
  "$SUPINE" render day.routine -o day.wav --split &
  await eval 'ls .day-002.wav.*'
  kill -TERM $!
  wait $!
}

@test "steps that were written before an interrupt are whole" {
  run -143 --separate-stderr interrupted_split
  [ "$stderr" = "day-002.wav: Interrupted, and not written." ]
  [ "$(ls -A | grep day)" = "$(printf 'day-001.wav\nday.routine')" ]
  seconds=$("$SUPINE" plan day.routine --json | jq '.steps[1].start_s')
  [ "$(soxi -s day-001.wav)" = "$(jq -n "$seconds * 48000 | round")" ]
}

@test "a result that cannot be written is an error" {
  short
  run -4 --separate-stderr sh -c '"$SUPINE" plan short.routine >/dev/full'
  [[ $stderr == "Standard output cannot be written."* ]]
  run -4 sh -c '"$SUPINE" plan short.routine >&-'
  run -4 sh -c '"$SUPINE" render short.routine -o - >&-'
}

@test "a short wav has the plain header that every reader knows" {
  short
  "$SUPINE" render short.routine -o short.wav
  [ "$(od -A n -t u2 -j 20 -N 2 short.wav | tr -d ' ')" = 1 ]
}
