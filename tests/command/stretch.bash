# A routine to complete: with a step of several words and values.

prepare() {
  PATH=$(dirname "$SUPINE"):$PATH
  routine stretch <<'ROUTINE'
title Stretch
value length 45 seconds, from 20 to 90 seconds
value style plain or deep
step Knee to chest
say Go.
hold @length
when style is deep
  say Deeper.
end when
ROUTINE
}
