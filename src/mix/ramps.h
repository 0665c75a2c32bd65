/* Gains that never jump. Audio thread. */

#ifndef SUPINE_MIX_RAMPS_H
#define SUPINE_MIX_RAMPS_H

#include <stdbool.h>
#include <stdint.h>

/* --- Followed once a quantum, straight in between --- */

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

/* --- A way in and out without a click: 30 ms of raised cosine --- */

#define GATE_FRAMES 1440 /* 30 ms */

struct gate {
  int32_t position; /* 0 closed to GATE_FRAMES open */
  bool opening;     /* or open */
};

/* Opens or shuts a gate; at once when nothing behind it can be heard. */
static inline void gate_aim(struct gate *gate, bool open, bool audible)
{
  gate->opening = open;
  if (!audible) {
    gate->position = open ? GATE_FRAMES : 0;
  }
}

/* Whether what is behind the gate goes on: it does until the gate has shut. */
static inline bool gate_passes(const struct gate *gate)
{
  return gate->opening || gate->position > 0;
}

/* Frames until the gate comes to rest; 0 when it rests. */
static inline int32_t gate_frames_left(const struct gate *gate)
{
  return gate->opening ? GATE_FRAMES - gate->position : gate->position;
}

/* The gate's gain, and one frame on. `curve` rises over GATE_FRAMES + 1
   values from 0 to 1. */
static inline float gate_step(struct gate *gate, const float *curve)
{
  const float gain = curve[gate->position];
  if (gate->opening) {
    gate->position += gate->position < GATE_FRAMES;
  } else {
    gate->position -= gate->position > 0;
  }
  return gain;
}

#endif
