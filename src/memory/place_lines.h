/* Places as the first edition wrote them: lines of a key, a space and a value.
 */

#ifndef SUPINE_MEMORY_PLACE_LINES_H
#define SUPINE_MEMORY_PLACE_LINES_H

#include <jansson.h>
#include <stdbool.h>

/* Whether a file begins as they did. */
bool place_lines_are_first(const char *text);

/* The same as JSON, as place_write() writes it today; the caller releases it.
   NULL when the last line is missing, or memory is short. */
json_t *place_lines_read(const char *text);

#endif
