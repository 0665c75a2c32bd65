/* One session as files: its sound, whole or a file a step, and what goes with
   it. */

#ifndef SUPINE_RENDER_RENDERING_H
#define SUPINE_RENDER_RENDERING_H

#include "session/session.h"

struct rendering {
  const char *output;    /* a path; "-" is standard output */
  const char *format;    /* NULL: the output's ending */
  const char *captions;  /* a path, or NULL */
  const char *cue_sheet; /* likewise */
  bool split;            /* "evening.wav" becomes evening-001.wav and so on,
                            and evening.m3u names them */
  struct mixer_options mixer;
  FILE *errors; /* what goes wrong is said here */
};

/* Called now and then with how much is done. */
struct rendering_progress {
  void *context;
  void (*report)(void *context, int64_t frames_done, int64_t frames);
};

/* Renders. Captions or a cue sheet that cannot be written are refused before
   the rendering begins, and all else is written nevertheless. `*has_sound` gets
   whether the sound is complete. Returns the first failure; each has been said.
   Possible errors: STATUS_UNSUPPORTED (the format), STATUS_TOO_LARGE (for a cue
   sheet), STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status rendering_run(const struct session *session,
                          const struct rendering *rendering,
                          const struct rendering_progress *progress,
                          bool *has_sound);

#endif
