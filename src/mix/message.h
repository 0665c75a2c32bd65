/* What the mixer can be told, and what its session clock does: values that
   other rooms can make without knowing a mixer. */

#ifndef SUPINE_MIX_MESSAGE_H
#define SUPINE_MIX_MESSAGE_H

#include "base/clip.h"

#include <stdbool.h>
#include <stdint.h>

struct score;

enum mix_message_kind {
  MIX_SCORE,  /* play `score` from `frame` on; the old one is handed back by
                 mix_status.score */
  MIX_RUN,    /* both clocks run; what sounds fades in over 30 ms. After a
                 stand the session waits until the breath that has gone on is
                 where it was */
  MIX_STAND,  /* the session clock stands, its clips fade out over 30 ms; beds
                 and breathing go on */
  MIX_PAUSE,  /* both clocks stand, everything but answers fades out over 30 ms
               */
  MIX_SEEK,   /* the session goes on at `frame`, enveloped if anything sounds;
                 added time is dropped */
  MIX_INSERT, /* the session clock stands for `frames` more, from the next
                 moment at which no clip of it sounds; rounded up to whole
                 breath cycles while breathing runs. Adds up; a jump drops it */
  MIX_ARM_WAITS, /* flag: the session clock stands in waits without a limit,
                    until a jump leads out of them */
  MIX_ANSWER,    /* play `clip` with `gain` on top, once what sounds of another
                    answer, or of a session told to stand, has faded (30 ms) */
  MIX_CANCEL,    /* fade out whatever answer sounds */
  MIX_GUIDANCE_GAIN,   /* linear `gain` of speech, chimes and answers */
  MIX_BACKGROUND_GAIN, /* linear `gain` of beds and breathing */
  MIX_FADE, /* everything fades to `gain` over `frames` (the sleep timer) */
};

struct mix_message {
  enum mix_message_kind kind;
  const struct score *score;
  const struct clip *clip; /* mono or stereo, in the pool */
  int64_t frame;
  int64_t frames;
  float gain;
  bool flag;
};

enum mix_clock {
  MIX_CLOCK_PAUSED,   /* nothing runs */
  MIX_CLOCK_STANDING, /* told to stand */
  MIX_CLOCK_WAITING,  /* at a wait that has no limit */
  MIX_CLOCK_INSERTED, /* standing for added time */
  MIX_CLOCK_RUNNING,
  MIX_CLOCK_ENDED, /* the session clock is past the score's last frame */
};

#endif
