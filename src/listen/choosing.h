/* The spoken menu, for a listener who typed nothing but the program's name. */

#ifndef SUPINE_LISTEN_CHOOSING_H
#define SUPINE_LISTEN_CHOOSING_H

#include "listen/stage.h"

/* Plays a session on a stage of its own, and then whatever is chosen from the
   menu by a listener who asks for it; without a session (NULL) the menu comes
   first. The session is taken over, and what `entry` holds once it plays.
   Returns the exit status; what is wrong has been said. */
int menu_play(struct studio *studio, const struct config *config,
              const struct stage_options *stage_options,
              struct session *session,
              const struct session_options *session_options,
              struct stage_entry *entry);

/* Runs the menu and what is chosen from it; returns the exit status. */
int menu_command(void);

#endif
