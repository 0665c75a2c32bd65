#!/bin/sh
# Lets libFuzzer look for files that the parser cannot take, until it finds one
# or the given number of seconds has passed: sh tests/fuzz/long.sh [SECONDS]
set -eu
cd "$(dirname "$0")/../.."
CC=clang cmake -G Ninja -B build-fuzz -DSUPINE_TESTS=ON \
  -DSUPINE_SANITIZE=address,undefined,fuzzer-no-link >/dev/null
cmake --build build-fuzz --target fuzz_parser supine
mkdir -p build-fuzz/corpus
for folder in scripts scripts/exercises tests/language/good tests/language/bad; do
  cp "$folder"/*.routine build-fuzz/corpus
done
build-fuzz/supine words |
  sed -n 's/^\([a-z ]*\): .*/"\1"/p' >build-fuzz/words.dict
exec build-fuzz/tests/fuzz_parser -max_total_time="${1:-600}" -timeout=10 \
  -max_len=20000 -dict=build-fuzz/words.dict build-fuzz/corpus
