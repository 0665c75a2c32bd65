/* What the next words of a line may have been meant to be. */

#ifndef SUPINE_SCRIPT_GUESS_H
#define SUPINE_SCRIPT_GUESS_H

#include "base/nearest.h"
#include "script/cursor.h"

/* The nearest word so far; begin with WORD_NONE. */
struct guess {
  enum word word;
  struct scan_word found; /* from the first to the last of the typed words */
  struct nearest nearest;
};

/* Compares a word with as many words of the line as it has, with fewer and
   with one more: for "eachside", "wait me" and "half way". */
void guess_consider(struct guess *guess, const struct cursor *cursor,
                    enum word word);

#endif
