/* What somebody who mistyped a word may have meant. */

#ifndef SUPINE_BASE_NEAREST_H
#define SUPINE_BASE_NEAREST_H

#include <stdbool.h>
#include <stddef.h>

/* The search for the nearest of several words: begin with a zeroed struct but
   for `typed`, show every candidate, read `nearest`. */
struct nearest {
  const char *typed;   /* borrowed */
  size_t length;       /* bytes of `typed`; 0: all of it */
  const char *nearest; /* borrowed from the candidates; NULL: none is near */
  size_t distance;     /* of `nearest` */
  bool shares_start;   /* `nearest` begins with the letter that was typed */
};

/* Shows one candidate and returns whether it is the nearest so far. It counts
   as near when the edit distance (letters inserted, left out, replaced or
   swapped with their neighbour: optimal string alignment, Damerau 1964) is at
   most a third of the typed word's length, and one is always near enough.
   ASCII letter case is ignored. Of equals the one that begins with the typed
   letter wins, then the first. Words over 63 letters are near to nothing. */
bool nearest_consider(struct nearest *search, const char *candidate);

#endif
