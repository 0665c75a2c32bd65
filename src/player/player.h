/* One session: the state machine between what the listener asks for and what
   the mixer plays. Every way of asking arrives here as a request, so that all
   of them behave and speak alike. It touches no file, no terminal and no bus;
   whoever runs it looks at player_view() and keeps those up to date. */

#ifndef SUPINE_PLAYER_PLAYER_H
#define SUPINE_PLAYER_PLAYER_H

#include "base/clip_source.h"
#include "base/status.h"
#include "control/keys.h"
#include "control/request.h"
#include "mix/mixer.h"
#include "plan/plan.h"
#include "plan/plan_options.h"

#include <stdbool.h>
#include <stdint.h>

struct player;

enum player_state {
  PLAYER_PLAYING,
  PLAYER_PAUSED,
  PLAYER_WAITING, /* at a `wait for me` */
  PLAYER_ENDED,   /* the closing has been spoken */
  PLAYER_STOPPED, /* by the listener or the sleep timer; the place is kept */
};

/* Lines for the terminal and for captions. */
enum player_line {
  PLAYER_LINE_STEP,    /* a step begins */
  PLAYER_LINE_SPOKEN,  /* a sentence of the session begins to be spoken */
  PLAYER_LINE_ANSWER,  /* the player begins to speak */
  PLAYER_LINE_TROUBLE, /* something went wrong; it is spoken too if it can be */
};

struct player_lines {
  void *context;
  /* `text` is borrowed for the call and may hold control characters. */
  void (*line)(void *context, enum player_line kind, const char *text);
};

/* Makes the session anew while it is played: at another speed of speech, or
   after the routine was edited. */
struct player_planner {
  void *context;
  /* The new plan and score; they stay with the planner.
     Possible errors: those of plan_create(). */
  enum status (*plan)(void *context, int speed, const struct plan **plan,
                      const struct score **score);
  /* The mixer plays this score no more and the player has left its plan. */
  void (*release)(void *context, const struct plan *plan,
                  const struct score *score);
};

/* Everything is borrowed for the player's life. */
struct player_services {
  struct mixer *mixer;
  struct clip_source clips;      /* speaks the answers, finds the soft tick */
  struct player_planner planner; /* plan NULL: speed cannot be changed */
  struct player_lines lines;     /* line NULL: nobody reads */
};

struct player_options {
  const char *voice; /* of the answers; NULL: the default */
  int speed;         /* nominal words a minute of answers; 0: the voice's */
  int base_speed;    /* what the speed keys start from */
  int chosen_speed;  /* by the speed keys in an earlier sitting; 0: none */
  int pitch;         /* of the answers; -1: the voice's */
  int volume;        /* of guidance in thousandths, 0 to 1000 */
  const struct keymap *keymap; /* to name keys by; borrowed; NULL: unchanged */
  int64_t from_frame;          /* where to begin */
  int64_t earlier_frames;      /* played in earlier sittings */
  bool inexact;                /* that is only the start of the step: say so */
  bool heartbeat;              /* a soft sign of life in long silence */
  bool has_input;              /* something can end a wait without a limit */
};

/* What others need to know about a session. */
struct player_view {
  enum player_state state;
  bool speaking;           /* an answer sounds */
  bool describing;         /* keys say what they do */
  bool finished;           /* nothing more will come; leave */
  bool menu_wanted;        /* the listener asked for the menu; leave */
  const struct plan *plan; /* borrowed until the next player_poll() */
  int64_t frame;           /* of the session */
  size_t step;             /* index into the plan's steps */
  int volume;              /* thousandths */
  int speed;               /* that the speed keys chose; 0: as written */
  uint32_t jumps; /* grows unless the session goes on, or a step begins */
  int64_t paused_frames; /* delivered since the pause began; 0: no pause */
  int64_t played_frames; /* delivered while the session ran */
};

/* The session stands ready at `options->from_frame` and begins with the first
   player_poll().
   Possible errors: STATUS_NO_MEMORY. */
enum status player_create(const struct player_services *services,
                          const struct player_options *options,
                          const struct plan *plan, const struct score *score,
                          struct player **player);

/* NULL is fine. */
void player_destroy(struct player *player);

/* Does what the listener asks for. Never blocks for longer than it takes to
   speak a sentence into memory. */
void player_do(struct player *player, const struct request *request);

/* Goes on with what time has brought. Called many times a second; time is what
   the mixer has rendered. */
void player_poll(struct player *player);

/* Stops without a word, keeping the place: the program is being ended. */
void player_fall_silent(struct player *player);

/* The program is being stopped by the shell: pauses, whatever else is going
   on; then it goes on, and says where, still paused. */
void player_suspend(struct player *player);
void player_wake(struct player *player);

/* The sound device went away, or has come back. */
void player_device_lost(struct player *player);
void player_device_back(struct player *player);

/* False for the moment that the mixer needs to leave earlier plans. */
bool player_can_replace(const struct player *player);

/* The routine was edited: plays `plan` and `score` from now on, at `frame`, or
   at the place where the session stands when that is below 0. */
void player_replace(struct player *player, const struct plan *plan,
                    const struct score *score, int64_t frame);

/* Says something that went wrong; nothing interrupts it. Borrowed for the
   call. */
void player_say_trouble(struct player *player, const char *text);

void player_view(const struct player *player, struct player_view *view);

#endif
