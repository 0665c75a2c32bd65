#!/bin/sh
# The shipped sounds are what their generator makes, to the sample, and so the
# same every time.
set -eu
sounds=$(cd "$(dirname "$0")/../../sounds" && pwd)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
mkdir "$made/beds"
"$BUILD/tests/generate_sounds" "$made"

# Another release of the encoder may pack the same samples into other bytes.
list() {
  (cd "$1" && find . -name '*.flac' | sort)
}
samples() {
  sox "$1" -t raw - | sha256sum
}
[ "$(list "$sounds")" = "$(list "$made")" ]
for file in $(list "$sounds"); do
  cmp -s "$sounds/$file" "$made/$file" ||
    [ "$(samples "$sounds/$file")" = "$(samples "$made/$file")" ] || {
    echo "$file is not what its generator makes."
    exit 1
  }
done
