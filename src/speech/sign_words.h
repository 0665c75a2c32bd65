/* What signs are called in every language. */

#ifndef SUPINE_SPEECH_SIGN_WORDS_H
#define SUPINE_SPEECH_SIGN_WORDS_H

#include "speech/word_types.h"

#define MOST_SIGNS 8

/* Unused entries of `words` are NULL. Everything is static. */
struct speech_signs {
  const char *per;     /* the slash in "8 reps/side"; NULL: as between words */
  const char *or_word; /* the slash in "chair/wall" */
  const char *or_more; /* the plus in "10+" */
  /* "&", and signs that stand before a figure: "~", "≥", "#". */
  struct speech_word words[MOST_SIGNS + 1];
};

extern const struct speech_signs speech_signs_en;
extern const struct speech_signs speech_signs_de;
extern const struct speech_signs speech_signs_es;
extern const struct speech_signs speech_signs_fr;
extern const struct speech_signs speech_signs_hi;
extern const struct speech_signs speech_signs_it;
extern const struct speech_signs speech_signs_pt;
extern const struct speech_signs speech_signs_nl;
extern const struct speech_signs speech_signs_pl;
extern const struct speech_signs speech_signs_ru;
extern const struct speech_signs speech_signs_uk;
extern const struct speech_signs speech_signs_sv;
extern const struct speech_signs speech_signs_cs;
extern const struct speech_signs speech_signs_tr;
extern const struct speech_signs speech_signs_ja;

#endif
