/* Spoken answers, on top of the session. Audio thread. */

#ifndef SUPINE_MIX_ANSWERS_H
#define SUPINE_MIX_ANSWERS_H

#include "mix/mixer_state.h"

/* `clip` is next; what sounds fades first. */
void answers_play(struct answers *answers, const struct clip *clip, float gain);

/* Fades what sounds; nothing is next. */
void answers_cancel(struct answers *answers);

/* Adds one quantum to interleaved stereo. While `clips_fade`, the session's
   clips are fading out, and an answer waits for them: never two at once. */
void answers_add(struct answers *answers, const float *curve, bool clips_fade,
                 float *stereo);

#endif
