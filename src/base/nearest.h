/* What somebody who mistyped a word may have meant. */

#ifndef SUPINE_BASE_NEAREST_H
#define SUPINE_BASE_NEAREST_H

#include <stddef.h>

/* How many bytes must be inserted, left out, replaced or swapped with their
   neighbour to make one word of the other (optimal string alignment; Damerau
   1964), ASCII letter case ignored. Words over 63 bytes are cut there. */
size_t edit_distance(const char *one, const char *other);

/* The search for the nearest of several words: begin with a zeroed struct but
   for `typed`, show every candidate, read `nearest`. */
struct nearest {
  const char *typed;   /* borrowed */
  const char *nearest; /* borrowed from the candidates; NULL: none is near */
  size_t distance;     /* of `nearest` */
};

/* Shows one candidate. It counts as near within a third of the typed word's
   length, and at least one; the first of equals wins. */
void nearest_consider(struct nearest *search, const char *candidate);

#endif
