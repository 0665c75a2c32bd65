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

/* Scales every item within its range. */
void schedule_scale(struct items *items, const struct scale *scale);

/* Sets the start and the length of every item as it is scaled; returns the
   frame at which the last sound has ended.

   end_mark_frames  how long the end mark of a span rings */
int64_t schedule_run(struct items *items, int64_t end_mark_frames);

#endif
