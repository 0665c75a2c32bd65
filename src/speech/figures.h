/* Figures, signs and abbreviations as the words that are said for them. */

#ifndef SUPINE_SPEECH_FIGURES_H
#define SUPINE_SPEECH_FIGURES_H

#include "base/text.h"
#include "speech/rules.h"

/* Appends a sentence, whose characters an engine can read, with its ranges
   ("10 to 15"), units ("30 seconds"), products ("3 times 10"), fractions,
   ordinals ("dritte") and abbreviations in words. Whole numbers alone stay
   figures, which every engine reads.

   language  the tag that the rules were found for
   A failure is kept in `out->status`. */
void figures_append(const char *sentence, const char *language,
                    const struct speech_rules *rules, struct text *out);

#endif
