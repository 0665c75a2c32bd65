/* Opening files that others may have put there, and what went wrong with
   them. */

#ifndef SUPINE_SYSTEM_FILES_H
#define SUPINE_SYSTEM_FILES_H

#include "base/status.h"

#include <stdio.h>

/* Opens a regular file for reading. A pipe or a device, which could keep the
   program waiting or never end, is refused without being waited for. The caller
   closes `*file`.
   Possible errors: STATUS_NOT_FOUND, STATUS_READ_FAILED. */
enum status file_open_input(const char *path, int *file);

/* The same as a stream. Possible errors: also STATUS_NO_MEMORY. */
enum status file_open_stream(const char *path, FILE **stream);

/* Opens a regular file for reading and writing, or makes it, for its owner
   alone. Likewise nothing else is opened.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL. */
enum status file_open_own(const char *path, int *file);

/* The status that stands for errno after a failed write: STATUS_DISK_FULL or
   STATUS_WRITE_FAILED. */
enum status file_write_error(void);

#endif
