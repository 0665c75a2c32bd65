#!/bin/sh
# Nano, shown by a terminal, paints each word as it should.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
socket=$work/tmux
trap 'tmux -S "$socket" kill-server 2>/dev/null || :; rm -r "$work"' EXIT
"$SUPINE" words --editor nano >"$work/supine.nanorc"
echo "include $work/supine.nanorc" >"$work/nanorc"
cp "$here/sample.routine" "$work"

# Escape sequences as names, the ones that return to normal as <>.
name_colours() {
  sed -e 's/\x1b(B//g' -e 's/\x1b\[39m/<>/g' -e 's/\x1b\[0m/<>/g' \
    -e 's/\x1b\[31m/<red>/g' -e 's/\x1b\[32m/<green>/g' \
    -e 's/\x1b\[33m/<yellow>/g' -e 's/\x1b\[34m/<blue>/g' \
    -e 's/\x1b\[35m/<magenta>/g' -e 's/\x1b\[36m/<cyan>/g' \
    -e 's/\x1b\[90m/<grey>/g' -e 's/\x1b\[1m\x1b\[30m/<grey>/g' \
    -e 's/\x1b\[49m//g'
}

lines=$(wc -l <"$work/sample.routine")
TERM=screen-256color HOME=$work tmux -S "$socket" -f /dev/null new-session -d \
  -x 100 -y $((lines + 8)) \
  "nano --rcfile=$work/nanorc --nohelp --view $work/sample.routine"
tries=0
until tmux -S "$socket" capture-pane -p | grep -q '^wait for me'; do
  tries=$((tries + 1))
  [ "$tries" -lt 600 ] || {
    echo "nano did not show the routine"
    exit 1
  }
  sleep 0.1
done
tmux -S "$socket" capture-pane -p -e | sed "1d;$((lines + 1))q" |
  name_colours >"$work/painted"
diff "$here/nano.expected" "$work/painted"
