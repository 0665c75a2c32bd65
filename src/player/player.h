/* One session as a state machine: it is told what has happened, and answers
   with what is to be done. It opens no file, sends no message, asks no clock
   and speaks nothing; whoever runs it carries the effects out, in their order,
   and tells it what comes of them. */

#ifndef SUPINE_PLAYER_PLAYER_H
#define SUPINE_PLAYER_PLAYER_H

#include "base/status.h"
#include "player/effects.h"
#include "player/happening.h"
#include "player/player_state.h"

struct player;

/* A session that stands ready at `options->from_frame`; HAPPENED_OPENING comes
   first, then troubles of the start, and anything else begins it. The options
   are copied, the plan is borrowed until the player has been given another.
   Possible errors: STATUS_NO_MEMORY. */
enum status player_create(const struct player_options *options,
                          const struct plan *plan, struct player **player);

/* NULL is fine. */
void player_destroy(struct player *player);

/* Takes in what has happened and writes what is to be done. A plan that comes
   with it is borrowed like the first; the one before is left for good. After
   EFFECT_LEAVE nothing is to be done any more. */
void player_step(struct player *player, const struct happening *happening,
                 struct effects *effects);

void player_view(const struct player *player, struct player_view *view);

#endif
