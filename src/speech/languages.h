/* What differs between languages on the way from text to speech, as tables. */

#ifndef SUPINE_SPEECH_LANGUAGES_H
#define SUPINE_SPEECH_LANGUAGES_H

#include "speech/word_types.h"

#include <stdbool.h>
#include <stddef.h>

struct speech_signs;

/* Arrays end with an entry whose first field is NULL; NULL for an empty one.
   Everything is static. */
struct speech_rules {
  const char *language; /* "de"; the last entry's is "" and serves all others */
  const char *to;       /* between the ends of a range, with its blanks; NULL:
                           leave the dash */
  const char *by;       /* in "3 x 10" */
  const char *times;    /* after the number in "3x"; NULL: leave it */
  /* "1/2", "1/3", "2/3", "1/4" and "3/4" alone, and "1/2" behind a whole
   * number. */
  const char *half, *third, *two_thirds, *quarter, *three_quarters, *and_half;
  const char *one_and_half;         /* NULL: as for every other number */
  const struct speech_signs *signs; /* speech/sign_words.h; NULL: left */
  /* The voice reads figures worse than numbers in kana. */
  bool kana_numbers;
  /* "3." before a word is an ordinal and ends no sentence. */
  bool ordinal_points;
  /* Words whose number follows them, so that "Schritt 3." is none: in lower
     case. */
  const char *const *numbered;
  const char *ordinal; /* ICU's rule set for it; NULL: leave the figure */
  /* What makes an ordinal of a figure: "2e". */
  const char *const *ordinal_endings;
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

#endif
