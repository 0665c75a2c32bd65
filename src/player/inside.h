/* The player's own state, shared by the files of this room. */

#ifndef SUPINE_PLAYER_INSIDE_H
#define SUPINE_PLAYER_INSIDE_H

#include "base/frames.h"
#include "base/text.h"
#include "control/keys.h"
#include "phrases/phrases.h"
#include "player/player.h"

#define SECOND ((int64_t)FRAME_RATE)
#define MINUTE (60 * SECOND)

/* Instructions of one statement, each with its explanation. */
#define ANSWER_PARTS 64

/* Of an answer's text past its first sentence; the longest has about 200. */
#define ANSWER_BYTES 1024

/* How many plans may wait for the mixer to leave them: it takes one block. */
#define PLANS_RETIRED 8

/* How many accidental jumps forward can be taken back. */
#define JUMPS_REMEMBERED 16

enum answer_rank {
  ANSWER_SOFT,    /* by the player itself: "Still paused." */
  ANSWER_KEY,     /* to the listener; the newest wins */
  ANSWER_TROUBLE, /* never interrupted */
};

struct answer_part {
  const struct clip *clip;
  float gain;
};

/* What the player says, one clip after the other. */
struct answer {
  enum answer_rank rank;
  bool over_session; /* the session goes on under it */
  bool hushed;       /* it fades, and nothing of it follows */
  size_t count;
  size_t next; /* the part to be sent after the one that sounds */
  struct answer_part parts[ANSWER_PARTS];
  float gain;
  char rest[ANSWER_BYTES]; /* sentences that are not spoken yet, so that the
                              first need not wait for them */
};

enum session_clock { CLOCK_PAUSED, CLOCK_STANDING, CLOCK_RUNNING };

struct sleep_timer {
  int choice; /* index into the choices; 0: off */
  int64_t at; /* on the player's clock: when the fade begins */
  bool warned;
  bool fading;
};

struct retired {
  const struct plan *plan;
  const struct score *score;
};

/* A place that was left and may be returned to. */
struct departure {
  int64_t frame;
  int64_t added_frames; /* to the hold there, and still to come */
};

struct player {
  struct player_services services;
  struct player_options options;
  const struct plan *plan;
  const struct score *score;
  const struct phrases *phrases;

  struct mix_status mix;    /* as last read */
  enum session_clock clock; /* as last sent */
  uint32_t seek_message;    /* position is seek_frame until it is applied */
  int64_t seek_frame;

  bool begun;
  bool paused;
  bool stopped;
  bool ended;
  bool leaving; /* once the answer is over */
  bool finished;
  bool menu_wanted;
  bool describing;
  bool device_lost;
  bool voiceless;          /* the voice failed when it was last asked */
  const struct clip *tick; /* that answers then; NULL: none */

  struct answer answer; /* count 0: none */
  struct answer queued; /* behind one that must not be interrupted */
  uint32_t answer_message;
  int64_t answer_rest_until; /* the gap after a part; 0: a part sounds */

  struct departure departures[JUMPS_REMEMBERED]; /* where Next was asked for */
  size_t forward_count;
  int64_t forward_at;
  int64_t entered_frame; /* where Next or Back came to last */
  uint32_t jumps;

  int64_t paused_at; /* on the player's clock, like all that follow */
  int64_t reminded_at;
  int64_t waiting_since; /* 0: not waiting */
  int64_t stopped_since; /* 0: not stopped */
  int64_t unknown_key_at;
  int64_t polled_at;
  int64_t played_frames;
  int64_t silent_since;
  struct sleep_timer sleep;

  int volume;     /* thousandths */
  int background; /* per cent of what is written */
  int speed;      /* 0: as written */

  bool plan_anew; /* the speed was changed; done when the session goes on */
  struct retired retired[PLANS_RETIRED]; /* until the mixer has left them */
  size_t retired_count;
  size_t line_event; /* the next event that may become a line */
  size_t line_step;  /* the step last told; SIZE_MAX: none */
};

/* --- answer.c --- */

/* Speaks formatted text; the format is a phrase already translated. */
void answer_say(struct player *player, enum answer_rank rank,
                const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Speaks the text; `gain` is linear. */
void answer_text(struct player *player, enum answer_rank rank, float gain,
                 const char *text);

/* Has what answers in place of the voice at hand: what keeps the voice from
   starting again may keep sounds from being read too. */
void answer_prepare(struct player *player);

/* A text as the session's voice speaks it; a tick when it does not, which is
   told once; NULL for not even that. */
const struct clip *answer_speak(struct player *player, const char *text);

/* Plays an answer whose parts are filled in. */
void answer_begin(struct player *player, const struct answer *answer);

/* Goes on with what sounds. */
void answer_poll(struct player *player);

/* Ends the answer at once, unless it must not be interrupted. */
void answer_drop(struct player *player);

/* --- motion.c --- */

/* Sends the clock's messages that follow from the player's state. */
void motion_settle(struct player *player);

/* The frame that the session stands at, jumps on their way included. */
int64_t motion_position(const struct player *player);

/* Goes to a frame without a word. */
void motion_go_to(struct player *player, int64_t frame);

/* The same; time that the listener added to the hold there stays added. */
void motion_return_to(struct player *player, const struct departure *place);

/* Stops the session's sound before an answer is made, so that silence comes at
   once. */
void motion_hush(struct player *player);

/* The wait that the session stands in, or NULL. */
const struct event *motion_wait(const struct player *player);

void motion_toggle(struct player *player);
void motion_play(struct player *player);
void motion_pause(struct player *player);
void motion_stop(struct player *player);
void motion_say_stopped(struct player *player);
void motion_seek_by(struct player *player, int64_t frames);
void motion_seek_to(struct player *player, int64_t frames);

/* --- steps.c --- */

void steps_next(struct player *player);
void steps_back(struct player *player);

/* --- where.c --- */

/* Index of the first event that starts at `frame` or later. */
size_t where_first_event(const struct plan *plan, int64_t frame);

/* The last event of the kinds in `mask` (1u << kind) that covers the position,
   or NULL. */
const struct event *where_span(const struct player *player, unsigned mask);

/* "Bird dog, left side" */
void where_append_step(const struct player *player, size_t index,
                       struct text *out);

/* "Step 2 of 6. Bird dog, left side."; `format` is a phrase for the two
   numbers. */
void where_append_numbered(const struct player *player, const char *format,
                           size_t index, struct text *out);
void where_say(struct player *player);

/* --- repeat.c --- */

void repeat_say(struct player *player);

/* --- levels.c --- */

void levels_guidance(struct player *player, int change);
void levels_set_guidance(struct player *player, int64_t thousandths);
void levels_background(struct player *player, int change);
void levels_speed(struct player *player, int change);
void levels_extend(struct player *player);
void levels_send(struct player *player);

/* --- sleep.c --- */

void sleep_choose(struct player *player);
void sleep_poll(struct player *player);

/* True when a key only put the timer off. */
bool sleep_put_off(struct player *player);

/* The listener leaves: what comes then must be heard. */
void sleep_cancel(struct player *player);

/* --- closing.c --- */

void closing_poll(struct player *player);

/* --- prompt.c --- */

/* Says the phrase `happened`, and then the phrase `format` with the name of the
   key that asks for `request`. */
void prompt_say(struct player *player, enum answer_rank rank,
                const char *happened, const char *format,
                enum request_kind request);

/* The keys that lead to everything else. */
void prompt_say_help(struct player *player);

/* --- lines.c --- */

void lines_poll(struct player *player);
void lines_moved(struct player *player);
void lines_say(struct player *player, enum player_line kind, const char *text);

/* --- replace.c --- */

/* Plans anew if the speed was changed, before the session goes on. */
void replace_settle(struct player *player);
void replace_poll(struct player *player);

/* --- player.c --- */

/* What is sent while 256 messages wait is lost; no listener is that fast. */
void player_send(struct player *player, const struct mix_message *message);

/* True when the mixer has taken everything up to `message`. */
bool player_applied(const struct player *player, uint32_t message);

#endif
