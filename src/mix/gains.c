/* The listener's gains and the sleep timer's fade. */

#include "mix/gains.h"

#include "base/frames.h"

#include <math.h>

#define HALF_TURN 3.14159265358979324f

/* From nothing to full in 100 ms. */
#define STEP ((float)QUANTUM / (0.1f * FRAME_RATE))

float fade_gain(const struct fade *fade)
{
  if (fade->done >= fade->frames) {
    return fade->to;
  }
  const float share = (float)fade->done / (float)fade->frames;
  const float rise = 0.5f - 0.5f * cosf(HALF_TURN * share);
  return fade->from + (fade->to - fade->from) * rise;
}

static struct glide follow(float *now, float target)
{
  const float before = *now;
  *now = slew_toward(before, target, STEP);
  return (struct glide){before, *now};
}

struct glide gains_guidance(struct gains *gains)
{
  return follow(&gains->guidance, gains->guidance_target);
}

struct glide gains_background(struct gains *gains)
{
  return follow(&gains->background, gains->background_target);
}

struct glide gains_fade(struct gains *gains)
{
  const float before = fade_gain(&gains->fade);
  gains->fade.done += QUANTUM;
  return (struct glide){before, fade_gain(&gains->fade)};
}
