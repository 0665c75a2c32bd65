/* The spoken menu: what can be chosen, and what is played then. */

#ifndef SUPINE_MENU_CHOOSING_H
#define SUPINE_MENU_CHOOSING_H

#include "listen/stage.h"

/* Plays a session, and then whatever is chosen from the menu by a listener who
   asks for it; without a session (NULL) the menu comes first. The session
   becomes the stage's; what `entry` holds is taken over once it plays.
   Possible errors: those of the menu, STATUS_NOT_FOUND (nothing to choose) and
   STATUS_NO_MEMORY. */
enum status menu_play(struct stage *stage, struct session *session,
                      const struct session_options *session_options,
                      struct stage_entry *entry, enum loop_end *end);

#endif
