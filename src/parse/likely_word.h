/* What a line with an unknown first word was likely meant to be. */

#ifndef SUPINE_PARSE_LIKELY_WORD_H
#define SUPINE_PARSE_LIKELY_WORD_H

#include "script/cursor.h"

/* Reports the first word of the line, which is unknown. Returns the word it was
   likely meant to be, with the cursor behind it, so that a block that it opens
   is not missed; WORD_NONE when there is none. */
enum word likely_word_take(struct cursor *cursor);

#endif
