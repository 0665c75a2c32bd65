#!/bin/sh
# Sets Supine up: installs the libraries with the system's package manager,
# builds, and gives a first listen. Run it again at any time; it does only what
# is left to do.
#
#   sh src/setup.sh           all of that
#   sh src/setup.sh packages  only what building needs
#   sh src/setup.sh tests     only what building and testing need
set -eu
cd "$(dirname "$0")/.."

# One line a package manager: what building needs, then what the tests need.
apt_build='gcc libc6-dev cmake ninja-build pkg-config gettext
  libespeak-ng-dev espeak-ng-data portaudio19-dev libasound2-dev
  libasound2-plugins libsndfile1-dev libflac-dev libogg-dev libsoxr-dev
  libebur128-dev libjansson-dev libinih-dev libicu-dev libsystemd-dev'
apt_tests='git libcmocka-dev bats espeak-ng sox ffmpeg jq expect tmux
  pulseaudio pulseaudio-utils dbus libglib2.0-bin playerctl mandoc bsdextrautils procps
  lintian desktop-file-utils appstream shared-mime-info zsh fish bash-completion
  vim nano nodejs'
# Versions of clang differ in what they find, so one alone judges formatting and
# lint; Debian 12 has it.
apt_bookworm_tests='clang-format-14 clang-tidy-14'
dnf_build='gcc cmake ninja-build pkgconf-pkg-config gettext espeak-ng-devel
  portaudio-devel alsa-lib-devel alsa-plugins-pulseaudio libsndfile-devel
  flac-devel libogg-devel soxr-devel libebur128-devel jansson-devel inih-devel
  libicu-devel systemd-devel'
dnf_tests='git libcmocka-devel bats espeak-ng sox ffmpeg-free jq expect tmux
  pulseaudio-utils dbus-daemon glib2 playerctl mandoc util-linux procps-ng
  desktop-file-utils appstream shared-mime-info zsh fish bash-completion vim
  nano nodejs'
pacman_build='gcc cmake ninja pkgconf gettext espeak-ng portaudio alsa-lib
  alsa-plugins libsndfile flac libogg libsoxr libebur128 jansson libinih
  icu systemd-libs'
pacman_tests='git cmocka bats sox ffmpeg jq expect tmux pulseaudio dbus glib2
  playerctl mandoc procps-ng desktop-file-utils appstream
  shared-mime-info zsh fish bash-completion vim nano nodejs'
zypper_build='gcc cmake ninja pkg-config gettext-tools espeak-ng-devel
  portaudio-devel alsa-devel alsa-plugins-pulse libsndfile-devel flac-devel
  libogg-devel soxr-devel libebur128-devel libjansson-devel inih-devel
  libicu-devel systemd-devel'
zypper_tests='git libcmocka-devel bats espeak-ng sox ffmpeg jq expect tmux
  pulseaudio pulseaudio-utils dbus-1 glib2-tools playerctl mandoc util-linux procps
  desktop-file-utils AppStream shared-mime-info zsh fish bash-completion vim
  nano nodejs'

say() {
  printf '%s\n' "$*"
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

find_manager() {
  for manager in apt-get dnf pacman zypper; do
    if command -v "$manager" >/dev/null; then
      return
    fi
  done
  fail "I know apt, dnf, pacman and zypper, and find none of them. Please \
install these yourself, by the names they have here: $apt_build"
}

is_installed() {
  case $manager in
  apt-get) dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null |
    grep -q '^.i' ;;
  dnf | zypper) rpm -q --whatprovides "$1" >/dev/null 2>&1 ;;
  pacman) pacman -Q "$1" >/dev/null 2>&1 ;;
  esac
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "I need to be root to install packages, and there is no sudo. Please \
run \"sh src/setup.sh $needed\" as root, and then this again as yourself."
  fi
}

# On a terminal the package manager may ask; elsewhere it must not.
install_packages() {
  yes=
  if [ ! -t 0 ]; then
    yes=yes
  fi
  case $manager in
  apt-get)
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND="${yes:+noninteractive}" apt-get install \
      -q --no-install-recommends ${yes:+-y} "$@" ;;
  dnf) as_root dnf install ${yes:+-y} "$@" ;;
  pacman) as_root pacman -S --needed ${yes:+--noconfirm} "$@" ;;
  zypper) as_root zypper ${yes:+--non-interactive} install "$@" ;;
  esac
}

need() {
  missing=
  for package in "$@"; do
    if ! is_installed "$package"; then
      missing="$missing $package"
    fi
  done
  if [ -n "$missing" ]; then
    say "Installing with $manager:$missing"
    # shellcheck disable=SC2086 # the names are words
    install_packages $missing
  fi
}

need_packages() {
  needed=$1
  find_manager
  name=${manager%-get}
  eval "build=\$${name}_build tests=\$${name}_tests"
  # shellcheck disable=SC2086,SC2154 # the names are words, set by eval
  case $1 in
  packages) need $build ;;
  tests)
    if grep -qs '^VERSION_CODENAME=bookworm$' /etc/os-release; then
      tests="$tests $apt_bookworm_tests"
    fi
    need $build $tests
    # Some builds of nodejs bring npm, and then the package is in their way.
    command -v npm >/dev/null || need npm ;;
  esac
}

build() {
  if [ ! -f build/build.ninja ]; then
    cmake -G Ninja -B build >/dev/null
  fi
  cmake --build build
}

first_listen() {
  status=0
  build/supine play welcome || status=$?
  case $status in
  0 | 130) ;;
  3)
    build/supine render welcome -o build/welcome.wav
    say "There is no sound device here. I have written the first session to \
$PWD/build/welcome.wav instead." ;;
  *) exit "$status" ;;
  esac
}

case ${1-} in
'') ;;
packages | tests)
  need_packages "$1"
  exit ;;
*) fail "Type \"sh src/setup.sh\", or add \"packages\" or \"tests\"." ;;
esac

need_packages packages
build
if [ ! -f build/listened ]; then
  first_listen
  : >build/listened
fi
say "Supine is ready. Type \"build/supine\" to start, or \"build/supine help\"."
