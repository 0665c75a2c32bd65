/* Sentences spoken one after the other, outside a session: what is wrong with a
   routine, the history. */

#ifndef SUPINE_COMMAND_RECITE_H
#define SUPINE_COMMAND_RECITE_H

#include "command/stage.h"

/* Speaks English lines, borrowed for the call. A key goes on to the next line;
   Escape and q end it. Returns when it is over, with how it ended. */
enum loop_end recite(struct stage *stage, const char *const *lines,
                     size_t count);

#endif
