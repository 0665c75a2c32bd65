# What libraries say of their failures, for whoever asks.

load helper
bats_require_minimum_version 1.5.0

# spoilt: a routine with a sound that is none.
spoilt() {
  echo 'This is no sound.' >spoilt.wav
  printf 'say Listen.\nsound spoilt\n' | routine listen
}

@test "a library's own words are logged, where the environment asks for it" {
  spoilt
  SUPINE_LOG=debug run --separate-stderr "$SUPINE" plan listen.routine
  grep -q '^supine: libsndfile: .*[Ff]ormat not recogni[sz]ed' <<<"$stderr"
}

@test "nothing is logged unless it is asked for" {
  spoilt
  for asked in '' 0 info; do
    SUPINE_LOG=$asked run --separate-stderr "$SUPINE" plan listen.routine
    lacks '^supine: |not recogni' <<<"$stderr"
  done
}
