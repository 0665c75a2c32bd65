/* Paced breathing as a soft tone with two partials. */

#include "mix/breath.h"

#include "base/frames.h"
#include "mix/lookup.h"

#include <math.h>

#define TURN 6.28318530717958648f

/* The edges take this share of a phase, and at most so long. */
#define EDGE_SHARE 0.3f
#define EDGE_SECONDS 1.2f

static float rounded(float share)
{
  return share < 1.0f ? 0.5f - 0.5f * cosf(0.5f * TURN * share) : 1.0f;
}

static float swell(const struct score_breath *breath, int64_t frame)
{
  const float length = (float)(breath->end_frame - breath->start_frame);
  const float longest = EDGE_SECONDS * FRAME_RATE;
  const float share = EDGE_SHARE * length;
  const float edge = share < longest ? share : longest;
  return rounded((float)(frame - breath->start_frame) / edge) *
         rounded((float)(breath->end_frame - frame) / edge);
}

static float tone(const struct score_breath *breath, int64_t frame)
{
  const double length =
      seconds_from_frames(breath->end_frame - breath->start_frame);
  const double time = seconds_from_frames(frame - breath->start_frame);
  const double glide = (double)(breath->end_hz - breath->start_hz) / length;
  const double turns = time * ((double)breath->start_hz + 0.5 * glide * time);
  const float phase = TURN * (float)(turns - floor(turns));
  return sinf(phase) + 0.18f * sinf(2.0f * phase) + 0.06f * sinf(3.0f * phase);
}

void breath_add(const struct score *score, int64_t frame, uint32_t frames,
                const float *gains, float *stereo)
{
  for (uint32_t i = 0; i < frames; i++) {
    const struct score_breath *breath = lookup_breath(score, frame + i);
    if (!breath) {
      return;
    }
    const float sample = gains[i] * breath->gain * swell(breath, frame + i) *
                         tone(breath, frame + i);
    stereo[2 * i] += sample;
    stereo[2 * i + 1] += sample;
  }
}
