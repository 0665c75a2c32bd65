#!/bin/sh
# Runs every test: installs what is missing, builds plainly and with
# sanitizers, and hands all of it to one run of CTest. Arguments go to CTest,
# for example: sh tests/run.sh -R mix
set -eu
cd "$(dirname "$0")/.."

sh src/setup.sh tests </dev/null

# prepare FOLDER SANITIZERS: configures once, builds what changed.
prepare() {
  if [ ! -f "$1/build.ninja" ] || ! grep -q '^SUPINE_TESTS:BOOL=ON' \
    "$1/CMakeCache.txt"; then
    cmake -G Ninja -B "$1" -DSUPINE_TESTS=ON -DSUPINE_SANITIZE="$2" >/dev/null
  fi
  cmake --build "$1"
}

prepare build ''
prepare build-address address,undefined
prepare build-thread thread

# The three builds as one, for a single count at the end.
mkdir -p build/all
for folder in build build-address build-thread; do
  printf 'subdirs("%s/%s/tests")\n' "$PWD" "$folder"
done >build/all/CTestTestfile.cmake
# Twice as many as there are processors, since live tests mostly listen.
exec ctest --test-dir build/all --output-on-failure -j "$(($(nproc) * 2))" "$@"
