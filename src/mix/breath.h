/* Paced breathing as sound: up while breathing in, down while breathing out,
   level and faint while holding, silent at the turns. Audio thread. */

#ifndef SUPINE_MIX_BREATH_H
#define SUPINE_MIX_BREATH_H

#include "mix/mixer_state.h"

/* Adds `frames` frames of the state's breathing, each multiplied by its entry
   in `gains`, to interleaved stereo. */
void breath_add(struct mix_state *state, enum breath_timbre timbre,
                uint32_t frames, const float *gains, float *stereo);

#endif
