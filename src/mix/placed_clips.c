/* What sounds once at its place. Nothing is remembered between two calls. */

#include "mix/placed_clips.h"

#include "mix/clips.h"
#include "mix/lookup.h"
#include "mix/ramps.h"

#define EDGE_IN 48   /* 1 ms */
#define EDGE_OUT 240 /* 5 ms */

/* Straight up and down at the ends of a sound that may have no fades. */
static float edge_gain(const struct placed_clip *placed, int64_t frame)
{
  const int64_t begun = frame - placed->start_frame;
  const int64_t left = placed->end_frame - frame;
  const float in = begun < EDGE_IN ? (float)begun / EDGE_IN : 1.0f;
  const float out = left < EDGE_OUT ? (float)left / EDGE_OUT : 1.0f;
  return in < out ? in : out;
}

static void add_clip(const struct placed_clip *placed, bool mono, int64_t frame,
                     uint32_t frames, float *stereo)
{
  float sound[2 * QUANTUM];
  clip_read(placed->clip, READER_ONCE, frame - placed->start_frame, sound,
            frames);
  const float left = mono ? placed->centre : placed->left;
  const float right = mono ? placed->centre : placed->right;
  for (uint32_t i = 0; i < frames; i++) {
    const float edge = placed->soft_edges ? edge_gain(placed, frame + i) : 1.0f;
    stereo[2 * i] += left * edge * sound[2 * i];
    stereo[2 * i + 1] += right * edge * sound[2 * i + 1];
  }
}

void placed_clips_add(const struct score *score, bool mono, int64_t frame,
                      uint32_t frames, float *stereo)
{
  const int64_t end = frame + frames;
  size_t i = lookup_clip(score, frame);
  for (; i < score->clip_count && score->clips[i].start_frame < end; i++) {
    const struct placed_clip *placed = &score->clips[i];
    const int64_t from =
        placed->start_frame > frame ? placed->start_frame : frame;
    const int64_t to = placed->end_frame < end ? placed->end_frame : end;
    if (from < to) {
      add_clip(placed, mono, from, (uint32_t)(to - from),
               stereo + 2 * (size_t)(from - frame));
    }
  }
}

void placed_clips_prepare(const struct score *score, int64_t frame)
{
  size_t i = lookup_clip(score, frame);
  for (; score && i < score->clip_count; i++) {
    const struct placed_clip *placed = &score->clips[i];
    if (placed->start_frame > frame) {
      break;
    }
    if (placed->end_frame > frame) {
      clip_prepare(placed->clip, READER_ONCE, frame - placed->start_frame);
    }
  }
}
