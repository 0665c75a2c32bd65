/* The listener's gains and the sleep timer's fade. Audio thread. */

#ifndef SUPINE_MIX_GAINS_H
#define SUPINE_MIX_GAINS_H

#include "mix/mixer_state.h"

/* The fade's present gain, linear. */
float fade_gain(const struct fade *fade);

/* Each gain over the next quantum. */
struct glide gains_guidance(struct gains *gains);
struct glide gains_background(struct gains *gains);
struct glide gains_fade(struct gains *gains);

#endif
