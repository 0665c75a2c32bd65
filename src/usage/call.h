/* What several commands do alike. */

#ifndef SUPINE_USAGE_CALL_H
#define SUPINE_USAGE_CALL_H

#include "usage/command.h"

/* Reads the configuration, from which the session's options begin. Lines that
   are wrong are said on standard error and skipped. */
void call_read_config(struct call *call);

/* Opens the studio, and forgets what the configuration names and there is not,
   which is said on standard error. Returns the exit status; what is wrong has
   been said. */
int call_open_studio(struct call *call, enum voice_engine engine);

/* Plays a session, which is taken over, and what is chosen from the menu after
   it; NULL: the menu comes first. Returns the exit status; what is wrong has
   been said. */
int call_play(struct call *call, struct session *session);

/* Plays one clip on `device` (NULL: the default). Returns the exit status; what
   is wrong has been said. */
int call_audition(struct call *call, const struct clip *clip,
                  const char *device);

/* The operands with a space between, so that nobody needs quotation marks; the
   caller frees it. NULL when memory is short, which has been said. */
char *call_join_operands(const struct call *call);

/* Runs `one` for every operand. The first failure decides the exit status; the
   others are run all the same. */
int call_each_operand(struct call *call,
                      int (*one)(struct call *call, const char *operand));

#endif
