/* Unicode's own algorithms, through ICU: texts that look alike become alike. */

#ifndef SUPINE_BASE_UNICODE_H
#define SUPINE_BASE_UNICODE_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

/* Whether `bytes` are composed already, as nearly all text is. Malformed
   UTF-8 counts as composed, so that nothing changes what cannot be read. */
bool unicode_is_composed(const char *bytes, size_t length);

/* Appends `bytes` in Normalization Form C (Unicode Standard Annex 15): a
   letter and its marks as one letter wherever there is such a letter. Text out
   of PDFs and file names of macOS are decomposed.
   Malformed UTF-8 is appended as it is. A failure is kept in `out->status`. */
void unicode_append_composed(const char *bytes, size_t length,
                             struct text *out);

/* The same in Form KC: also bold letters, full-width digits, ligatures and
   their like as the letters and digits that they stand for. */
void unicode_append_compatible(const char *bytes, size_t length,
                               struct text *out);

/* Appends Latin letters without their marks ("Vṛkṣāsana" as "Vrksasana") and
   with the nearest ASCII letters for the others (ICU's Latin-ASCII). */
void unicode_append_ascii(const char *bytes, size_t length, struct text *out);

/* Appends `length` units of UTF-16, as ICU has text. */
void unicode_append_utf16(const char16_t *units, size_t length,
                          struct text *out);

#endif
