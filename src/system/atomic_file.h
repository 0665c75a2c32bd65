/* A file that is written under a name of its own and takes its place only when
   it is complete, so that nobody ever finds half of it. */

#ifndef SUPINE_SYSTEM_ATOMIC_FILE_H
#define SUPINE_SYSTEM_ATOMIC_FILE_H

#include "base/status.h"

#include <stddef.h>

/* A zeroed struct but for `file` -1 is none. Single-threaded. */
struct atomic_file {
  char *path;      /* where it goes */
  char *temporary; /* where it is, beside `path` */
  int file;        /* open for reading and writing, and locked (flock), which
                      tells it from what a killed program left; -1: closed */
};

/* Begins to write the file at `path`. A file that is there keeps its
   permissions and, as far as the system allows it, its owner and group; a link
   stays a link. Removes what programs that were killed left in the folder.
   Main thread (it reads the umask). Possible errors: STATUS_WRITE_FAILED (also
   when `path` is there and is no regular file), STATUS_DISK_FULL,
   STATUS_NO_MEMORY. */
enum status atomic_file_begin(struct atomic_file *file, const char *path);

/* Appends bytes.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL. */
enum status atomic_file_write(struct atomic_file *file, const char *bytes,
                              size_t length);

/* Writes what the system still holds, and gives the file its name.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL; the file is then
   still to be finished. */
enum status atomic_file_publish(struct atomic_file *file);

/* Removes what was not published and releases the rest; a second time is fine.
 */
void atomic_file_finish(struct atomic_file *file);

/* Writes bytes as the whole content of a file, new or not: all of the above in
   one, so that after a crash either the old content is there or the new.
   Possible errors: as above; then the file is as it was. */
enum status atomic_file_replace(const char *path, const char *bytes,
                                size_t length);

/* The same for a file that is nobody else's business: whatever its permissions
   were, its owner alone may read and write it from now on. */
enum status atomic_file_replace_own(const char *path, const char *bytes,
                                    size_t length);

#endif
