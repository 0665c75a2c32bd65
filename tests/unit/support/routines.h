/* Routines made up at random, for properties that hold for all of them. */

#ifndef SUPINE_TESTS_ROUTINES_H
#define SUPINE_TESTS_ROUTINES_H

#include "base/text.h"

#include <stdint.h>

/* Appends a routine without errors that makes use of the whole language, in
   the loose ways people write it: the same one for the same seed. */
void routine_generate(uint64_t seed, struct text *out);

/* The next number of a sequence (splitmix64), below `limit`. */
uint32_t random_below(uint64_t *state, uint32_t limit);

#endif
