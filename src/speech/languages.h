/* What differs between languages on the way from text to speech, as tables. */

#ifndef SUPINE_SPEECH_LANGUAGES_H
#define SUPINE_SPEECH_LANGUAGES_H

#include "phrases/measures.h"

#include <stdbool.h>
#include <stddef.h>

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

/* Arrays end with an entry whose first field is NULL; NULL for an empty one.
   Everything is static. */
struct speech_rules {
  const char *language; /* "de"; the last entry's is "" and serves all others */
  const char *to;       /* between the ends of a range; NULL: leave it */
  const char *by;       /* in "3 x 10" */
  const char *times;    /* after the number in "3x"; NULL: leave it */
  /* "1/2", "1/3", "1/4" and "3/4" alone, and "1/2" behind a whole number. */
  const char *half, *third, *quarter, *three_quarters, *and_half;
  /* "3." before a word is an ordinal and ends no sentence. */
  bool ordinal_points;
  /* Words whose number follows them, so that "Schritt 3." is none: in lower
     case. */
  const char *const *numbered;
  const char *ordinal; /* ICU's rule set for it; NULL: leave the figure */
  /* Words after which the ordinal stands in an oblique case, and its rule
     set. */
  const char *const *oblique_after;
  const char *oblique;
  /* Abbreviations that end no sentence, without their last full stop. */
  const char *const *short_words;
  /* Those that end none before a figure: "no. 5". */
  const char *const *short_before_figures;
  const struct speech_unit *units;   /* beside those of every language */
  const struct speech_word *words;   /* abbreviations, with full stops */
  const struct speech_word *lexicon; /* words that the voice says wrong */
};

/* Of languages.c; the last has the language "". */
extern const struct speech_rules speech_languages[];

/* Units whose symbols every language shares. */
extern const struct speech_unit speech_every_unit[];

#endif
