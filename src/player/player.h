/* One session: the state machine between what the listener asks for and what
   the mixer plays. Keys, media buttons and the menu all arrive as commands, so
   that they behave and speak alike. */

#ifndef SUPINE_PLAYER_PLAYER_H
#define SUPINE_PLAYER_PLAYER_H

#include "base/status.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stdint.h>

struct mixer;
struct output;
struct player;
struct pool;
struct voice;
struct sound_store;

enum player_command_kind {
  PLAYER_TOGGLE, /* pause, go on; ends a wait */
  PLAYER_PLAY,
  PLAYER_PAUSE,
  PLAYER_NEXT,
  PLAYER_BACK,
  PLAYER_REPEAT,
  PLAYER_EXTEND,
  PLAYER_WHERE,
  PLAYER_LOUDER,
  PLAYER_SOFTER,
  PLAYER_BACKGROUND_LOUDER,
  PLAYER_BACKGROUND_SOFTER,
  PLAYER_FASTER,
  PLAYER_SLOWER,
  PLAYER_SLEEP_TIMER,
  PLAYER_DESCRIBE, /* the key describer, on and off */
  PLAYER_MENU,
  PLAYER_STOP,
  PLAYER_UNKNOWN_KEY,
  PLAYER_SEEK_BY, /* `value` frames */
  PLAYER_SEEK_TO, /* `value` frames into the current step */
  PLAYER_VOLUME,  /* `value` in thousandths, linear */
};

struct player_command {
  enum player_command_kind kind;
  int64_t value;
};

enum player_state {
  PLAYER_PLAYING,
  PLAYER_PAUSED,
  PLAYER_WAITING, /* at a `wait for me` */
  PLAYER_ENDED,   /* the closing has been spoken */
  PLAYER_STOPPED, /* by the listener; the place is kept */
};

#endif
