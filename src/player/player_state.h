/* What a session is given when it begins, and what it shows of itself. */

#ifndef SUPINE_PLAYER_PLAYER_STATE_H
#define SUPINE_PLAYER_PLAYER_STATE_H

#include "control/keys.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum player_state {
  PLAYER_READY, /* nothing has happened yet */
  PLAYER_PLAYING,
  PLAYER_WAITING, /* playing, at a `wait for me` */
  PLAYER_PAUSED,
  PLAYER_STOPPED, /* by the listener or the sleep timer; the place is kept */
  PLAYER_ENDED,   /* the closing has been spoken */
};

struct player_options {
  int speed;        /* nominal words a minute of answers; 0: the voice's */
  int base_speed;   /* what the speed keys start from */
  int chosen_speed; /* by the speed keys in an earlier sitting; 0: none */
  int volume;       /* of guidance in thousandths, 0 to 1000 */
  const struct keymap *keymap; /* to name keys by; borrowed; NULL: unchanged */
  int64_t from_frame;          /* where to begin */
  int64_t earlier_frames;      /* played in earlier sittings */
  bool inexact;                /* that is only the start of the step: say so */
  bool heartbeat;              /* a soft sign of life in long silence */
  bool has_input;              /* something can end a wait without a limit */
};

/* What others need to know about a session. */
struct player_view {
  enum player_state state; /* never PLAYER_READY */
  bool speaking;           /* something is announced */
  bool describing;         /* keys say what they do */
  bool menu_wanted;        /* it is about to leave for the menu */
  bool finished;           /* it has left: nothing more will come */
  const struct plan *plan; /* borrowed until the next player_step() */
  int64_t frame;           /* of the session */
  size_t step;             /* index into the plan's steps */
  int volume;              /* thousandths */
  int speed;               /* that the speed keys chose; 0: as written */
  uint32_t jumps; /* grows unless the session goes on, or a step begins */
  int64_t paused_frames; /* delivered since the pause began; 0: no pause */
  int64_t played_frames; /* delivered while the session ran */
};

#endif
