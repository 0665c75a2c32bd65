/* When every item of a routine comes. */

#ifndef SUPINE_TIMING_SCHEDULE_H
#define SUPINE_TIMING_SCHEDULE_H

#include "timing/item.h"

/* What fitting makes of the items. */
struct scale {
  double factor;        /* of all that stretches */
  double breath_factor; /* of breathing, which takes whole breaths */
  size_t more_breaths;  /* so many breathings, the first, get a breath more */
};

/* Where a timetable has come to: what sounds waits for all three of the first,
   silence for the first alone. Zeroed at the start. */
struct schedule_clock {
  int64_t now;          /* the end of all that takes time */
  int64_t speech_rests; /* a sentence's gap has passed */
  int64_t strike_rests; /* the last strike has settled */
  int64_t last;         /* the end of all that sounds */
};

/* Moves a clock through the items from index `from` on, as long as they are
   before they are scaled. */
void schedule_advance(struct items *items, size_t from,
                      struct schedule_clock *clock);

/* Scales every item within its range. */
void schedule_scale(struct items *items, const struct scale *scale);

/* Sets the start and the length of every item as it is scaled; returns the
   frame at which the last sound has ended.

   end_mark_frames  how long the end mark of a span rings */
int64_t schedule_run(struct items *items, int64_t end_mark_frames);

#endif
