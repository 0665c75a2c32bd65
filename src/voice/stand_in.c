/* A voice without an engine, whose lengths anyone can work out. */

#include "voice/stand_in.h"

#include "base/frames.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CODE_POINT_FRAMES (FRAME_RATE * 60 / 1000)
#define TONE_HZ 220.0

/* A sine of this peak has about the loudness of speech. */
#define TONE_PEAK 0.19

enum status stand_in_speak(const char *text, int speed, struct shaped *shaped)
{
  const int64_t count = (int64_t)utf8_count(text, strlen(text));
  const int64_t spoken = count * CODE_POINT_FRAMES * STAND_IN_SPEED / speed;
  const int64_t frames = spoken > 0 ? spoken : SHAPE_SHORTEST_FRAMES;
  float *samples = malloc((size_t)frames * sizeof(*samples));
  if (!samples) {
    return STATUS_NO_MEMORY;
  }
  const double step = 2 * 3.14159265358979323846 * TONE_HZ / FRAME_RATE;
  for (int64_t i = 0; i < frames; i++) {
    samples[i] = (float)(TONE_PEAK * sin(step * (double)i));
  }
  *shaped = (struct shaped){samples, frames};
  return STATUS_OK;
}
