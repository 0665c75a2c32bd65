/* Where clips come from: voice/ and sound/ stand behind this in the program,
   the stand-in voice in tests. */

#ifndef SUPINE_BASE_CLIP_SOURCE_H
#define SUPINE_BASE_CLIP_SOURCE_H

#include "base/clip.h"
#include "base/status.h"
#include "base/utterance.h"

/* What a name that was not found was to be the name of. */
enum clip_name { CLIP_NAME_SOUND, CLIP_NAME_VOICE, CLIP_NAME_LANGUAGE };

/* Called on the main thread alone. */
struct clip_source {
  void *context;
  /* Speaks a sentence, trimmed and levelled. The clip stays with the source.
     Possible errors: STATUS_NO_VOICE, STATUS_NO_LANGUAGE, STATUS_VOICE_FAILED,
     STATUS_VOICE_GONE, STATUS_TOO_LARGE, STATUS_NO_MEMORY. */
  enum status (*speak)(void *context, const struct utterance *utterance,
                       const struct clip **clip);
  /* Finds a sound: a file beside the routine at `beside`, or a shipped one.
     Possible errors: STATUS_NOT_FOUND, STATUS_BAD_SOUND, STATUS_EMPTY_SOUND,
     STATUS_FOREIGN_SOUND, STATUS_TOO_LARGE, STATUS_READ_FAILED,
     STATUS_NO_MEMORY. */
  enum status (*sound)(void *context, const char *name, const char *beside,
                       const struct clip **clip);
  /* The command that converts a file that was refused with
     STATUS_FOREIGN_SOUND, or NULL; the caller frees it. Only called then. */
  char *(*conversion)(void *context, const char *name, const char *beside);
  /* The known name nearest to one that was not found, or NULL; the caller
     frees it. `beside` is as above. */
  char *(*suggest)(void *context, enum clip_name kind, const char *name,
                   const char *beside);
};

#endif
