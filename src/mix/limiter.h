/* A true-peak limiter that looks ahead: what passes it never exceeds -1 dBTP,
   and is the same samples as long as it does not come near. Audio thread. */

#ifndef SUPINE_MIX_LIMITER_H
#define SUPINE_MIX_LIMITER_H

#include <stdint.h>

#define LIMITER_ATTACK 192 /* frames over which the gain comes down: 4 ms */
#define LIMITER_TAPS 12    /* of each phase of the peak interpolator */
#define LIMITER_DELAY 512  /* ring of frames */

/* Frames by which what comes out is later than what goes in. */
#define LIMITER_LATENCY (LIMITER_ATTACK - 1 + LIMITER_TAPS / 2)

struct limiter {
  float delayed[LIMITER_DELAY][2];   /* what came in */
  uint32_t needed[LIMITER_DELAY];    /* gain that each frame needs */
  uint32_t smoothing[LIMITER_DELAY]; /* gains to be averaged */
  uint64_t smoothing_sum;            /* of the last LIMITER_ATTACK of them */
  uint32_t gain;                     /* after the release */
  uint32_t loud_frames;  /* for which the interpolator must still look */
  uint32_t quiet_frames; /* how long all needed gains have been 1 */
  int64_t frame;
};

/* Silent and wide open. */
void limiter_init(struct limiter *limiter);

/* Takes one frame in and puts the one of LIMITER_LATENCY frames ago out. */
void limiter_step(struct limiter *limiter, const float in[2], float out[2]);

#endif
