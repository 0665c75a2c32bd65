/* Going on with an unfinished session. */

#ifndef SUPINE_LISTEN_RESUME_H
#define SUPINE_LISTEN_RESUME_H

#include "listen/stage.h"

#include <stdio.h>

/* The options of the session's first sitting, as if they had been typed before
   those of this one. What is no longer understood is written to `errors`.
   Possible errors: STATUS_BAD_ARGUMENT, STATUS_NO_MEMORY. */
enum status resume_take_options(const struct place_record *past,
                                struct session_options *session, FILE *errors);

/* Opens the session that `entry->past` tells of, and fills in where it goes
   on. What is wrong is written to `errors`; `*session` is NULL unless the
   result is STATUS_OK.
   Possible errors: STATUS_NOT_FOUND (the routine is gone), and those of
   session_open(). */
enum status resume_open(struct studio *studio,
                        const struct session_options *session_options,
                        struct stage_entry *entry, FILE *errors,
                        struct session **session);

#endif
