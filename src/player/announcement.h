/* Something to be said beside the session, as a value. */

#ifndef SUPINE_PLAYER_ANNOUNCEMENT_H
#define SUPINE_PLAYER_ANNOUNCEMENT_H

#include "base/clip.h"

#include <stdbool.h>
#include <stddef.h>

enum announcement_rank {
  RANK_SOFT,    /* unasked: "Still paused."; never interrupts anything */
  RANK_KEY,     /* to the listener; the newest wins */
  RANK_TROUBLE, /* never interrupted; what comes meanwhile waits */
};

/* A clip that exists already, or a text to be spoken, or neither: then the
   soft tick. */
struct announcement_part {
  const struct clip *clip; /* NULL: `text` is to be spoken */
  const char *text;        /* printed too; NULL: nothing to print */
  float gain;              /* linear */
  bool whole; /* a sentence of the routine, spoken as one, with a routine's
                 gap after it; otherwise sentence by sentence */
};

/* More parts than this are left out: the instructions of one statement, each
   with its explanation. */
#define ANNOUNCEMENT_PARTS 64

/* Everything is borrowed until the announcement has been handed over. */
struct announcement {
  enum announcement_rank rank;
  const char *language; /* of the session, "en-gb"; what is not a sentence of
                           the routine is spoken in English where Supine has no
                           words in it */
  int speed;            /* nominal words a minute; 0: the voice's */
  const struct announcement_part *parts;
  size_t count;
};

#endif
