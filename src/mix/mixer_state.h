/* Everything the mixer knows, grouped by who may touch it. */

#ifndef SUPINE_MIX_MIXER_STATE_H
#define SUPINE_MIX_MIXER_STATE_H

#include "mix/dip.h"
#include "mix/limiter.h"
#include "mix/mixer.h"
#include "mix/ramps.h"
#include "mix/score_layout.h"

#include <assert.h>
#include <stdatomic.h>

#define MESSAGES 256
#define PUBLISHED 4

/* Both are rings that free-running 32-bit counters index. */
static_assert((MESSAGES & (MESSAGES - 1)) == 0, "a power of two");
static_assert((PUBLISHED & (PUBLISHED - 1)) == 0, "a power of two");

enum mix_mode { MODE_PAUSE, MODE_STAND, MODE_RUN };

/* Where the session is, and whether it moves. */
struct transport {
  enum mix_mode mode;
  bool waits_armed;
  bool jumping;              /* to jump_frame of jump_score, once it is quiet */
  const struct score *score; /* NULL: none yet */
  const struct score *jump_score;
  int64_t session_frame;
  int64_t jump_frame;
  int64_t breath_frame; /* runs on in the breath while the session stands */
  int64_t insert_frames;
  int64_t end_frames; /* produced since the session was over */
  struct gate session, ambient, breath;
};

/* One of two beds: the one in force and the one it replaces. */
struct bed {
  const struct clip *clip; /* NULL: free */
  int64_t frame;           /* in the clip */
  float presence;          /* 0 to 1, through the fade */
  float gain;              /* linear, on its way to the bed's gain */
};

struct beds {
  struct bed slots[2];
  float duck_db; /* followed */
  struct dip dip;
  float end_gain;        /* of the fade at the session's end, followed */
  int64_t answer_frames; /* since the last answer was heard */
};

struct answers {
  const struct clip *clip; /* NULL: none sounds */
  const struct clip *next; /* NULL: none waits */
  float gain, next_gain;
  int64_t frame; /* in the clip */
  struct gate gate;
};

/* The sleep timer's fade. */
struct fade {
  float from, to;
  int64_t done, frames;
};

struct gains {
  float guidance, guidance_target;     /* linear */
  float background, background_target; /* linear */
  struct fade fade;
};

/* The filter that makes noise a breath (breath.c). */
struct breath_filter {
  float first, second;
};

/* Changes as a whole, a quantum at a time. */
struct mix_state {
  uint32_t messages_applied;
  int64_t ambient_frame;
  struct transport transport;
  struct beds beds;
  struct breath_filter breath;
  struct answers answers;
  struct gains gains;
};

/* The status as the audio thread publishes it: every field an atomic, and as
   many copies as make it unlikely that a reader is overtaken. */
struct published {
  atomic_int clock;
  atomic_int_least64_t session_frame, ambient_frame, rendered_frames;
  atomic_int_least64_t inserted_frames;
  atomic_uint_least32_t messages_applied;
  atomic_bool answering;
  _Atomic(const struct score *) score;
};

struct mixer {
  /* Set once, before anything renders. */
  struct mixer_options options;
  float curve[GATE_FRAMES + 1]; /* raised cosine, 0 to 1 */

  /* Main thread writes, audio thread reads. */
  struct mix_message messages[MESSAGES];
  atomic_uint_least32_t messages_sent;

  /* Audio thread. A quantum works on the other state and takes it over in one
     step, so that a process ended at any instruction leaves a whole one. */
  struct mix_state states[2];
  atomic_uint current;
  int64_t rendered_frames;
  struct limiter limiter;
  float ready[2 * QUANTUM]; /* made and not yet handed out: its end */
  uint32_t ready_frames;
  uint32_t early_frames; /* the limiter's latency, not yet thrown away */

  /* Audio thread writes, any thread reads. */
  struct published published[PUBLISHED];
  atomic_uint_least32_t publications;
};

/* Audio thread: makes what was last committed known. */
void mixer_publish(struct mixer *mixer);

/* Audio thread (messages.c): carries out on `state` what the main thread has
   asked for since. */
void mixer_apply_messages(struct mixer *mixer, struct mix_state *state);

#endif
