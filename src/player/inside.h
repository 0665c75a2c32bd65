/* The player's own state, shared by the files of this room. */

#ifndef SUPINE_PLAYER_INSIDE_H
#define SUPINE_PLAYER_INSIDE_H

#include "base/frames.h"
#include "base/text.h"
#include "phrases/phrases.h"
#include "player/effects.h"
#include "player/happening.h"
#include "player/player_state.h"

#define SECOND ((int64_t)FRAME_RATE)
#define MINUTE (60 * SECOND)

/* A time that never comes. */
#define NEVER INT64_MAX

/* How many accidental jumps forward can be taken back. */
#define JUMPS_REMEMBERED 16

/* What becomes of what the listener asks for. */
enum player_mode {
  MODE_OBEYING,
  MODE_DESCRIBING, /* a key says what it does, and does nothing */
  MODE_LEAVING,    /* once the answer is over */
  MODE_LEAVING_FOR_MENU,
  MODE_LEFT,
};

/* What goes on beside the session, whatever state that is in. */
enum player_activity {
  ACTIVITY_NONE,
  ACTIVITY_ANNOUNCING, /* the session stands for it */
  ACTIVITY_TELLING,    /* the same, and any key ends it */
  ACTIVITY_TICKING,    /* the session goes on under it */
  ACTIVITY_PLANNING,   /* the session goes on with the new plan */
};

enum sleep_phase { SLEEP_OFF, SLEEP_SET, SLEEP_WARNED, SLEEP_FADING };

struct sleep_timer {
  enum sleep_phase phase;
  int choice; /* index into the choices; 0: off */
  int64_t at; /* when the fade begins */
};

/* A place that was left and may be returned to. */
struct departure {
  int64_t frame;        /* below 0: this one and those after it are free */
  int64_t added_frames; /* to the hold there, and still to come */
};

/* All times are the mixer's rendered frames. */
struct player {
  struct player_options options; /* never changed */
  const struct plan *plan;

  int64_t now;
  int64_t frame;           /* of the session, jumps on their way included */
  int64_t inserted_frames; /* added time still to come */

  enum player_state state; /* PLAYER_WAITING follows from the frame */
  int64_t since;           /* when that state was entered */
  enum player_mode mode;
  enum player_activity activity;
  bool device_lost;

  struct departure departures[JUMPS_REMEMBERED]; /* by Next; newest first */
  int64_t forward_at;                            /* when Next was last asked */
  int64_t entered_frame; /* where Next or Back came to last */
  uint32_t jumps;

  int64_t remind_at; /* of a pause or a wait */
  int64_t unknown_key_at;
  int64_t silent_since;
  int64_t played_frames;
  struct sleep_timer sleep;

  int volume;     /* thousandths */
  int background; /* per cent of what is written */
  int speed;      /* 0: as written */
  int plan_speed; /* that the plan was made for, or is being made for */

  size_t line_event; /* the next event that may become a line */
  size_t line_step;  /* the step last told; SIZE_MAX: none */
};

/* --- state.c --- */

const struct phrases *player_phrases(const struct player *player);

void player_enter(struct player *player, enum player_state state);

/* Whether the announcer is at work. */
bool player_is_speaking(const struct player *player);

/* Leaving, or about to. */
bool player_is_leaving(const struct player *player);

/* What the session clock must do; what it was told last, between two steps. */
enum session_clock player_clock(const struct player *player);

/* What Next has left was no accident. */
void player_forget_departures(struct player *player);

/* --- where.c --- */

/* Index of the first event that starts at `frame` or later. */
size_t where_first_event(const struct plan *plan, int64_t frame);

/* The last event of the kinds in `mask` (1u << kind) that covers the position,
   or NULL. */
const struct event *where_span(const struct player *player, unsigned mask);

/* The wait that the session stands in, or NULL. */
const struct event *where_wait(const struct player *player);

/* The state as the listener knows it, PLAYER_WAITING among them. */
enum player_state where_state(const struct player *player);

/* Index of the step that the session stands in. */
size_t where_step(const struct player *player);

/* "Bird dog, left side" */
void where_append_step(const struct player *player, size_t index,
                       struct text *out);

/* "Step 2 of 6. Bird dog, left side."; `format` is a phrase for the two
   numbers. */
void where_append_numbered(const struct player *player, const char *format,
                           size_t index, struct text *out);

/* --- say.c --- */

/* Announces formatted text; the format is a phrase already translated. */
void say_phrase(struct player *player, struct effects *effects,
                enum announcement_rank rank, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void say_text(struct player *player, struct effects *effects,
              enum announcement_rank rank, const char *text);

void say_parts(struct player *player, struct effects *effects,
               const struct announcement_part *parts, size_t count);

/* The soft tick, while the session goes on. */
void say_tick(struct player *player, struct effects *effects, float gain);

/* Says the phrase `happened`, and then the phrase `format` with the name of the
   key that asks for `request`. */
void say_prompt(struct player *player, struct effects *effects,
                enum announcement_rank rank, const char *happened,
                const char *format, enum request_kind request);

/* The keys that lead to everything else. */
void say_help(struct player *player, struct effects *effects);

/* Step, name, side, what is left, what comes next. */
void say_where(struct player *player, struct effects *effects);

/* Stops saying it. */
void say_no_more(const struct player *player, struct effects *effects);

/* --- motion.c: the one place that moves the session clock --- */

/* Goes to a frame without a word. */
void motion_go_to(struct player *player, struct effects *effects,
                  int64_t frame);

/* The same; time that the listener added to the hold there stays added. */
void motion_return_to(struct player *player, struct effects *effects,
                      const struct departure *place);

/* Adds time to the hold that the session stands in. */
void motion_add(struct player *player, struct effects *effects, int64_t frames);

/* Has the clock do what the player's state asks for. */
void motion_settle(struct player *player, struct effects *effects);

/* --- replan.c --- */

/* Asks for a plan at another speed, if that was changed. True if it was. */
bool replan_ask(struct player *player, struct effects *effects);

void replan_take(struct player *player, struct effects *effects,
                 const struct happening *happening);
void replan_fail(struct player *player, struct effects *effects);
void replan_follow_edit(struct player *player, struct effects *effects,
                        const struct happening *happening);

/* --- pause.c --- */

/* A wait that only the listener ends cannot be paused. */
void pause_begin(struct player *player, struct effects *effects);
void pause_end(struct player *player, struct effects *effects);
void pause_end_wait(struct player *player, struct effects *effects);
void pause_stop(struct player *player, struct effects *effects);
void pause_start_again(struct player *player, struct effects *effects);

/* --- steps.c --- */

void steps_next(struct player *player, struct effects *effects);
void steps_back(struct player *player, struct effects *effects);
void steps_seek_by(struct player *player, struct effects *effects,
                   int64_t frames);
void steps_seek_to(struct player *player, struct effects *effects,
                   int64_t frames);

/* --- repeat.c --- */

void repeat_say(struct player *player, struct effects *effects);

/* --- describe.c --- */

/* Says what the routine has to tell about the movement in hand. */
void describe_say(struct player *player, struct effects *effects);

/* Stops saying it; true if that was being said. */
bool describe_end(struct player *player, struct effects *effects);

/* --- levels.c --- */

void levels_louder(struct player *player, struct effects *effects);
void levels_softer(struct player *player, struct effects *effects);
void levels_background_louder(struct player *player, struct effects *effects);
void levels_background_softer(struct player *player, struct effects *effects);
void levels_faster(struct player *player, struct effects *effects);
void levels_slower(struct player *player, struct effects *effects);
void levels_set_guidance(struct player *player, struct effects *effects,
                         int64_t thousandths);
void levels_extend(struct player *player, struct effects *effects);
void levels_send(const struct player *player, struct effects *effects);

/* --- sleep.c --- */

void sleep_choose(struct player *player, struct effects *effects);
void sleep_poll(struct player *player, struct effects *effects);

/* True when a key only put the timer off. */
bool sleep_put_off(struct player *player, struct effects *effects);

/* The listener leaves: what comes then must be heard. */
void sleep_cancel(struct player *player, struct effects *effects);

/* --- closing.c --- */

void closing_poll(struct player *player, struct effects *effects);

/* --- leave.c --- */

/* Stops, says so, and leaves when that has been said. */
void leave_session(struct player *player, struct effects *effects);
void leave_for_menu(struct player *player, struct effects *effects);

void leave_now(struct player *player, struct effects *effects);

/* --- interruption.c --- */

void interruption_lose_device(struct player *player, struct effects *effects);
void interruption_bring_device_back(struct player *player,
                                    struct effects *effects);
void interruption_suspend(struct player *player, struct effects *effects);
void interruption_wake(struct player *player, struct effects *effects);
void interruption_fall_silent(struct player *player, struct effects *effects);

/* --- progress_lines.c --- */

void lines_poll(struct player *player, struct effects *effects);
void lines_trouble(struct effects *effects, const char *text);

/* --- requests.c --- */

void requests_meet(struct player *player, struct effects *effects,
                   const struct request *request);

/* --- timed.c --- */

void timed_begin(struct player *player, struct effects *effects);

/* Time has passed since the player's `now`, up to the mixer's. */
void timed_take_in(struct player *player, const struct mixer_view *mixer);
void timed_poll(struct player *player, struct effects *effects,
                const struct mixer_view *mixer);

#endif
