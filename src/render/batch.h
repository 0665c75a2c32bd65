/* Sessions as files, several at once: a process a core. */

#ifndef SUPINE_RENDER_BATCH_H
#define SUPINE_RENDER_BATCH_H

#include "render/rendering.h"

struct batch {
  struct studio *studio; /* for a single routine; each process of several has
                            its own */
  const struct session_options *session_options;
  const struct rendering *rendering; /* its output is a folder for several */
  char **routines;
  size_t count;
  bool into_folder;
  bool shows_progress; /* lines among the errors, ten seconds apart at least */
  FILE *lines;         /* what is done is said here */
};

struct batch_result {
  size_t done;         /* how many could be rendered */
  enum status failure; /* the first; STATUS_OK with fewer done than asked for: a
                          process ended by itself */
};

/* Renders every routine, whatever becomes of the others; what goes wrong has
   been said. The program must have no threads.
   Possible errors: STATUS_NO_MEMORY, before anything is rendered. */
enum status batch_run(const struct batch *batch, struct batch_result *result);

#endif
