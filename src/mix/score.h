/* A plan laid out for the audio thread: flat arrays in the pool, nothing to
   look up and nothing to allocate while it plays. */

#ifndef SUPINE_MIX_SCORE_H
#define SUPINE_MIX_SCORE_H

#include "base/pool.h"
#include "base/status.h"
#include "plan/plan.h"

struct score;

/* Lays `plan` out: clips with gain and pan, beds with their cross-fades, the
   ducking envelope worked out ahead, breath sections, places where the session
   clock may stand. Clips are borrowed; the plan itself is not needed
   afterwards.
   Possible errors: STATUS_NO_MEMORY. */
enum status score_create(struct pool *pool, const struct plan *plan,
                         struct score **score);

/* Releases a score that no mixer plays any more; NULL is fine. */
void score_destroy(struct pool *pool, struct score *score);

/* Frames of the whole session, to the last ring-out. */
int64_t score_frames(const struct score *score);

#endif
