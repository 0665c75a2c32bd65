/* A session on the message buses: media buttons ask for things, the computer
   stays awake, and a screen reader is noticed. */

#ifndef SUPINE_PLAYER_BUTTONS_H
#define SUPINE_PLAYER_BUTTONS_H

#include "control/bus.h"
#include "control/inhibit.h"
#include "control/media.h"
#include "player/loop.h"
#include "player/player.h"

struct buttons {
  struct bus *bus; /* borrowed; NULL: there is none */
  struct player *player;
  const char *artist;
  const char *album;
  struct media *media;
  struct inhibitor *inhibitor;
  struct bus_wait wait;
};

/* Everything is borrowed until buttons_finish(). Where there is no bus nothing
   happens. */
void buttons_init(struct buttons *buttons, struct bus *bus,
                  struct player *player, const char *artist, const char *album);
void buttons_finish(struct buttons *buttons);

/* Adds what the loop must wait for and look after. */
void buttons_join(struct buttons *buttons, struct loop *loop);

#endif
