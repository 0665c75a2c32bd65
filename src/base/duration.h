/* Durations as people type them outside a routine. */

#ifndef SUPINE_BASE_DURATION_H
#define SUPINE_BASE_DURATION_H

#include <stdbool.h>
#include <stdint.h>

/* The frames of numbers with unit words, "90s", "1 minute 30 seconds". False
   when it is none, not above zero, or over 24 hours. */
bool duration_parse(const char *text, int64_t *frames);

#endif
