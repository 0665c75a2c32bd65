/* What the loop runs, on the message buses: media buttons ask for things, and
   the computer stays awake. */

#ifndef SUPINE_LISTEN_BUTTONS_H
#define SUPINE_LISTEN_BUTTONS_H

#include "control/bus.h"
#include "control/inhibit.h"
#include "control/media.h"
#include "listen/loop.h"

struct buttons {
  struct bus *bus; /* borrowed; NULL: there is none */
  struct media *media;
  struct inhibitor *inhibitor;
  void *context;
  bool (*keeps_awake)(void *context);
  struct bus_wait wait;
};

/* The bus and the owner's context are borrowed until buttons_finish().
   `keeps_awake` is asked with the same context whether the computer must stay
   awake now; NULL: never. Where there is no bus nothing happens. */
void buttons_init(struct buttons *buttons, struct bus *bus,
                  const struct media_owner *owner,
                  bool (*keeps_awake)(void *context));
void buttons_finish(struct buttons *buttons);

/* Adds what the loop must wait for and look after. */
void buttons_join(struct buttons *buttons, struct loop *loop);

#endif
