/* The mixer: a function from (score, position, messages) to stereo blocks.
   The same code fills the device's buffers and the rendered file.

   Two clocks: the session clock reads the score; the ambient clock drives beds
   and breathing and goes on while the session clock stands for an answer, a
   wait or added time. In a pause both stand. */

#ifndef SUPINE_MIX_MIXER_H
#define SUPINE_MIX_MIXER_H

#include "base/pool.h"
#include "base/status.h"
#include "mix/message.h"

#include <stdbool.h>
#include <stdint.h>

struct mixer;

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
