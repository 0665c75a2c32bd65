# Voices, sounds and devices: what is listed, and what is said without a device.

load helper
bats_require_minimum_version 1.5.0

@test "voices begin with the styles and group by language" {
  run -0 --separate-stderr "$SUPINE" voices
  [[ ${lines[1]} == "calm: "*"the default." ]]
  [ "$(grep -c '^German: de\.$' <<<"$output")" -eq 1 ]
  [[ $output == *"English: en-us, America; "* ]]
  [[ $output == *"Variants, "*"Henrique"* ]]
  [[ $output != *mb-* ]]
  [ -z "$stderr" ]
}

@test "every voice that is listed speaks" {
  for voice in $("$SUPINE" voices | sed -n '/^Voices/,/^$/p' |
    sed -n 's/^[A-Z][^:]*: \(.*\)\.$/\1/p' | tr ';' '\n' |
    sed 's/^ *//; s/,.*//' | awk 'NR % 11 == 0') calm+f3; do
    run -3 --separate-stderr "$SUPINE" say --voice "$voice" 1 2
    [[ $stderr == "There is no sound device"* ]]
  done
}

@test "voices of one language" {
  run -0 "$SUPINE" voices de
  [ "$output" = "German: de." ]
  run -0 "$SUPINE" voices german
  [ "$output" = "German: de." ]
  run -2 --separate-stderr "$SUPINE" voices nonesuch
  [[ $stderr == 'There is no voice for "nonesuch".'* ]]
}

@test "sounds are listed as routines write them" {
  run -0 --separate-stderr "$SUPINE" sounds
  for name in "start bell" "end bell" "interval bell" tick "end mark" \
    "side change" "step change" "brown noise" "pink noise" rain sea stream \
    "low drone"; do
    [ "$(grep -cx "$name" <<<"$output")" -eq 1 ]
  done
  [ -z "$stderr" ]
}

@test "without a sound device say, hear and devices end with 3" {
  for command in "say Hello there." "hear start bell" devices; do
    run -3 --separate-stderr "$SUPINE" $command
    [ -z "$output" ]
    [ "$(wc -l <<<"$stderr")" -eq 1 ]
    [[ $stderr == "There is no sound device"* ]]
  done
}

@test "a sound device that is not there is named" {
  for command in "say Hello there." "hear start bell" "play welcome"; do
    run -3 --separate-stderr "$SUPINE" $command --device "my speakers"
    [[ $stderr == 'There is no sound device "my speakers". '*supine* ]]
  done
}

@test "an unknown sound gets the nearest, an unknown voice the list" {
  run -4 --separate-stderr "$SUPINE" hear start bel
  [ "$stderr" = 'There is no sound "start bel". Did you mean "start bell"?' ]
  run -4 --separate-stderr "$SUPINE" hear ../../etc/passwd
  [[ $stderr == *'"supine sounds" lists'* ]]
  run -2 --separate-stderr "$SUPINE" say --voice nonesuch Hello
  [[ $stderr == 'There is no voice "nonesuch". "supine voices" lists'* ]]
  run -2 --separate-stderr "$SUPINE" say --voice clam Hello
  [ "$stderr" = 'There is no voice "clam". Did you mean "calm"?' ]
  run -2 --separate-stderr "$SUPINE" say --language xx Hello
  [[ $stderr == 'There is no voice for the language "xx". '* ]]
}

@test "what is no sound is one sentence" {
  head -c 4000 /dev/urandom >noise.mp3
  printf 'RIFF\377\377\377\377WAVEfmt ' >cut.wav
  for name in noise cut; do
    run -4 --separate-stderr "$SUPINE" hear "$name"
    [ "$stderr" = "$name: The sound file cannot be decoded." ]
  done
}

@test "a kind that cannot be played is named with the command that helps" {
  ffmpeg -loglevel error -f lavfi -i sine=440:d=1 'my gong.m4a'
  printf 'title T\nsound my gong.m4a\n' >r.routine
  run -1 --separate-stderr "$SUPINE" check r.routine
  command="ffmpeg -i 'my gong.m4a' 'my gong.flac'"
  [ "$output" = "Line 2: the sound \"my gong.m4a\" is of a kind that Supine cannot play. \"$command\" makes one that it can." ]
  run -4 --separate-stderr "$SUPINE" hear my gong
  [ "$stderr" = "my gong is of a kind that Supine cannot play. \"$command\" makes one that it can." ]
  printf 'title T\nsay Hello.\n' >other.routine
  run -2 --separate-stderr "$SUPINE" plan other.routine \
    --background 'my gong.m4a'
  [[ $stderr == *'The background "my gong.m4a" is of a kind that Supine cannot play. "ffmpeg -i '* ]]
  # As one would: the command is pasted, and the routine stays as it is.
  eval "${command/ffmpeg/ffmpeg -loglevel error}"
  run -0 --separate-stderr "$SUPINE" check r.routine
  run -3 --separate-stderr "$SUPINE" hear my gong
}

@test "every kind that people have and Supine cannot play says so" {
  ffmpeg -loglevel error -f lavfi -i sine=440:d=1:r=48000 a.wav
  for name in b.m4a c.mp4 d.aac e.wma f.webm g.mka h.3gp i.wv j.ac3; do
    codec=
    [ "$name" = h.3gp ] && codec="-c:a aac"
    ffmpeg -loglevel error -i a.wav $codec "$name"
    for called in "$name" "${name%.*}"; do
      run -4 --separate-stderr "$SUPINE" hear "$called"
      [ "$stderr" = "$called is of a kind that Supine cannot play. \"ffmpeg -i $name ${name%.*}.flac\" makes one that it can." ]
    done
  done
}

@test "a file is heard by its path, as it is written" {
  sox -n -r 44100 -c 1 Flute.WAV synth 1 sine 300
  mkdir folder
  mv Flute.WAV folder
  ln -s folder/Flute.WAV Flute.WAV
  for path in ./Flute.WAV folder/Flute.WAV "$PWD/folder/flute" Flute.WAV; do
    run -3 --separate-stderr "$SUPINE" hear "$path"
    [[ $stderr == "There is no sound device"* ]]
  done
  run -4 --separate-stderr "$SUPINE" hear ./start bell
  [[ $stderr == 'There is no sound "./start bell".'* ]]
}

@test "say and hear want something, and not too much" {
  for nothing in "" "  " "..." "?!"; do
    run -2 --separate-stderr "$SUPINE" say "$nothing"
    [[ $stderr == "There is nothing to speak in that."* ]]
  done
  run -2 "$SUPINE" say
  run -2 "$SUPINE" hear
  run -2 "$SUPINE" sounds all
  run -4 --separate-stderr "$SUPINE" say "$(printf 'word %.0s' {1..500})"
  [[ $stderr == "That is too much to say at once."* ]]
}

@test "a long damaged sound file plays without a word from its decoder" {
  sox -n -r 44100 -c 1 long.wav synth 63 sine 300 gain -20
  ffmpeg -loglevel error -i long.wav -q:a 6 long.mp3
  for at in {3000..40000..701}; do
    printf 'U' | dd of=long.mp3 bs=1 seek=$at conv=notrunc status=none
  done
  rm long.wav
  routine r <<<$'title T\nbackground long full\npause 8 seconds'
  run -0 --separate-stderr "$SUPINE" render r.routine -o r.wav
  [ -z "$stderr" ]
}
