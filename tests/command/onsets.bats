# Where sounds begin in a file, measured on its samples.

load helper
bats_require_minimum_version 1.5.0

@test "every onset of sixteen minutes stands within a millisecond" {
  "$SUPINE" render constructive-rest --background off -o session.wav
  "$SUPINE" plan constructive-rest --background off --json >plan.json
  jq -e '.duration_s > 900 and .duration_s < 1080' plan.json
  run -0 "$BUILD/tests/measure_onsets" session.wav plan.json
  echo "$output"
  last=${lines[-1]}
  [[ $last =~ ^([0-9]+)\ onsets\ from\ ([0-9.]+)\ to\ ([0-9.]+)\ s ]]
  [ "${BASH_REMATCH[1]}" -ge 20 ]
  jq -en "${BASH_REMATCH[2]} < 15 and ${BASH_REMATCH[3]} > 880"
}

@test "the measurement finds an onset that is two milliseconds late" {
  "$SUPINE" render welcome --background off -o session.wav
  "$SUPINE" plan welcome --background off --json |
    jq '.events |= map(.at_s += 0.002)' >late.json
  run -1 "$BUILD/tests/measure_onsets" session.wav late.json
}
