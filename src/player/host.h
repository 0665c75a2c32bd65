/* A player in the loop. */

#ifndef SUPINE_PLAYER_HOST_H
#define SUPINE_PLAYER_HOST_H

#include "control/keys.h"
#include "player/loop.h"
#include "player/player.h"

/* Everything is borrowed. */
struct player_seat {
  struct player *player;
  const struct keymap *keymap;
};

/* What the loop runs; `seat` is borrowed as long as it does. */
struct loop_host player_host(struct player_seat *seat);

#endif
