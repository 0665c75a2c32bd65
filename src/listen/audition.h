/* One clip, to the ears: what `say` and `hear` share. */

#ifndef SUPINE_LISTEN_AUDITION_H
#define SUPINE_LISTEN_AUDITION_H

#include "base/clip.h"
#include "command/options.h"
#include "session/studio.h"

/* Plays `clip` on `device` (NULL: the default) to its end. What is wrong is
   said on standard error; returns the exit status. */
int audition_play(struct studio *studio, const struct clip *clip,
                  const char *device);

/* The operands with a space between, so that nobody needs quotation marks; the
   caller frees it. NULL when memory is short. */
char *audition_join(const struct parsed *parsed);

#endif
