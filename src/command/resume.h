/* Going on with an unfinished session, from the command and from the menu. */

#ifndef SUPINE_COMMAND_RESUME_H
#define SUPINE_COMMAND_RESUME_H

#include "listen/stage.h"

#include <stdio.h>

/* The options of the session's first sitting, as if they had been typed before
   those of this one. False when they are no longer understood, which is written
   to `errors`. */
bool resume_take_options(const struct place_record *past,
                         struct session_options *session, FILE *errors);

/* Opens the session that `entry->past` tells of, and fills in where it goes
   on. What is wrong is written to `errors`; `*session` is NULL unless the
   result is EXIT_DONE. */
int resume_open(struct studio *studio,
                const struct session_options *session_options,
                struct stage_entry *entry, FILE *errors,
                struct session **session);

#endif
