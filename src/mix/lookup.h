/* Questions about a place in a score. Audio thread; a NULL score is silent. */

#ifndef SUPINE_MIX_LOOKUP_H
#define SUPINE_MIX_LOOKUP_H

#include "mix/score_layout.h"

/* Index of the first clip that may sound at `frame` or later. */
size_t lookup_clip(const struct score *score, int64_t frame);

/* The first frame from `frame` on at which no clip is under way; a clip that
   begins there is not yet. */
int64_t lookup_gap(const struct score *score, int64_t frame);

/* The bed in force, or NULL. */
const struct score_bed *lookup_bed(const struct score *score, int64_t frame);

/* The phase of a breath that holds `frame`, or NULL. */
const struct score_breath *lookup_breath(const struct score *score,
                                         int64_t frame);

/* The first wait that ends after `frame`, or NULL. */
const struct score_wait *lookup_wait(const struct score *score, int64_t frame);

/* What beds are turned down by, in decibels, 0 or less. */
float lookup_duck_db(const struct score *score, int64_t frame);

#endif
