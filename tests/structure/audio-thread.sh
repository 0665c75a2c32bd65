#!/bin/sh
# The audio thread's code calls nothing but itself, arithmetic and copying: no
# lock, no allocation, no system call can hide in it. Read from the built
# objects.
set -eu
objects=$BUILD/CMakeFiles/rooms.dir/src
thread=
cd "$(dirname "$0")/../../src"
for file in mix/*.c sound/stream_reading.c base/ring.c; do
  case $file in
  *_setup.c) ;;
  *) thread="$thread $objects/$file.o" ;;
  esac
done

# shellcheck disable=SC2086
{
  nm --defined-only $thread | awk 'NF == 3 { print $3 }'
  printf '%s\n' memcpy memset memmove cosf fmaxf floor powf sincosf sinf tanf
} | sort -u >"$BUILD/audio-thread.known"
# shellcheck disable=SC2086
calls=$(nm -u $thread | awk 'NF == 2 { print $2 }' | sort -u |
  comm -23 - "$BUILD/audio-thread.known")
if [ -n "$calls" ]; then
  echo "The audio thread's code calls:" $calls
  exit 1
fi

# There must be something to look at.
nm --defined-only "$objects/mix/quanta.c.o" | grep -q ' T mixer_render$'
