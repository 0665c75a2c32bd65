/* For authors: the session follows the routine as it is saved. */

#ifndef SUPINE_LISTEN_LIVE_RELOAD_H
#define SUPINE_LISTEN_LIVE_RELOAD_H

#include "listen/player_context.h"
#include "listen/stage.h"

struct live_reload;

/* Watches the folders of the routine and of what it includes, so that a save
   by renaming is seen. What is handed over is borrowed; `add` keeps a session
   as long as the mixer may play it.
   Possible errors: STATUS_UNSUPPORTED, STATUS_NO_MEMORY. */
struct live_reload_parts {
  struct studio *studio;
  struct player_context *player;
  struct printer *printer;       /* of the player's lines */
  const struct session *session; /* as it is now; only for this call */
  const struct session_options *options;
  const char *routine;
  bool (*add)(void *context, struct session *session);
  void *context;
  FILE *errors; /* where mistakes are printed */
};
enum status live_reload_create(const struct live_reload_parts *parts,
                               struct live_reload **reload);

/* NULL is fine. */
void live_reload_destroy(struct live_reload *reload);

void live_reload_join(struct live_reload *reload, struct loop *loop);

#endif
