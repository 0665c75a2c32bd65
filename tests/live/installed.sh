#!/bin/sh
# The package of a Debian release: built there, found without fault by its
# lintian, then installed in a clean root with what it depends on, used by
# somebody who is not root, and removed without a trace. Takes minutes, the
# network and root:
#
#   sh tests/live/installed.sh [RELEASE]
set -eu
cd "$(dirname "$0")/../.."
. tests/live/root.sh
release=${1:-$(root_own_release)}
builder=$(mktemp -d)
tidy_up() {
  umount -l "$builder/proc" 2>/dev/null || true
  rm -rf --one-file-system "$builder"
  root_remove
}
trap tidy_up EXIT
trap 'exit 1' HUP INT TERM

root_make "$release"
cp -a --one-file-system "$root/." "$builder"
mkdir "$builder/root/supine"
tar -c --exclude='./build*' --exclude=./.git . |
  tar -x -C "$builder/root/supine"
mount -t proc proc "$builder/proc"
clean=$root
root=$builder
root_run sh -eu -c '
  cd /root/supine
  sh src/setup.sh packages </dev/null
  apt-get install -qq -y --no-install-recommends dpkg-dev lintian appstream
  cmake -G Ninja -B build && cmake --build build
  cd build && cpack' >"$clean.log" 2>&1 || {
  tail -n 30 "$clean.log"
  exit 1
}
root_run sh -c 'lintian --allow-root --fail-on warning /root/supine/build/supine_*.deb'
root=$clean
cp "$builder"/root/supine/build/supine_*.deb "$root/root/supine.deb"

# As Anna, who is nobody special, would use it.
cat >"$root/root/use.sh" <<'ANNA'
set -eu
cd
supine list >list
grep -q '^constructive-rest, ' list
supine check evening welcome
printf 'title Mine\nsay Breathe in.\nhold 5 seconds\n' >mine.routine
supine check mine.routine
supine render constructive-rest -o rest.flac
[ "$(head -c 4 rest.flac)" = fLaC ] && [ "$(wc -c <rest.flac)" -gt 1000000 ]
supine render mine.routine -o mine.mp3
MANPAGER=cat man supine | grep -q 'exercise sessions led by sound alone'
MANPAGER=cat man supine-routine | grep -q 'each side'
status=0
supine play mine.routine 2>said || status=$?
[ "$status" = 3 ]
grep -q 'supine render' said
ANNA

root_run sh -eu -c '
  apt-get install -qq -y --no-install-recommends man-db >/dev/null
  useradd -m anna
  cp /root/use.sh /tmp
  files() {
    find / -xdev -not -path "/proc/*" -not -path "/var/lib/apt/*" \
      -not -path "/var/cache/*" -not -path "/var/log/*" \
      -not -path "/home/*" -not -path "/tmp/*" -not -path "/root/*" | sort
  }
  files >/root/before
  apt-get install -qq -y --no-install-recommends /root/supine.deb >/dev/null
  ! command -v cc cmake git
  su anna -c "sh /tmp/use.sh"
  apt-get purge -qq -y supine >/dev/null
  apt-get autoremove --purge -qq -y >/dev/null
  files >/root/after
  diff /root/before /root/after' 2>"$root.log" || {
  tail -n 30 "$root.log"
  exit 1
}
echo "$release: installed, used and removed without a trace."
