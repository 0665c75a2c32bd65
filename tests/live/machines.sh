#!/bin/sh
# Supine for other machines than this one, each built in a Debian 12 of its own
# and put to its unit tests: i386 has 32 bits, and arm64 is built by Debian's
# cross compiler and run by qemu, but for tests that qemu cannot carry. Takes
# many minutes, the network and root:
#
#   sh tests/live/machines.sh [i386] [arm64]
set -eu
cd "$(dirname "$0")/../.."
. tests/live/root.sh
trap root_remove EXIT
trap 'exit 1' HUP INT TERM

# build_and_test MACHINE LEFT_OUT [OPTION...]: with these options of CMake, and
# without the tests whose names match LEFT_OUT.
build_and_test() {
  machine=$1 left_out=$2
  shift 2
  root_run cmake -S /supine -B /supine/build -G Ninja -DSUPINE_TESTS=ON \
    -DSUPINE_WERROR=ON "$@" >"$root.log" 2>&1 &&
    root_run cmake --build /supine/build -- -k 0 >"$root.log" 2>&1 || {
    grep -A 3 'error:' "$root.log" || tail -n 30 "$root.log"
    exit 1
  }
  echo "$machine: built"
  root_run ctest --test-dir /supine/build -L unit -E "$left_out" \
    -j "$(nproc)" --output-on-failure >"$root.log" 2>&1 || {
    sed -n '/tests passed/,$p' "$root.log"
    exit 1
  }
  grep 'tests passed' "$root.log"
}

# fill [PACKAGE...]: the source tree, what it needs, and more packages.
fill() {
  mkdir "$root/supine"
  tar -c --exclude='./build*' --exclude=./.git . | tar -x -C "$root/supine"
  { root_run sh /supine/src/setup.sh packages &&
    root_run apt-get -qq install --no-install-recommends dbus procps "$@"; } \
    </dev/null >"$root.log" 2>&1 || {
    tail -n 20 "$root.log"
    exit 1
  }
}

try_i386() {
  root_make bookworm --arch=i386
  fill libcmocka-dev
  build_and_test i386 '^$'
}

try_arm64() {
  root_make bookworm
  root_run dpkg --add-architecture arm64
  root_run apt-get -qq update
  # The libraries that building needs, for the other machine.
  # shellcheck disable=SC2046 # the names are words
  fill gcc-aarch64-linux-gnu qemu-user-static libcmocka-dev:arm64 \
    $(sed -n "/^apt_build='/,/'$/p" src/setup.sh | tr -s " ='" '\n' |
      sed -n 's/^lib.*-dev$\|^portaudio.*-dev$/&:arm64/p')
  # qemu knows neither the limits nor the filters of system calls that two tests
  # set, and of the hundreds of pools that the others map it keeps so many notes
  # that they fill this machine's memory.
  left_out='^(base/pool|mix/realtime|planner/properties|player/(keys|random))$'
  echo "arm64: qemu cannot carry the tests $left_out; they do not run here."
  # The vectoriser of this gcc 12 dies of the loop of peak() in a test.
  build_and_test arm64 "$left_out" -DCMAKE_SYSTEM_NAME=Linux \
    -DCMAKE_SYSTEM_PROCESSOR=aarch64 \
    -DCMAKE_C_COMPILER=aarch64-linux-gnu-gcc \
    -DPKG_CONFIG_EXECUTABLE=/usr/bin/aarch64-linux-gnu-pkg-config \
    -DCMAKE_C_FLAGS=-fno-tree-vectorize \
    -DCMAKE_CROSSCOMPILING_EMULATOR=/usr/bin/qemu-aarch64-static
}

[ $# -gt 0 ] || set -- i386 arm64
for machine in "$@"; do
  "try_$machine"
  root_remove
done
