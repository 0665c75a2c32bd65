/* Signs as words, and shorthand as what it is short for. */

#ifndef SUPINE_SPEECH_SIGNS_H
#define SUPINE_SPEECH_SIGNS_H

#include "base/text.h"
#include "speech/rules.h"

/* Appends a sentence, whose characters an engine can read, with the signs that
   an engine names ("slash", "tilde", "hash") as the words that people say for
   them: "8 reps/side" as "8 reps per side", "chair/wall" as "chair or wall",
   "~30" as "about 30", "10+" as "10 or more". Shorthand becomes what
   figures_append() reads: "x10" is "10x", "1h30" is "1 h 30 min", "2:30 min" is
   "2 min 30 s". A language without a word for a sign keeps the sign. A failure
   is kept in `out->status`. */
void signs_append(const char *sentence, const struct speech_rules *rules,
                  struct text *out);

#endif
