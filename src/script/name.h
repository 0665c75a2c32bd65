/* Names as they are compared: letter case, hyphens and quotes do not count. */

#ifndef SUPINE_SCRIPT_NAME_H
#define SUPINE_SCRIPT_NAME_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the folded form of a name: outer matching quotes stripped, letters
   in lower case (Latin, Greek and Cyrillic), hyphens and runs of white space
   as one space each, typographic apostrophes as plain ones. Two names are the
   same when their folded forms are. A failure is kept in `out->status`. */
void name_append_folded(const char *bytes, size_t length, struct text *out);

/* Whether two names have the same folded form; false when memory is short. */
bool name_is_same(const char *one, const char *other);

/* Narrows a stretch of text to what stands inside white space and one pair of
   matching quotes; quotes around its first word alone stay. */
void name_strip(const char **bytes, size_t *length);

/* How many bytes of white space stand at the start: blanks, no-break and other
   Unicode spaces, zero-width marks. */
size_t name_skip_space(const char *bytes, size_t length);

/* How many bytes are left when white space at the end is taken off. */
size_t name_trim_space(const char *bytes, size_t length);

#endif
