/* The mixer: a function from (score, position, messages) to stereo blocks.
   The same code fills the device's buffers and the rendered file.

   Two clocks: the session clock reads the score; the ambient clock drives beds
   and breathing and goes on while the session clock stands for an answer, a
   wait or added time. In a pause both stand. */

#ifndef SUPINE_MIX_MIXER_H
#define SUPINE_MIX_MIXER_H

#include "base/clip.h"
#include "base/pool.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct mixer;
struct score;

enum mix_message_kind {
  MIX_SCORE,  /* play `score` from `frame` on; the old one is handed back by
                 mix_status.score */
  MIX_RUN,    /* both clocks run; what sounds fades in over 30 ms. After a
                 stand the session waits until the breath that has gone on is
                 where it was */
  MIX_STAND,  /* the session clock stands, its voices fade out over 30 ms; beds
                 and breathing go on */
  MIX_PAUSE,  /* both clocks stand, everything but answers fades out over 30 ms
               */
  MIX_SEEK,   /* the session goes on at `frame`, enveloped if anything sounds;
                 added time is dropped */
  MIX_INSERT, /* the session clock stands for `frames` more, from the next
                 moment at which no session voice sounds; rounded up to whole
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

/* What the audio thread last published. */
struct mix_status {
  enum mix_clock clock;
  int64_t session_frame;     /* position in the score */
  int64_t ambient_frame;     /* how long beds and breathing have run */
  int64_t rendered_frames;   /* handed to the output since the mixer was made */
  int64_t inserted_frames;   /* added time still to come */
  uint32_t messages_applied; /* of those sent, in order */
  bool answering;            /* an answer sounds or waits */
  const struct score *score; /* the one now played */
};

/* What paced breathing sounds like. */
enum breath_timbre {
  BREATH_TONE,
  BREATH_NOISE, /* a breath of air that brightens and darkens */
};

struct mixer_options {
  bool mono;
  enum breath_timbre breath;
};

/* Main thread. The mixer lives in the pool and starts paused on silence.
   Possible errors: STATUS_NO_MEMORY. */
enum status mixer_create(struct pool *pool, const struct mixer_options *options,
                         struct mixer **mixer);

/* Main thread, once nothing renders any more; NULL is fine. */
void mixer_destroy(struct pool *pool, struct mixer *mixer);

/* Main thread, once the process that rendered was ended, at whatever
   instruction: paused at the place last published, answers gone, messages kept
   that had not been applied. */
void mixer_repair(struct mixer *mixer);

/* Main thread: queues a message; the audio thread applies it within its next
   1 ms of sound. False when 256 messages wait already. */
bool mixer_send(struct mixer *mixer, const struct mix_message *message);

/* Main thread: how many messages were ever queued. */
uint32_t mixer_messages_sent(const struct mixer *mixer);

/* Any thread: a consistent copy of what was last published. */
void mixer_read_status(const struct mixer *mixer, struct mix_status *status);

/* Audio thread: the next `frames` stereo frames, interleaved, within ±1. The
   limiter looks ahead, so it reads the score ahead too; what is written is in
   time with the score. Blocks of any size give the same samples. No lock, no
   allocation, no system call. */
void mixer_render(struct mixer *mixer, float *stereo, uint32_t frames);

#endif
