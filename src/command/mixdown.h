/* A session through the mixer into a sound file, as fast as it goes. */

#ifndef SUPINE_COMMAND_MIXDOWN_H
#define SUPINE_COMMAND_MIXDOWN_H

#include "command/session.h"
#include "output/file.h"

/* Called after each block with how much is done. */
struct mixdown_progress {
  void *context;
  void (*report)(void *context, int64_t frames_done, int64_t frames);
};

/* Mixes the whole session into `file`, which the caller finishes.
   `progress` may be NULL.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status mixdown(const struct session *session, bool mono,
                    struct sound_file *file,
                    const struct mixdown_progress *progress);

#endif
