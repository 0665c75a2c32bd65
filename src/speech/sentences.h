/* Where one spoken sentence ends and the next begins. */

#ifndef SUPINE_SPEECH_SENTENCES_H
#define SUPINE_SPEECH_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>

/* A longer stretch without an end is cut between two words, so that no speech
   engine is given more. */
#define SENTENCE_BYTES_MAX 1500

/* A sentence: bytes of the text it was found in. */
struct sentence {
  const char *bytes; /* borrowed */
  size_t length;     /* without the white space around it; at least 1 */
  bool doubtful;     /* a full stop in it could be read as an end: "3. Dann" */
};

/* Finds the next sentence of `*text`, well-formed UTF-8, and moves `*text`
   behind it; false when nothing but white space is left. The boundaries are
   those of Unicode Standard Annex 29, tailored: a line feed is a space, since
   authors wrap their passages where they like; a full stop after an
   abbreviation of the language, after an initial, or after the figures of an
   ordinal where the language writes those with one, ends no sentence; a
   stretch without a letter or a figure belongs to the sentence before it.
   `language` is a tag. */
bool sentence_next(const char **text, const char *language,
                   struct sentence *sentence);

#endif
