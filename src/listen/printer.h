/* Plain lines on the terminal while a session plays. */

#ifndef SUPINE_LISTEN_PRINTER_H
#define SUPINE_LISTEN_PRINTER_H

#include "player/effects.h"

#include <stdio.h>

/* Where lines go. */
struct player_lines {
  void *context;
  /* `text` is borrowed for the call and may hold control characters. NULL:
     nobody reads. */
  void (*line)(void *context, enum player_line kind, const char *text);
};

struct printer {
  FILE *stream;  /* borrowed */
  bool captions; /* every spoken sentence, instead of steps alone */
  bool quiet;    /* nothing at all; set once nobody reads the stream */
};

/* Where the player's lines go; `printer` is borrowed as long as they come.
   Control characters are left out, and every line is written at once. */
struct player_lines printer_lines(struct printer *printer);

#endif
