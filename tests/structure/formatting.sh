#!/bin/sh
# Every C file stands as clang-format would write it.
set -eu
cd "$(dirname "$0")/../.."
find src tests -name '*.[ch]' -print0 |
  xargs -0 clang-format-14 --dry-run -Werror
