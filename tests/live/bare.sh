#!/bin/sh
# The README's two commands on a bare Debian: the first one typed by somebody
# who is not root and has sudo, a session rendered there, and the tests that
# need no sound device. Takes minutes, the network and root:
#
#   sh tests/live/bare.sh [RELEASE [first]]    "first": the first command alone
#
# Ends with 75 when the machine's package source does not have the release.
set -eu
cd "$(dirname "$0")/../.."
. tests/live/root.sh
release=${1:-$(root_own_release)}
trap root_remove EXIT
trap 'exit 1' HUP INT TERM

# passed SENTENCE: says when, in seconds since the last time.
passed() {
  printf '%s: %s, %s s\n' "$release" "$1" "$(($(date +%s) - since))"
  since=$(date +%s)
}
since=$(date +%s)

as_anna() {
  root_run su - anna -c "cd supine && $1" </dev/null
}

root_make "$release"
root_run apt-get -qq install --no-install-recommends sudo >"$root.log" 2>&1 || {
  tail -n 3 "$root.log"
  exit 1
}
root_run useradd -m -s /bin/bash anna
echo 'anna ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/anna"
mkdir "$root/home/anna/supine"
tar -c --exclude='./build*' --exclude=./.git . |
  tar -x -C "$root/home/anna/supine"
root_run chown -R anna: /home/anna
passed "made"

as_anna 'sh src/setup.sh' >"$root.log" 2>&1 || {
  tail -n 30 "$root.log"
  exit 1
}
grep '^Supine is ready' "$root.log"
passed "the first command"
as_anna 'sh src/setup.sh' >/dev/null
passed "the first command once more"

# As long as the plan says: four bytes a frame, and a header.
header=$(as_anna 'build/supine render welcome -o - --format wav 2>/dev/null |
  wc -c >bytes
  build/supine plan welcome --json |
    sed -n "s/^  \"duration_s\": \(.*\),/\1/p" >seconds
  paste bytes seconds | awk "{ print int(\$1 - \$2 * 48000 * 4) }"')
[ "$header" -ge 43 ] && [ "$header" -lt 1000 ] || {
  echo "The session is $header bytes longer than it was planned."
  exit 1
}
passed "a session rendered"
[ "${2-}" != first ] || exit 0

as_anna "sh tests/run.sh -L '^(unit|language|command)\$'" >"$root.log" 2>&1 || {
  grep -A 100 'tests passed' "$root.log" || tail -n 50 "$root.log"
  exit 1
}
grep -E 'Formatting and lint|tests passed' "$root.log"
passed "the second command"
