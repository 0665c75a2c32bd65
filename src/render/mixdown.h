/* A session through the mixer, as fast as it goes. */

#ifndef SUPINE_RENDER_MIXDOWN_H
#define SUPINE_RENDER_MIXDOWN_H

#include "session/session.h"

/* Who takes the samples. */
struct mixdown_sink {
  void *context;
  /* The next interleaved stereo frames. What it returns other than STATUS_OK
     ends the mixdown. */
  enum status (*write)(void *context, const float *stereo, int64_t frames);
};

/* Mixes the whole session into `sink`.
   Possible errors: STATUS_NO_MEMORY, and what the sink returns. */
enum status mixdown(const struct session *session,
                    const struct mixer_options *options,
                    const struct mixdown_sink *sink);

#endif
