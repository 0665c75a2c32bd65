# The listener's own defaults reach every command that plans a session.

load helper
bats_require_minimum_version 1.5.0

setup_file() {
  command -v jq sox
}

config() {
  mkdir -p "$XDG_CONFIG_HOME/supine"
  cat >"$XDG_CONFIG_HOME/supine/config"
}

stretch() {
  routine stretch <<'ROUTINE'
title Stretch
step One
say Draw your knee in.
  explain Keep your back level.
hold 20 seconds with countdown from 5
ROUTINE
}

json() { "$SUPINE" plan stretch.routine --json "$@"; }
kinds() { json "$@" | jq -r '.events[].kind' | sort -u | tr '\n' ' '; }
length() { json "$@" | jq .duration_s; }

@test "what is configured is planned, and options win" {
  stretch
  [[ $(kinds) == *count*explain* ]]
  [[ $(kinds) != *background* ]]
  plain=$(length)
  config <<'CONFIG'
brief = yes
countdown = 0
background = rain
speed = 300
CONFIG
  [[ $(kinds) != *count* ]]
  [[ $(kinds) != *explain* ]]
  [[ $(kinds) == *background* ]]
  [ "$(length)" != "$plain" ]
  [[ $(kinds --full) == *explain* ]]
  [[ $(kinds --countdown 5) == *count* ]]
  [[ $(kinds --background off) != *background* ]]
  [ "$(length --full --countdown 5 --background off --speed 115)" = "$plain" ]
}

@test "check and render go by it too" {
  stretch
  config <<<'brief = yes'
  [ "$("$SUPINE" check stretch.routine --fit 20s)" \
    != "$("$SUPINE" check stretch.routine --fit 20s --full)" ]
  "$SUPINE" render stretch.routine -o brief.wav
  "$SUPINE" render stretch.routine -o full.wav --full
  [ "$(soxi -D brief.wav)" != "$(soxi -D full.wav)" ]
  [ "$(soxi -s brief.wav)" -eq "$(length | awk '{ printf "%.0f", $1 * 48000 }')" ]
}

@test "a wrong line is named and skipped, once, and JSON stays as it was" {
  stretch
  json >plain.json
  config <<'CONFIG'
speed = 20
voice = nobody
tempo = 3
background = thunderstorm
[keys]
pause = nothing
CONFIG
  run -0 --separate-stderr "$SUPINE" plan stretch.routine --json
  [ "$output" = "$(cat plain.json)" ]
  for line in 1 2 3 4 6; do
    [ "$(grep -c "^Your configuration, line $line: .* I skip it.$" \
      <<<"$stderr")" -eq 1 ]
  done
  cp stretch.routine other.routine
  run -0 --separate-stderr "$SUPINE" render stretch.routine other.routine -o all/
  [ "$(grep -c "line 2: there is no such voice" <<<"$stderr")" -eq 1 ]
  [ -s all/other.wav ]
}

@test "a voice on the command line is not excused" {
  stretch
  config <<<'voice = whisper'
  run -2 "$SUPINE" plan stretch.routine --voice nobody
  "$SUPINE" plan stretch.routine --voice calm >calm
  [ -s calm ]
  diff calm <(
    rm "$XDG_CONFIG_HOME/supine/config"
    "$SUPINE" plan stretch.routine)
}

@test "a configuration of garbage stops nothing" {
  stretch
  json >plain.json
  mkdir -p "$XDG_CONFIG_HOME/supine"
  head -c 20000 /dev/urandom >"$XDG_CONFIG_HOME/supine/config"
  json 2>errors | diff - plain.json
  [ -s errors ]
  rm "$XDG_CONFIG_HOME/supine/config"
  mkdir "$XDG_CONFIG_HOME/supine/config"
  json 2>errors | diff - plain.json
  [ -s errors ]
}
