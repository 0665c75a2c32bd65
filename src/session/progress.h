/* Tells whoever waits at a terminal that planning goes on. */

#ifndef SUPINE_SESSION_PROGRESS_H
#define SUPINE_SESSION_PROGRESS_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* A zeroed struct says nothing. */
struct progress {
  FILE *stream;     /* borrowed; NULL, or no terminal: nobody is told */
  const char *name; /* of what is planned; NULL: nothing is */
  size_t sentences; /* spoken so far */
  int64_t next_ms;  /* when the next line is due, on the monotonic clock */
};

/* Planning begins: after two seconds a line says so, and every ten seconds
   another. `name` is borrowed until progress_end(). */
void progress_begin(struct progress *progress, const char *name);
void progress_end(struct progress *progress);

/* One more sentence is to be spoken. */
void progress_count(struct progress *progress);

#endif
