/* A file that is written under a name of its own and takes its place only when
   it is complete, so that nobody ever finds half of it. */

#ifndef SUPINE_BASE_DRAFT_H
#define SUPINE_BASE_DRAFT_H

#include "base/status.h"

#include <stddef.h>

/* A zeroed struct but for `file` -1 is no draft. Single-threaded. */
struct draft {
  char *path;      /* where it goes */
  char *temporary; /* where it is, beside `path` */
  int file;        /* open for reading and writing; -1: closed */
};

/* Begins a draft of the file at `path`. A file that is there keeps its
   permissions, and a link stays a
   link. Main thread (it reads the umask). Possible errors: STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status draft_begin(struct draft *draft, const char *path);

/* Appends bytes.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL. */
enum status draft_write(struct draft *draft, const char *bytes, size_t length);

/* Writes what the system still holds, and gives the draft its name.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL; the draft is then
   still to be finished. */
enum status draft_publish(struct draft *draft);

/* Removes what was not published and releases the rest; a second time is fine.
 */
void draft_finish(struct draft *draft);

/* The status that stands for errno after a failed write: STATUS_DISK_FULL or
   STATUS_WRITE_FAILED. */
enum status draft_write_error(void);

#endif
