/* The entries of the tables of units, signs and abbreviations. */

#ifndef SUPINE_SPEECH_WORD_TYPES_H
#define SUPINE_SPEECH_WORD_TYPES_H

#include "phrases/measures.h"

/* A unit as people write it behind a number; letter case counts only for the
   forms of one letter. */
struct speech_unit {
  const char *written; /* "sec", without a full stop */
  enum measure measure;
};

/* A word, and what is said in its place. */
struct speech_word {
  const char *written; /* in lower case, composed */
  const char *spoken;
};

#endif
