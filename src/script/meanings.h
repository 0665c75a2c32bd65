/* What people type who do not know the language yet, and what they mean. */

#ifndef SUPINE_SCRIPT_MEANINGS_H
#define SUPINE_SCRIPT_MEANINGS_H

#include "script/words.h"

struct meaning {
  const char *typed;  /* in small letters; a word, or several */
  enum word word;     /* what says it; WORD_NONE: nothing does */
  const char *advice; /* what to type instead, in whole sentences; NULL: the
                         word alone */
};

/* The meaning of the words that a text begins with, letter case ignored: of
   several the longest. NULL: none is known. Static storage; any thread.

   length  in bytes
   taken   gets how many words were matched; NULL: not asked for */
const struct meaning *meaning_find(const char *text, size_t length,
                                   size_t *taken);

#endif
