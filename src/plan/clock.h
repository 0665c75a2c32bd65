/* When every item of a routine comes. Private to plan/. */

#ifndef SUPINE_PLAN_CLOCK_H
#define SUPINE_PLAN_CLOCK_H

#include "plan/item.h"

/* Scales the items: what stretches by `factor`, clamped to its range, whole
   breaths with `breath_factor`, of which every one from `first_up` on gets one
   breath more if its range allows it. */
struct scale {
  double factor;
  double breath_factor;
  size_t more_breaths; /* how many of the breathings get one more */
};

void clock_scale(struct items *items, const struct scale *scale);

/* Sets the start and the length of every item as it is scaled; returns the
   frame at which the last sound has ended.

   end_mark_frames  how long the end mark of a span rings */
int64_t clock_run(struct items *items, int64_t end_mark_frames);

#endif
