/* Paced breathing as sound: up while breathing in, down while breathing out,
   level and faint while holding, silent at the turns. Audio thread. */

#ifndef SUPINE_MIX_BREATH_H
#define SUPINE_MIX_BREATH_H

#include "mix/layout.h"

/* Adds `frames` frames of breathing from `frame` on, each multiplied by its
   entry in `gains`, to interleaved stereo. */
void breath_add(const struct score *score, int64_t frame, uint32_t frames,
                const float *gains, float *stereo);

#endif
