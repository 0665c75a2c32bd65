/* Making a session last as long as was asked. */

#ifndef SUPINE_TIMING_FIT_H
#define SUPINE_TIMING_FIT_H

#include "timing/schedule.h"

#include <stdbool.h>

/* What fitting found. */
struct fit {
  struct scale scale;
  int64_t shortest_frames, longest_frames; /* of all it can do */
  int64_t frames;                          /* of what it chose */
};

/* Finds the one factor for which the session lasts `target` frames, breathing
   in whole breaths and everything else absorbing what they leave. True when
   it is met within one second; else `fit` has the nearest below. Leaves the
   items scaled and timed as it chose. */
bool fit_find(struct items *items, int64_t end_mark_frames, int64_t target,
              struct fit *fit);

#endif
