/* Characters as an engine can read them. */

#ifndef SUPINE_SPEECH_CHARACTERS_H
#define SUPINE_SPEECH_CHARACTERS_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* Appends well-formed UTF-8 with every character in the form that a voice of
   the language reads: bold letters, full-width digits, circled and Roman
   numbers as plain ones, fractions as figures ("1/2"), Latin letters without
   the marks that the language does not have; no emoji and no marks that only
   choose how something looks. Text in ASCII stays as it is. A failure is kept
   in `out->status`. */
void characters_append(const char *text, const char *language,
                       struct text *out);

/* Whether a voice of the language reads the letter `code_point`, or would
   spell it or change its language for it. True for all that is no letter. */
bool characters_is_read(uint32_t code_point, const char *language);

#endif
