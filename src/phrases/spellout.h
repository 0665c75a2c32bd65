/* Whole numbers in words, by ICU's rules. */

#ifndef SUPINE_PHRASES_SPELLOUT_H
#define SUPINE_PHRASES_SPELLOUT_H

#include <stdint.h>
#include <uchar.h>

/* The longest number of four figures has 70. */
#define SPELLOUT_MOST_UNITS 256

/* Writes the words for `number` in UTF-16 and returns how many units they are;
   0 when the language has no such rules or the words are too long. There are
   no soft hyphens in them, and blanks for hyphens: a voice runs the words of
   "quarante-et-une" together.

   language  a tag, "de-at"
   rules     one of ICU's rule sets for the language, such as
             "%spellout-cardinal-feminine"

   Takes half a millisecond or more, since the rules are read each time. Any
   thread. */
int32_t spellout(const char *language, int64_t number, const char *rules,
                 char16_t words[static SPELLOUT_MOST_UNITS]);

#endif
