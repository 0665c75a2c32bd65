/* Sound files in a room, byte by byte, and what is found of them. */

#ifndef SUPINE_TESTS_SOUND_BYTES_H
#define SUPINE_TESTS_SOUND_BYTES_H

#include "base/clip.h"
#include "support/sound_room.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static inline enum status find(const struct sound_room *room, const char *name,
                               const struct clip **clip)
{
  *clip = NULL;
  return sound_store_find(room->store, name, room->beside, clip);
}

static inline const struct clip *found(const struct sound_room *room,
                                       const char *name)
{
  const struct clip *clip;
  assert_int_equal(find(room, name, &clip), STATUS_OK);
  return clip;
}

static inline void path_of(const struct sound_room *room, const char *name,
                           char path[200])
{
  snprintf(path, 200, "%s/%s", room->folder, name);
}

struct bytes {
  unsigned char *bytes;
  size_t length;
};

static inline struct bytes read_bytes(const struct sound_room *room,
                                      const char *name)
{
  char path[200];
  path_of(room, name, path);
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  struct bytes bytes = {malloc(1 << 20), 0};
  bytes.length = fread(bytes.bytes, 1, 1 << 20, file);
  fclose(file);
  return bytes;
}

static inline void append(const struct sound_room *room, const char *name,
                          const void *bytes, size_t length)
{
  char path[200];
  path_of(room, name, path);
  FILE *file = fopen(path, "ab");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  assert_int_equal(fclose(file), 0);
}

static inline void append_file(const struct sound_room *room, const char *name,
                               const char *other)
{
  const struct bytes bytes = read_bytes(room, other);
  append(room, name, bytes.bytes, bytes.length);
  free(bytes.bytes);
}

/* Root of the mean square of one channel. */
static inline double level(const struct clip *clip, int64_t frame,
                           int64_t frames, int channel)
{
  double energy = 0;
  for (int64_t i = frame; i < frame + frames; i++) {
    const double sample = (double)clip->samples[i * clip->channels + channel];
    energy += sample * sample;
  }
  return sqrt(energy / (double)frames);
}

static inline void assert_near(double value, double expected, double slack)
{
  if (!(fabs(value - expected) <= slack)) {
    fail_msg("%g, where %g is right", value, expected);
  }
}

#endif
