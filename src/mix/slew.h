/* Gains that never jump: followed once a quantum, straight in between. Audio
   thread. */

#ifndef SUPINE_MIX_SLEW_H
#define SUPINE_MIX_SLEW_H

/* Frames between two looks at anything that changes slowly: 1 ms. Blocks are
   made of whole quanta, so that their size never shows. */
#define QUANTUM 48

/* From the start of a quantum to the start of the next. */
struct glide {
  float from, to;
};

static inline float glide_at(struct glide glide, int frame)
{
  return glide.from + (glide.to - glide.from) * ((float)frame / QUANTUM);
}

/* `now`, moved towards `target` by at most `step`. */
static inline float slew_toward(float now, float target, float step)
{
  if (now < target) {
    return target - now < step ? target : now + step;
  }
  return now - target < step ? target : now - step;
}

#endif
