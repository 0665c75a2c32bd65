/* Tells whoever waits at a terminal that planning goes on. */

#ifndef SUPINE_SESSION_PROGRESS_H
#define SUPINE_SESSION_PROGRESS_H

#include <stddef.h>

/* A zeroed struct says nothing. */
struct patience {
  const char *name; /* of what is planned; NULL: nothing is */
  size_t sentences; /* spoken so far */
  double next_s;    /* when the next line is due, on the monotonic clock */
};

/* Planning begins: after two seconds a line on standard error says so, and
   every ten seconds another, if that is a terminal. `name` is borrowed until
   patience_end(). */
void patience_begin(struct patience *patience, const char *name);
void patience_end(struct patience *patience);

/* One more sentence is to be spoken. */
void patience_count(struct patience *patience);

#endif
