/* A player in the loop. */

#ifndef SUPINE_LISTEN_PLAYER_CONTEXT_H
#define SUPINE_LISTEN_PLAYER_CONTEXT_H

#include "control/keys.h"
#include "control/media.h"
#include "listen/loop.h"
#include "player/player.h"

/* Everything is borrowed. */
struct player_seat {
  struct player *player;
  const struct keymap *keymap;
  const char *artist;
  const char *album;
};

/* What the loop runs; `seat` is borrowed as long as it does. */
struct loop_host player_host(struct player_seat *seat);

/* The player for media buttons. */
struct media_owner player_media(struct player_seat *seat);

/* Whether the computer must stay awake: while it plays, and for ten minutes of
   pause. `seat` is a struct player_seat. */
bool player_keeps_awake(void *seat);

#endif
