/* The nearest of several words to one that was mistyped. */

#ifndef SUPINE_SCRIPT_SUGGEST_H
#define SUPINE_SCRIPT_SUGGEST_H

#include <stddef.h>

/* The best candidate so far. A zeroed struct has none. */
struct suggestion {
  const char *word; /* borrowed; NULL while nothing is near */
  int id;           /* what the caller gave with the word */
  size_t distance;
};

/* Weighs one candidate against what was typed: it counts when its edit
   distance (insertions, deletions, substitutions and swaps of neighbours) is at
   most a third of its length, and at least one is always allowed. A nearer one
   wins; of equals the one that shares the first letter, then the first. */
void suggestion_weigh(struct suggestion *best, const char *typed,
                      size_t typed_length, const char *candidate, int id);

#endif
