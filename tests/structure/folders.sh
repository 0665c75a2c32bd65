#!/bin/sh
# Supine is built the same in a folder with commas and spaces in its name.
set -eu
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -G Ninja -S "$source" -B "$work/a build, or two" >"$work/said" || {
  cat "$work/said"
  exit 1
}
ninja -C "$work/a build, or two" catalogues.c >"$work/said"
cmp "$work/a build, or two/catalogues.c" "$BUILD/catalogues.c"
