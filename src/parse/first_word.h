/* What a line begins with. */

#ifndef SUPINE_PARSE_FIRST_WORD_H
#define SUPINE_PARSE_FIRST_WORD_H

#include "script/cursor.h"

/* What the line begins with, taken. A word that may not stand here is reported;
   so is an unknown one, and taken for the one it was likely meant to be,
   WORD_NONE when there is none. A line of `during` that begins with a number
   gives WORD_BEFORE_THE_END, and nothing of it is taken. */
enum word first_word_take(struct cursor *cursor);

#endif
