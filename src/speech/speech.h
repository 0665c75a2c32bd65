/* From text that people write to sentences that an engine says well.

   A text is parted into sentences (speech/sentences.h); each is then written
   as it is to be said. What a caption shows stays as its author wrote it. */

#ifndef SUPINE_SPEECH_SPEECH_H
#define SUPINE_SPEECH_SPEECH_H

#include "base/text.h"

#include <stddef.h>

/* Appends a sentence as a voice of the language is to be given it: characters,
   figures, signs and abbreviations as it reads them ("Hold 10–15 s." as "Hold
   10 to 15 seconds."), and words that it says wrong, names of muscles and
   poses, as they sound. All that is spoken comes through here; what an author's
   `pronounce` replaces is replaced before.

   sentence  well-formed UTF-8
   language  a tag, "de-at"

   Any thread. A failure is kept in `out->status`. */
void speech_append_spoken(const char *sentence, const char *language,
                          struct text *out);

/* What a voice would do wrong to a sentence. */
enum speech_trouble_kind {
  SPEECH_FINE,
  SPEECH_MARKUP,          /* "<li>", "**": read as signs, letter by letter */
  SPEECH_ENTITY,          /* "&nbsp;" */
  SPEECH_FOREIGN_LETTERS, /* spelled, or said in another language */
  SPEECH_NO_WORDS,        /* there is nothing to say */
};

struct speech_trouble {
  enum speech_trouble_kind kind;
  const char *bytes; /* the word or mark; in the sentence */
  size_t length;
};

/* Finds the first trouble of a sentence as an author wrote it. */
struct speech_trouble speech_find_trouble(const char *sentence,
                                          const char *language);

#endif
