/* Sentences spoken one after the other, outside a session: what is wrong with a
   routine, the history. */

#ifndef SUPINE_LISTEN_SPEAK_LINES_H
#define SUPINE_LISTEN_SPEAK_LINES_H

#include "listen/stage.h"

/* Speaks English lines, borrowed for the call. A key goes on to the next line;
   Escape and q end it. Returns when it is over, with how it ended. */
enum loop_end speak_lines(struct stage *stage, const char *const *lines,
                          size_t count);

#endif
