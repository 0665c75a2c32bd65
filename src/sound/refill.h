/* The reading side of long sounds: keeps their rings full from the files. */

#ifndef SUPINE_SOUND_REFILL_H
#define SUPINE_SOUND_REFILL_H

#include "sound/stream_parts.h"

#include <stdbool.h>

struct reader;

/* One reader of one stream, in the process that reads ahead. */
struct refill {
  const struct stream *stream;
  unsigned reader;
  struct reader *file; /* NULL: to be opened */
  int64_t file_frame;  /* that the file gives next */
  bool has_marks;      /* of that state of the file */
  uint32_t request;    /* the one being answered */
  struct refill *next;
};

/* A zeroed struct has no streams yet. */
struct refills {
  struct refill *first;
};

/* Closes what is open. */
void refills_finish(struct refills *refills);

/* Looks after every reader of `newest` and of the streams before it; false when
   one has not yet reached the place it was asked for. */
bool refills_run(struct refills *refills, struct stream *newest);

#endif
