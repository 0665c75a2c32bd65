/* The band of speech, found by two filters of second order on either side and
   taken out of the whole. */

#include "mix/dip.h"

#include "base/frames.h"

#include <math.h>

#define TURN 6.28318530717958648f

/* Less than this is nothing, and would slow the machine down. */
#define SMALLEST 1e-15f

static float share_of(float hz)
{
  const float warped = tanf(0.5f * TURN * hz / FRAME_RATE);
  return warped / (1.0f + warped);
}

/* What is below the frequency that `share` stands for: one pole by the
   trapezoidal rule (Zavalishin, The Art of VA Filter Design, 2012). */
static float low_pass(float *held, float sample, float share)
{
  const float step = share * (sample - *held);
  const float below = *held + step;
  *held = below + step;
  return below;
}

static void rest(float *held)
{
  *held = fabsf(*held) < SMALLEST ? 0.0f : *held;
}

bool dip_rests(const struct dip *dip)
{
  for (int channel = 0; channel < 2; channel++) {
    for (int i = 0; i < 2; i++) {
      if (dip->low[channel][i] != 0.0f || dip->high[channel][i] != 0.0f) {
        return false;
      }
    }
  }
  return true;
}

void dip_apply(struct dip *dip, struct glide share, float *stereo)
{
  const float low_share = share_of(DIP_LOW_HZ);
  const float high_share = share_of(DIP_HIGH_HZ);
  for (int channel = 0; channel < 2; channel++) {
    float *low = dip->low[channel];
    float *high = dip->high[channel];
    for (int i = 0; i < QUANTUM; i++) {
      float *sample = &stereo[2 * i + channel];
      const float below =
          low_pass(&low[1], low_pass(&low[0], *sample, low_share), low_share);
      const float once = *sample - low_pass(&high[0], *sample, high_share);
      const float above = once - low_pass(&high[1], once, high_share);
      *sample -= glide_at(share, i) * (*sample - below - above);
    }
    for (int i = 0; i < 2; i++) {
      rest(&low[i]);
      rest(&high[i]);
    }
  }
}
