/* What the player itself says, in the language of the routine. The catalogues
   are gettext's, one .po file a language beside this header, compiled into the
   program: a routine chooses its language, not the process. */

#ifndef SUPINE_PHRASES_PHRASES_H
#define SUPINE_PHRASES_PHRASES_H

#include "base/text.h"

#include <stdint.h>

struct phrases;

/* Marks a phrase that is looked up elsewhere, for the catalogues' test. */
#define PHRASE(text) text

/* The catalogue for a language tag ("de-at"), by its first subtag; English
   when there is none. Never NULL; static storage; any thread. */
const struct phrases *phrases_for(const char *language);

/* The language of a catalogue, "de". Static storage. */
const char *phrases_language(const struct phrases *phrases);

/* The tag of the language in which the phrases of a session in `language` are
   to be spoken: `language` itself where there is a catalogue of it, else
   "en-gb", since English words in another language's voice are understood by
   nobody. Borrowed from the argument or static. */
const char *phrases_spoken_language(const char *language);

/* The translation of an English `text`, or the phrase itself. Formats keep
   their conversions in number and kind. Static storage. */
const char *phrase(const struct phrases *phrases, const char *text);

/* The same for a phrase that counts: picks the form for `count`, which the
   caller formats in. */
const char *phrase_plural(const struct phrases *phrases, const char *one,
                          const char *many, int64_t count);

/* Appends a length of time in words, units spelled out, to the tenth of a
   second: "1 minute 30 seconds". */
void phrases_append_length(const struct phrases *phrases, double seconds,
                           struct text *out);

/* The same as people say it, when the second does not matter: from ten minutes
   on rounded to minutes, from two to ten to half minutes, below that to
   seconds. */
void phrases_append_duration(const struct phrases *phrases, int64_t frames,
                             struct text *out);

/* Appends a length that is told in breaths: "10 breaths". */
void phrases_append_breaths(const struct phrases *phrases, double breaths,
                            struct text *out);

#endif
