/* Writing a file so that it is never seen half written. */

#ifndef SUPINE_BASE_REPLACE_H
#define SUPINE_BASE_REPLACE_H

#include "base/status.h"

#include <stddef.h>

/* Writes bytes as the whole content of a file, new or not: into a file beside
   it, onto the disk, and then under its name, so that after a crash either the
   old content is there or the new. The permissions stay, and a link stays a
   link. May block; main thread (it reads the umask).
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY;
   then the file is as it was. */
enum status file_replace(const char *path, const char *bytes, size_t length);

#endif
