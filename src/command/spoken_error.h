/* What is wrong with a routine, for listeners who see no screen. */

#ifndef SUPINE_COMMAND_SPOKEN_ERROR_H
#define SUPINE_COMMAND_SPOKEN_ERROR_H

#include "command/stage.h"

/* Every message about a session, a line each; the caller frees it. NULL when
   memory is short. */
char *spoken_error_lines(const struct session *session);

/* Plans the routine again for its first message and speaks it. Nothing happens
   where there is no sound device. */
void spoken_error_say(struct studio *studio, const struct config *config,
                      const struct stage_options *stage_options,
                      const char *routine,
                      const struct session_options *options);

#endif
