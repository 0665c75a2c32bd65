#!/bin/sh
# Runs every test: installs what is missing, builds plainly and with
# sanitizers, and hands all of it to one run of CTest. Arguments go to CTest,
# for example: sh tests/run.sh -R mix
set -eu
cd "$(dirname "$0")/.."

sh src/setup.sh tests </dev/null

# prepare FOLDER SANITIZERS [OPTION...]: configures once, builds what changed.
prepare() {
  folder=$1 sanitizers=$2
  shift 2
  if [ ! -f "$folder/build.ninja" ] || ! grep -q '^SUPINE_WERROR:BOOL=ON' \
    "$folder/CMakeCache.txt"; then
    cmake -G Ninja -B "$folder" -DSUPINE_TESTS=ON -DSUPINE_WERROR=ON \
      -DSUPINE_SANITIZE="$sanitizers" "$@" >/dev/null
  fi
  cmake --build "$folder"
}

prepare build ''
# With sanitizers preconditions are checked too; the plain build has NDEBUG.
checked='-DCMAKE_C_FLAGS_RELWITHDEBINFO=-O2 -g'
prepare build-address address,undefined "$checked"
# Buses know no threads, so this one shows that Supine builds without them.
prepare build-thread thread "$checked" -DSUPINE_WITHOUT_BUS=ON

# The three builds as one, for a single count at the end.
mkdir -p build/all
for folder in build build-address build-thread; do
  printf 'subdirs("%s/%s/tests")\n' "$PWD" "$folder"
done >build/all/CTestTestfile.cmake
if ! grep -q structure/lint build/tests/CTestTestfile.cmake; then
  echo "Formatting and lint are judged by clang-format-14 and clang-tidy-14, \
as Debian 12 has them. They are not on this machine, so those two tests do not \
run here."
fi

# Twice as many as there are processors, since live tests mostly listen.
exec ctest --test-dir build/all --output-on-failure -j "$(($(nproc) * 2))" "$@"
