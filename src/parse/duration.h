/* Lengths of time outside a routine, read exactly as in one. */

#ifndef SUPINE_PARSE_DURATION_H
#define SUPINE_PARSE_DURATION_H

#include <stdbool.h>
#include <stdint.h>

struct duration;

/* Reads "90s", "20 mins", "1 minute 30 seconds" or "six breaths". False when
   it is no length of time, not above zero or over 24 hours, or when it names a
   value. Its location is not set. Any thread. */
bool duration_read(const char *text, struct duration *duration);

/* Seconds of a literal duration, or breaths of one in breaths. */
double duration_number(const struct duration *duration);
bool duration_in_breaths(const struct duration *duration);

/* Reads one that is not in breaths as frames. Fails as duration_read() does.
 */
bool duration_read_frames(const char *text, int64_t *frames);

#endif
