/* From text that people write to sentences that an engine says well.

   A text is parted into sentences (speech/sentences.h); each is then written
   as it is to be said. What a caption shows stays as its author wrote it. */

#ifndef SUPINE_SPEECH_SPEECH_H
#define SUPINE_SPEECH_SPEECH_H

#include "base/text.h"

#include <stddef.h>

/* Appends a sentence with its characters, figures, signs and abbreviations as
   a voice of the language reads them: "Hold 10–15 s." as "Hold 10 to 15
   seconds."

   sentence  well-formed UTF-8
   language  a tag, "de-at"

   Any thread. A failure is kept in `out->status`. */
void speech_append_written_out(const char *sentence, const char *language,
                               struct text *out);

/* Appends words as a voice of the language should be given them, where it says
   them wrong and Supine knows better: names of muscles and poses. What an
   author's `pronounce` has replaced is no longer found here. */
void speech_append_pronounced(const char *sentence, const char *language,
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
