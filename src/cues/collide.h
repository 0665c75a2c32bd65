/* Which cues of a span sound, and when, where they would sound at once. */

#ifndef SUPINE_CUES_COLLIDE_H
#define SUPINE_CUES_COLLIDE_H

#include "base/frames.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How far a cue may be moved. */
#define CUE_SHIFT_MOST ((int64_t)FRAME_RATE * 2)

/* From the highest to the lowest. The end mark stands behind its span and
   meets nothing. */
enum rank {
  RANK_ANNOUNCEMENT,
  RANK_COUNTDOWN,
  RANK_AUTHOR_AT,
  RANK_AUTHOR_EVERY,
  RANK_TIME_LEFT,
  RANK_HALFWAY,
  RANK_CHIME,
  RANK_BREATH, /* words over running breath: its tones say them too */
};

struct cue {
  enum rank rank;
  int64_t wanted_frame;
  int64_t frames;      /* that nothing else may take */
  int64_t start_frame; /* answer: where it sounds */
  bool dropped;        /* answer: it does not */
  size_t order;        /* the caller's own, and what decides between equals */
};

/* Places `count` cues inside [begin, end), higher ranks first: each where it
   wants to be, else moved by at most CUE_SHIFT_MOST if its rank may be moved,
   else dropped. Sorts the cues by rank and then by time. Takes time in
   proportion to their number (and its logarithm).
   Possible errors: STATUS_NO_MEMORY. */
enum status cues_collide(struct cue *cues, size_t count, int64_t begin,
                         int64_t end);

#endif
