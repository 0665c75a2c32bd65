/* From a routine file and what it includes to one tree. */

#ifndef SUPINE_LIBRARY_LOAD_H
#define SUPINE_LIBRARY_LOAD_H

#include "library/library.h"
#include "script/diagnose.h"
#include "script/layout.h"
#include "script/tree.h"

/* Reads and parses a file and everything it includes. Every error of every
   file is reported, not only the first. Single-threaded.

   path         of the routine file
   library      where includes are looked up beside the file; borrowed for the
                call
   diagnostics  receives errors and warnings; it borrows sources from the
                script, so it is finished before the script is destroyed
   script       on return holds the script even when the routine has errors
                (STATUS_BAD_ROUTINE), so that they can be shown; the caller
                destroys it. NULL after any other failure.

   Possible errors: STATUS_BAD_ROUTINE, STATUS_NOT_FOUND, STATUS_READ_FAILED,
   STATUS_TOO_LARGE, STATUS_NO_MEMORY. */
enum status script_load(const char *path, const struct library *library,
                        struct diagnostics *diagnostics,
                        struct script **script);

/* The same; `layout`, a zeroed struct, gets the layout of the file at `path`,
   for the formatter. It borrows from the script. */
enum status script_load_with_layout(const char *path,
                                    const struct library *library,
                                    struct diagnostics *diagnostics,
                                    struct layout *layout,
                                    struct script **script);

/* Releases the tree and the sources; NULL is fine. */
void script_destroy(struct script *script);

#endif
