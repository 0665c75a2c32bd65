/* Where routines are found: one's own, the shipped ones, the shipped
   exercises. */

#ifndef SUPINE_LIBRARY_LIBRARY_H
#define SUPINE_LIBRARY_LIBRARY_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* A routine that can be played by name. */
struct library_entry {
  char *name; /* "constructive-rest" */
  char *path;
};

/* The folders searched, in their order. */
struct library {
  char *folders[3]; /* own, routines, exercises; owned */
};

/* Finds the folders: `$XDG_DATA_HOME/supine/routines` (or
   `~/.local/share/…`), then `scripts` and `scripts/exercises` of what ships
   with the program. A folder that is not there is left out.
   Possible errors: STATUS_NO_MEMORY. */
enum status library_init(struct library *library);
void library_finish(struct library *library);

/* Whether the routines that ship with the program are beside it. */
bool library_has_shipped(const struct library *library);

/* The path of what the listener typed: a file that exists, or a name looked up
   in the folders (letter case folds, a space equals a hyphen). The caller
   frees `*path`.
   Possible errors: STATUS_NOT_FOUND, STATUS_NO_MEMORY. */
enum status library_find(const struct library *library, const char *routine,
                         char **path);

/* Looks a name up in one folder: "knee to chest" finds "knee-to-chest.routine".
   Of several files of the name it is the first by spelling.
   The caller frees `*path`.
   Possible errors: STATUS_NOT_FOUND, STATUS_NO_MEMORY. */
enum status library_find_in(const char *folder, const char *name, char **path);

/* Every routine, one entry a name, by folder and then by name; released by
   library_entries_free().
   Possible errors: STATUS_NO_MEMORY. */
enum status library_list(const struct library *library,
                         struct library_entry **entries, size_t *count);
void library_entries_free(struct library_entry *entries, size_t count);

/* The known name nearest to a mistyped one, or NULL when none is near; the
   caller frees it.

   beside  a folder whose routines are known by name too, as they are to an
           `include`; NULL where the working folder's are known only by their
           file names, and then the file that was meant is suggested */
char *library_suggest(const struct library *library, const char *beside,
                      const char *routine);

#endif
