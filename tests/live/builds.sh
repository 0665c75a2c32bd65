#!/bin/sh
# Every way in which people build Supine, each without a warning; prints one
# line a build. Takes minutes, clang, make and dpkg-dev:
#
#   sh tests/live/builds.sh [NAME...]    those whose lines have the names
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
wanted=${*:-}
passed=0
failed=0

# try NAME [OPTION...]: builds with these options of CMake.
try() {
  name=$1
  shift
  case " ${wanted:-$name} " in
  *" $name "*) ;;
  *) return 0 ;;
  esac
  since=$(date +%s)
  if { cmake -B "$folder/build" -DSUPINE_WERROR=ON "$@" &&
    cmake --build "$folder/build" -j "$(nproc)"; } >"$folder/said" 2>&1; then
    passed=$((passed + 1))
    result=passed
  else
    failed=$((failed + 1))
    result=failed
    grep -E 'error|warning|undefined' "$folder/said" || cat "$folder/said"
  fi
  printf '%s: %s, %s s\n' "$name" "$result" "$(($(date +%s) - since))"
  rm -rf "$folder/build"
}

export CMAKE_GENERATOR=Ninja
for compiler in gcc clang; do
  for type in None Debug Release RelWithDebInfo MinSizeRel; do
    try "$compiler-$type" -DCMAKE_C_COMPILER="$compiler" \
      -DCMAKE_BUILD_TYPE="$type"
  done
  try "$compiler-LTO" -DCMAKE_C_COMPILER="$compiler" \
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_INTERPROCEDURAL_OPTIMIZATION=ON
  try "$compiler-NDEBUG" -DCMAKE_C_COMPILER="$compiler" -DCMAKE_C_FLAGS=-DNDEBUG
done
try tests-Release -DSUPINE_TESTS=ON -DCMAKE_BUILD_TYPE=Release
try without-bus -DSUPINE_WITHOUT_BUS=ON
try make -G "Unix Makefiles"
# As Debian builds its packages.
CFLAGS="$(dpkg-buildflags --get CPPFLAGS) $(dpkg-buildflags --get CFLAGS)"
LDFLAGS=$(dpkg-buildflags --get LDFLAGS)
export CFLAGS LDFLAGS
try dpkg-buildflags -DCMAKE_BUILD_TYPE=None

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
