/* A routine's text as it is usually written: indented by its blocks, every end
   in full, units spelled out. */

#ifndef SUPINE_SCRIPT_FORMAT_H
#define SUPINE_SCRIPT_FORMAT_H

#include "base/text.h"
#include "script/layout.h"
#include "script/source.h"

#include <stdbool.h>

/* Appends the formatted text of a source without errors; flat: without
   indentation, for reading by ear. The layout, which the parser made, is sorted
   on the way. A failure is kept in `out->status`. */
void format_append(const struct source *source, struct layout *layout,
                   bool flat, struct text *out);

#endif
