# What the program tells shells that complete a command line.

load helper
bats_require_minimum_version 1.5.0
load stretch

@test "the program answers with commands, routines, options, steps and values" {
  prepare
  supine complete -- re | grep -q '^render	'
  supine complete -- play wel | grep -q '^welcome'
  supine complete -- play --cap | grep -q '^--captions	'
  supine complete -- play stretch.routine --from Kn | grep -qx 'Knee to chest'
  supine complete -- plan stretch.routine --set le | grep -qx 'length='
  supine complete -- plan stretch.routine --set style=d | grep -qx 'style=deep'
  supine complete -- plan stretch.routine --set=style=d |
    grep -qx -- '--set=style=deep'
  supine complete -- render welcome --format f | grep -qx flac
  supine complete -- check --format '' | grep -q '^gcc'
  supine complete -- words --editor v | grep -qx vscode
  supine complete -- say --language en-g | grep -q '^en-gb'
  supine complete -- say --sh | grep -q '^--show	'
  supine complete -- voices d | grep -q '^de'
  supine complete -- hear sta | grep -q '^start-bell'
  supine complete -- plan welcome --background br | grep -q '^brown-noise'
  supine complete -- plan welcome --voice ca | grep -q '^calm'
  supine complete -- help pl | grep -q '^play'
  supine complete -- words hol | grep -q '^hold'
}

@test "nothing is offered where nothing is known" {
  prepare
  for words in 'xyzzy x' 'play stretch.routine --fit 2' 'version a' \
    'play nothere --from x'; do
    # shellcheck disable=SC2086 # the words are words
    run -0 supine complete -- $words
    [ -z "$output" ]
  done
}
