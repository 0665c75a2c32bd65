/* Paced breathing as a soft tone with two partials, or as moving air. */

#include "mix/breath.h"

#include "base/frames.h"
#include "mix/lookup.h"

#include <math.h>

#define TURN 6.28318530717958648f

/* The edges take this share of a phase, and at most so long. */
#define EDGE_SHARE 0.3f
#define EDGE_SECONDS 1.2f

/* Air is heard around 450 Hz where the tone is at its lowest, and rises by the
   square of what the tone does, to 1 kHz; as loud as the tone. */
#define AIR_LOW_HZ 450.0f
#define TONE_LOW_HZ 196.0f
#define AIR_DAMPING 0.4f
#define AIR_GAIN 3.2f

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

/* The same noise in every breath, from a hash of the frame (Wellons' lowbias32,
   2018, which leaves no pattern that can be heard). */
static float white(int64_t frame)
{
  uint32_t hash = (uint32_t)frame;
  hash = (hash ^ (hash >> 16)) * 0x7feb352du;
  hash = (hash ^ (hash >> 15)) * 0x846ca68bu;
  hash ^= hash >> 16;
  return (float)hash / 2147483648.0f - 1.0f;
}

/* White noise through a band-pass whose middle follows the contour (a
   state-variable filter by the trapezoidal rule: Simper, Linear Trapezoidal
   Integrated SVF, 2013). */
static float air(const struct score_breath *breath, int64_t frame,
                 struct breath_filter *filter)
{
  const float share = (float)(frame - breath->start_frame) /
                      (float)(breath->end_frame - breath->start_frame);
  const float hz =
      breath->start_hz + (breath->end_hz - breath->start_hz) * share;
  const float rise = hz / TONE_LOW_HZ;
  const float g = tanf(0.5f * TURN * AIR_LOW_HZ * rise * rise / FRAME_RATE);
  const float in = white(frame - breath->start_frame) - filter->second;
  const float band = (filter->first + g * in) / (1.0f + g * (g + AIR_DAMPING));
  const float low = filter->second + g * band;
  filter->first = 2.0f * band - filter->first;
  filter->second = 2.0f * low - filter->second;
  return AIR_GAIN * band;
}

void breath_add(struct mix_state *state, enum breath_timbre timbre,
                uint32_t frames, const float *gains, float *stereo)
{
  const struct score *score = state->transport.score;
  for (uint32_t i = 0; i < frames; i++) {
    const int64_t frame = state->transport.breath_frame + i;
    const struct score_breath *breath = lookup_breath(score, frame);
    if (!breath) {
      state->breath = (struct breath_filter){0};
      return;
    }
    const float sound = timbre == BREATH_TONE
                            ? tone(breath, frame)
                            : air(breath, frame, &state->breath);
    const float sample = gains[i] * breath->gain * swell(breath, frame) * sound;
    stereo[2 * i] += sample;
    stereo[2 * i + 1] += sample;
  }
}
