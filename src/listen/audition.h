/* One clip, to the ears: what `say` and `hear` share. */

#ifndef SUPINE_LISTEN_AUDITION_H
#define SUPINE_LISTEN_AUDITION_H

#include "base/clip.h"
#include "listen/loop.h"
#include "session/studio.h"

/* Plays `clip` on `device` (NULL: the default) to its end, or to a signal.
   Possible errors: STATUS_NO_DEVICE, STATUS_NO_MEMORY. */
enum status audition_play(struct studio *studio, const struct clip *clip,
                          const char *device, enum loop_end *end);

#endif
