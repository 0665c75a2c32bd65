#!/bin/sh
# The package in a clean Debian 12: installed with what it depends on, a
# session rendered by a user, removed without a trace. Takes minutes, the
# network and root, so it is run by hand:
#
#   sh tests/live/installed.sh PACKAGE.deb
set -eu
package=$(realpath "$1")
root=$(mktemp -d)

tidy_up() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap tidy_up EXIT

debootstrap --variant=minbase bookworm "$root" >/dev/null
for file in /etc/resolv.conf /etc/apt/apt.conf.d/*; do
  cp "$file" "$root$file" 2>/dev/null || true
done
mount -t proc proc "$root/proc"
cp "$package" "$root/root/supine.deb"

chroot "$root" sh -eu -c '
  apt-get -qq update
  useradd -m anna
  files() {
    find / -xdev -not -path "/proc/*" -not -path "/var/lib/apt/*" \
      -not -path "/var/cache/*" -not -path "/var/log/*" \
      -not -path "/home/*" -not -path "/tmp/*" -not -path "/root/*" | sort
  }
  files >/root/before
  apt-get install -qq -y --no-install-recommends /root/supine.deb >/dev/null
  su anna -c "cd && supine render welcome -o welcome.flac && supine list"
  [ "$(wc -c </home/anna/welcome.flac)" -gt 100000 ]
  status=0
  su anna -c "supine play welcome" || status=$?
  [ "$status" = 3 ]
  apt-get purge -qq -y supine >/dev/null
  apt-get autoremove --purge -qq -y >/dev/null
  files >/root/after
  diff /root/before /root/after'
echo "Installed, used and removed without a trace."
