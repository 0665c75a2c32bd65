/* Lines that begin with no word at all: bullets, numbers, sentences. */

#ifndef SUPINE_PARSE_ODD_LINE_H
#define SUPINE_PARSE_ODD_LINE_H

#include "script/cursor.h"

/* Reports a line by the marks or the number that it begins with, and returns
   true; false, with nothing reported, when it begins with neither. */
bool odd_line_refuse_start(struct cursor *cursor);

/* The same for a line that reads like a sentence, or like the name of an
   exercise of the file. */
bool odd_line_refuse_text(struct cursor *cursor);

#endif
