/* Formatting a file: loaded, since only a routine without errors is formatted.
 */

#ifndef SUPINE_LIBRARY_FORMAT_FILE_H
#define SUPINE_LIBRARY_FORMAT_FILE_H

#include "base/text.h"
#include "library/load.h"
#include "script/diagnose.h"

#include <stdbool.h>

/* Appends the formatted text of a file. What it means stays the same, and
   formatting it again changes nothing.

   flat         without indentation, for reading by ear
   diagnostics  as for script_load(): a file with errors is not formatted
   script       as for script_load(); its main file has the text as it was

   Possible errors: those of script_load(), and STATUS_NO_MEMORY. */
enum status format_file(const char *path, const struct library *library,
                        bool flat, struct diagnostics *diagnostics,
                        struct script **script, struct text *out);

#endif
