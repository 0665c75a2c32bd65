/* What is wrong with a start, for listeners who see no screen: printed whole,
   and its first line spoken. */

#ifndef SUPINE_LISTEN_SPOKEN_ERROR_H
#define SUPINE_LISTEN_SPOKEN_ERROR_H

#include "listen/stage.h"

#include <stdio.h>

/* Every message about a session, a line each; the caller frees it. NULL when
   memory is short. */
char *spoken_error_lines(const struct session *session);

/* Messages on their way to both. */
struct spoken_error {
  FILE *stream;  /* to write them to */
  FILE *printed; /* where they are printed in the end; borrowed */
  char *lines;
  size_t length;
};

void spoken_error_init(struct spoken_error *error, FILE *printed);
void spoken_error_finish(struct spoken_error *error);

/* Prints what was written, and speaks it on the stage. Where
   nothing was written nothing happens. Returns LOOP_DONE, or the signal that
   ended it. */
enum loop_end spoken_error_say(struct spoken_error *error, struct stage *stage);

/* The same in a studio and on a stage of its own, if there is a sound device.
 */
void spoken_error_say_alone(struct spoken_error *error,
                            const struct config *config,
                            const struct stage_options *stage_options);

#endif
