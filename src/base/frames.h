/* The one sample rate, and time counted in frames of it. */

#ifndef SUPINE_BASE_FRAMES_H
#define SUPINE_BASE_FRAMES_H

#include <math.h>
#include <stdint.h>

/* Frames a second of everything inside Supine: plan, mixer and outputs. */
#define FRAME_RATE 48000

/* The frame nearest to a time in seconds. */
static inline int64_t frames_from_seconds(double seconds)
{
  return (int64_t)llround(seconds * FRAME_RATE);
}

static inline double seconds_from_frames(int64_t frames)
{
  return (double)frames / FRAME_RATE;
}

#endif
