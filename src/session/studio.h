/* What sessions are made in: memory, the voice, the sounds and the library,
   once for a run of the program. */

#ifndef SUPINE_SESSION_STUDIO_H
#define SUPINE_SESSION_STUDIO_H

#include "base/pool.h"
#include "library/library.h"
#include "mix/mixer.h"
#include "output/output.h"
#include "planner/planner.h"
#include "session/progress.h"
#include "sound/store.h"
#include "voice/voice.h"

struct studio {
  struct pool *pool;
  struct voice *voice;
  struct sound_store *sounds;
  struct library library;
  struct clip_source clips;  /* the voice and the sounds, for the planner */
  struct progress progress;  /* counts what they speak; its stream is set by
                                whoever shall be told */
  enum status voice_trouble; /* the last of STATUS_VOICE_FAILED and _GONE */
};

/* Starts the voice process, so the program must have no threads yet.
   `engine` is VOICE_ENGINE_LENGTHS where nothing will sound.
   Possible errors: STATUS_VOICE_GONE, STATUS_NO_MEMORY. */
enum status studio_create(enum voice_engine engine, struct studio **studio);

/* What an output pulls from: the mixer, with the studio's sounds read ahead. */
struct output_source studio_source(struct studio *studio, struct mixer *mixer);

/* Everything that was made in it must be gone; NULL is fine. */
void studio_destroy(struct studio *studio);

#endif
