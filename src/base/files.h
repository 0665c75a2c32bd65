/* Opening files that others may have put there, and what went wrong with
   them. */

#ifndef SUPINE_BASE_FILES_H
#define SUPINE_BASE_FILES_H

#include "base/status.h"

/* Opens a regular file for reading. A pipe or a device, which could keep the
   program waiting or never end, is refused without being waited for. The caller
   closes `*file`.
   Possible errors: STATUS_NOT_FOUND, STATUS_READ_FAILED. */
enum status file_open_input(const char *path, int *file);

/* The status that stands for errno after a failed write: STATUS_DISK_FULL or
   STATUS_WRITE_FAILED. */
enum status file_write_error(void);

#endif
