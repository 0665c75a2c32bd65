/* What can be told of routines without playing them. Each has to be planned
   for its length, so processes of their own do that. */

#ifndef SUPINE_SESSION_OVERVIEW_H
#define SUPINE_SESSION_OVERVIEW_H

#include "library/library.h"
#include "session/jobs.h"
#include "session/session_options.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>

#define OVERVIEW_TEXT_BYTES 512

struct finding {
  atomic_bool known; /* what follows is final */
  bool planned;      /* false: the routine has errors */
  int64_t frames;
  char title[OVERVIEW_TEXT_BYTES];
  char about[OVERVIEW_TEXT_BYTES]; /* the first line */
  char language[32];
};

struct overview;

/* Finds out about `count` routines, planned with `options`. All but the result
   is borrowed as long as the overview lives; the program must have no threads.
   `progress` is where a long planning is told of, if that is a terminal.
   Possible errors: STATUS_NO_MEMORY. */
enum status overview_create(struct pool *pool,
                            const struct library_entry *entries, size_t count,
                            const struct session_options *options,
                            FILE *progress, struct overview **overview);

/* Ends the process that still looks; NULL is fine. */
void overview_destroy(struct overview *overview);

/* Looks at everything, on every core. A routine whose process died stays
   unknown.
   Possible errors: STATUS_NO_MEMORY. */
enum status overview_wait(struct overview *overview);

/* Begins to look at one after the other, the first first, while the program
   goes on. A routine is not waited for: it is known or not.
   Possible errors: STATUS_NO_MEMORY. */
enum status overview_begin(struct overview *overview);

/* Borrowed. Its other fields mean nothing until it is known. */
const struct finding *overview_finding(const struct overview *overview,
                                       size_t index);

#endif
