/* A player on a virtual device, with a plan written by hand: what a test needs
   to press keys and hear what happens. Session voices sound in the left ear
   alone and answers in both, so that the two can be told apart. */

#ifndef SUPINE_TESTS_REHEARSAL_H
#define SUPINE_TESTS_REHEARSAL_H

#include "base/frames.h"
#include "listen/player_context.h"
#include "mix/mixer.h"
#include "mix/score.h"
#include "output/output.h"

#include <stdbool.h>
#include <stdint.h>

#define SECOND ((int64_t)FRAME_RATE)
#define MILLISECONDS(n) ((n)*SECOND / 1000)

#define REHEARSAL_EVENTS 64
#define REHEARSAL_STEPS 8
#define REHEARSAL_LOG 8192

/* Above this a sample is heard. */
#define AUDIBLE 0.001f

struct rehearsal {
  struct pool *pool;
  struct mixer *mixer;
  struct output *output;
  struct player_context *player;
  struct loop_host host;
  struct player_options options;
  struct score *score;
  struct plan plan;
  struct event events[REHEARSAL_EVENTS];
  struct step steps[REHEARSAL_STEPS];
  struct explanation explanations[REHEARSAL_EVENTS];
  struct description description;
  struct description_sentence sentences[REHEARSAL_EVENTS];
  int64_t answer_frames;   /* how long every answer takes */
  bool voice_fails;        /* nothing can be spoken, or read from a file */
  int64_t gap_frames;      /* after each sentence of the plan */
  char log[REHEARSAL_LOG]; /* lines of the player, one a line */
  bool both_voices;    /* session and answer were heard at once for over 1 ms */
  int both_frames;     /* … up to now */
  int64_t left_frame;  /* delivered frames when the session was last heard */
  int64_t right_frame; /* … and an answer */
  int64_t first_right_frame; /* … and when an answer was first heard */
  int64_t speed_asked;       /* of the planner, last */
  const struct clip *answer_clip;
  char taken[REHEARSAL_LOG];
  char made[REHEARSAL_LOG]; /* what was made into sound, as one text */
};

/* An empty plan; the parts are then added in their order. */
void rehearsal_init(struct rehearsal *rehearsal);
void rehearsal_step(struct rehearsal *rehearsal, const char *name,
                    enum side side, int round);
void rehearsal_say(struct rehearsal *rehearsal, enum event_kind kind,
                   const char *text, int64_t frames);
void rehearsal_span(struct rehearsal *rehearsal, enum event_kind kind,
                    int64_t frames, bool has_limit);
void rehearsal_explained(struct rehearsal *rehearsal, const char *text);

/* One sentence more of the plan's one description, which belongs to the step
   that was added last when its first was. */
void rehearsal_described(struct rehearsal *rehearsal, const char *text,
                         int64_t frames);

/* A cue over the span that was added last, `frame` after its start. */
void rehearsal_cue(struct rehearsal *rehearsal, const char *text, int64_t frame,
                   int64_t frames);

/* The plan is complete: makes the player, and lets it begin. */
void rehearsal_begin(struct rehearsal *rehearsal);
void rehearsal_finish(struct rehearsal *rehearsal);

/* A rehearsal that has begun, of three steps: two sentences and a hold with a
   cue, a wait without a limit, a wait with one. Finished by rehearsal_finish()
   and then free(). */
struct rehearsal *rehearse_session(void);

/* Around a test whose state is a rehearsal: of that session; and an end that
   fails when session and answers were heard at once. */
int rehearsal_set_up(void **state);
int rehearsal_tear_down(void **state);

/* Where the plan says this, which it must. */
int64_t rehearsal_start_of(const struct rehearsal *rehearsal, const char *text);

/* Where the first hold begins, or -1. */
int64_t rehearsal_hold_frame(const struct rehearsal *rehearsal);

/* Lets time pass. */
void rehearsal_wait(struct rehearsal *rehearsal, int64_t frames);

/* Lets time pass until the session stands at `frame`, or for ten minutes. */
void rehearsal_wait_for(struct rehearsal *rehearsal, int64_t frame);

/* Lets time pass until no answer sounds. */
void rehearsal_wait_for_silence(struct rehearsal *rehearsal);

void rehearsal_ask(struct rehearsal *rehearsal, enum request_kind kind);
void rehearsal_ask_value(struct rehearsal *rehearsal, enum request_kind kind,
                         int64_t value);

/* What else can happen. */
void rehearsal_lose_device(struct rehearsal *rehearsal);
void rehearsal_bring_device_back(struct rehearsal *rehearsal);
void rehearsal_suspend(struct rehearsal *rehearsal);
void rehearsal_wake(struct rehearsal *rehearsal);
void rehearsal_say_trouble(struct rehearsal *rehearsal, const char *text);

struct player_view rehearsal_view(const struct rehearsal *rehearsal);
void rehearsal_assert_state(const struct rehearsal *rehearsal,
                            enum player_state state);

/* The log since the last call, one line a line. */
const char *rehearsal_take_log(struct rehearsal *rehearsal);

/* Delivered frames so far. */
int64_t rehearsal_now(const struct rehearsal *rehearsal);

#endif
