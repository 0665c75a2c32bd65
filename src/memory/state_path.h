/* Files of the state folder. */

#ifndef SUPINE_MEMORY_STATE_PATH_H
#define SUPINE_MEMORY_STATE_PATH_H

#include "base/status.h"

/* The path of a file, "history" or "places/lock", whose folders are made where
   that can be done; the caller frees it.
   Possible errors: STATUS_NOT_FOUND (no home), STATUS_NO_MEMORY. */
enum status state_path(const char *name, char **path);

#endif
