/* What the main thread asks for, carried out. Audio thread. */

#ifndef SUPINE_MIX_MESSAGES_H
#define SUPINE_MIX_MESSAGES_H

#include "mix/state.h"

void messages_apply(struct mixer *mixer, struct mix_state *state);

#endif
