/* Beds: looping sound under everything, ducked under speech. Audio thread. */

#ifndef SUPINE_MIX_BEDS_H
#define SUPINE_MIX_BEDS_H

#include "mix/mixer_state.h"

/* Adds one quantum of beds to interleaved stereo. The session is at
   `session_frame`; `moving` says whether it runs. */
void beds_add(struct mix_state *state, int64_t session_frame, bool moving,
              float *stereo);

#endif
