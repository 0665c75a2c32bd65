/* Japanese numbers and lengths in kana, which is what the voice reads: ICU has
   them in kanji, which it spells. */

#ifndef SUPINE_PHRASES_KANA_H
#define SUPINE_PHRASES_KANA_H

#include "base/text.h"
#include "phrases/measures.h"

#include <stdbool.h>

/* Appends "よじかん", "さんじゅっぷん", "12.5キログラム". False for another
   language than Japanese, and nothing is appended then. */
bool kana_append_measure(const char *language, double number,
                         enum measure measure, struct text *out);

/* The largest number that kana_append_number() has words for. */
#define KANA_LARGEST 9999

/* Appends a whole number from 0 to KANA_LARGEST in kana:
   "さんびゃくにじゅういち". */
void kana_append_number(int number, struct text *out);

#endif
