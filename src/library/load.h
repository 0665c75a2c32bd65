/* Loading a script with the layout of its text, for the formatter. */

#ifndef SUPINE_LIBRARY_LOAD_H
#define SUPINE_LIBRARY_LOAD_H

#include "library/script.h"
#include "script/layout.h"

/* As script_load(), which see; `layout`, unless it is NULL, gets the layout of
   the file at `path`. It borrows from the script. */
enum status load_script(const char *path, const struct library *library,
                        struct diagnostics *diagnostics, struct layout *layout,
                        struct script **script);

#endif
