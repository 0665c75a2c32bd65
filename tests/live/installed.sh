#!/bin/sh
# The package in a clean Debian 12: installed with what it depends on, a
# session rendered by a user, removed without a trace. Takes minutes, the
# network and root, so it is run by hand:
#
#   sh tests/live/installed.sh PACKAGE.deb
set -eu
package=$(realpath "$1")
root=$(mktemp -d)
chmod 755 "$root"

tidy_up() {
  umount "$root/proc" "$root/dev/pts" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap tidy_up EXIT

debootstrap --variant=minbase bookworm "$root" >/dev/null
for file in /etc/resolv.conf /etc/apt/apt.conf.d/*; do
  cp "$file" "$root$file" 2>/dev/null || true
done
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"
cp "$package" "$root/root/supine.deb"

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

chroot "$root" sh -eu -c '
  apt-get -qq update
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
  diff /root/before /root/after'
echo "Installed, used and removed without a trace."
