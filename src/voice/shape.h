/* From what the engine gives to what a listener lying still wants to hear:
   trimmed, less sharp, with a breath of a room, level. */

#ifndef SUPINE_VOICE_SHAPE_H
#define SUPINE_VOICE_SHAPE_H

#include "base/frames.h"
#include "base/status.h"
#include "voice/style.h"

#include <stddef.h>
#include <stdint.h>

/* A mono sound at FRAME_RATE on the heap; `samples` is the caller's to free. */
struct shaped {
  float *samples;
  int64_t frames;
};

/* Cuts the silence at both ends off `count` samples at ENGINE_RATE, resamples
   them and lays the style's shelf and room upon them. What holds nothing but
   silence becomes one silent millisecond.
   Possible errors: STATUS_NO_MEMORY. */
enum status shape_speech(const int16_t *samples, size_t count,
                         const struct voice_style *style,
                         struct shaped *shaped);

/* How many frames shape_speech() makes of the same samples and style. */
int64_t shape_count_frames(const int16_t *samples, size_t count,
                           const struct voice_style *style);

/* Applies `gain`, rounds peaks over SHAPE_CEILING off within 5 ms around them,
   and fades both ends: 2 ms in, 8 ms out.
   Possible errors: STATUS_NO_MEMORY. */
enum status shape_finish(struct shaped *shaped, float gain);

/* A millisecond: what stands for a text without any sound. */
#define SHAPE_SHORTEST_FRAMES (FRAME_RATE / 1000)

/* -2 dBFS. Speech has its energy below 4 kHz, where a true peak is at most 0.3
   dB over the samples at 48 kHz (1 / cos(pi * 4 / 48)); so true peaks stay
   below -1 dBTP even on a side, where the panned gain is nearly 1. */
#define SHAPE_CEILING 0.794f

#endif
