/* What sounds once at its place: speech, chimes, sounds. Audio thread. */

#ifndef SUPINE_MIX_PLACED_CLIPS_H
#define SUPINE_MIX_PLACED_CLIPS_H

#include "mix/score_layout.h"

/* Adds what the score has in `frames` frames from `frame` on, one quantum at
   most, to interleaved stereo. */
void placed_clips_add(const struct score *score, bool mono, int64_t frame,
                      uint32_t frames, float *stereo);

/* Has long sounds that sound at `frame` read ahead: the session is to go on
   there, perhaps only after an answer. */
void placed_clips_prepare(const struct score *score, int64_t frame);

#endif
