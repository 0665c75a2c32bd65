/* Lengths and texts as messages tell them. */

#ifndef SUPINE_PLAN_AMOUNT_H
#define SUPINE_PLAN_AMOUNT_H

#include <stdint.h>

/* A length of time: "1 second", "2.5 seconds". */
struct amount {
  char text[48];
};

/* To the millionth, beyond which only arithmetic writes. */
struct amount amount_of(double seconds);

/* To the tenth, for what was measured. */
struct amount amount_of_frames(int64_t frames);

/* A name or a sentence short enough to be heard in a message. */
struct brief {
  char text[80];
};

/* At most 60 bytes of `text`, cut between two characters, and "and so on". */
struct brief brief_of(const char *text);

#endif
