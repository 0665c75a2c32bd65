/* Beds: looping sound under everything, ducked under speech. Audio thread. */

#ifndef SUPINE_MIX_BEDS_H
#define SUPINE_MIX_BEDS_H

#include "mix/state.h"

/* Adds one quantum of beds to interleaved stereo; `moving` says whether the
   session clock runs. */
void beds_add(struct mix_state *state, bool moving, float *stereo);

#endif
