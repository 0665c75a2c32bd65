/* From the text of one file to its tree. */

#ifndef SUPINE_PARSE_PARSE_H
#define SUPINE_PARSE_PARSE_H

#include "script/diagnose.h"
#include "script/layout.h"
#include "terms/parse_result.h"

/* Reads a whole file. Errors are reported; the routine is there all the same,
   without the lines that were wrong.

   source       borrowed by the tree
   arena        gets the tree and the lists of `result`
   layout       gets the lines and words as they stand, for the formatter;
                NULL when nobody asks
   result       zeroed; on return what is left to be resolved

   Possible errors: STATUS_NO_MEMORY. */
enum status parse_file(const struct source *source, struct arena *arena,
                       struct diagnostics *diagnostics, struct layout *layout,
                       struct parse_result *result);

#endif
