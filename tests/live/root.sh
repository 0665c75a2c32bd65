# A bare Debian in a folder, to be sourced: its packages come from where this
# machine's own come from, and it is removed with its mounts at the end. Needs
# root and debootstrap.
#
#   root_make RELEASE [DEBOOTSTRAP'S OPTION...]  sets $root
#   root_run COMMAND...                          inside, as its root
#   root_remove                                  to be trapped at EXIT

# The status with which a script ends whose package source did not answer.
root_no_source=75

# The release of the machine that this runs on.
root_own_release() {
  # shellcheck source=/dev/null
  (. /etc/os-release && echo "$VERSION_CODENAME")
}

# root_source: where the machine's own release comes from, that of its
# distribution before others that use the same names. It is known from lists,
# which images of containers lack.
root_source() {
  ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 || apt-get -qq update
  apt-get indextargets --format '$(ORIGIN)|$(REPO_URI)' \
    "Created-By: Packages" "Component: main" "Release: $(root_own_release)" |
    awk -F '|' '$1 == "Debian" || !any { any = $2 } END { print any }'
}

root_source_fails() {
  printf '%s\n' "The package source of this machine, ${source:-none at all}, \
gave no $1; nothing was tried there." >&2
  exit "$root_no_source"
}

root_make() {
  release=$1
  shift
  [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null || {
    echo "A root needs to be made by root, with debootstrap." >&2
    exit 1
  }
  source=$(root_source)
  root=$(mktemp -d)
  chmod 755 "$root"
  debootstrap --variant=minbase "$@" "$release" "$root" "${source:-none:}" \
    >"$root.log" 2>&1 || {
    tail -n 3 "$root.log"
    root_source_fails "$release"
  }
  cp /etc/resolv.conf "$root/etc"
  echo "127.0.0.1 localhost $(uname -n)" >"$root/etc/hosts"
  {
    apt-config dump | grep '^Acquire' || true
    echo 'Acquire::Retries "3";'
  } >"$root/etc/apt/apt.conf.d/machine"
  mount -t proc proc "$root/proc"
  mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
  root_run apt-get -qq update || root_source_fails "$release"
}

root_run() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
    TERM="${TERM:-dumb}" DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

root_remove() {
  [ -n "${root-}" ] || return 0
  umount -l "$root/proc" "$root/dev/pts" 2>/dev/null || true
  rm -rf --one-file-system "$root" "$root.log"
}
