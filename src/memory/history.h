/* The history of sessions, a line each. */

#ifndef SUPINE_MEMORY_HISTORY_H
#define SUPINE_MEMORY_HISTORY_H

#include "base/status.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/* How a session ended. */
struct history_entry {
  const char *title;
  bool finished;
  int step; /* where it was stopped, from 1, of step_count */
  int step_count;
  int64_t played_frames;
};

/* Adds a line; two players at once write one after the other. `*noted` is the
   line that told of this session when it was stopped before, which goes, or
   NULL; on return it is the new one, and the caller's to free.
   Possible errors: STATUS_NOT_FOUND (no home), STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status history_add(const struct history_entry *entry, char **noted);

/* The last `most` lines, the oldest first, each with its line feed.
   Possible errors: STATUS_NOT_FOUND (none yet), STATUS_READ_FAILED,
   STATUS_NO_MEMORY. */
enum status history_read(size_t most, struct text *out);

#endif
