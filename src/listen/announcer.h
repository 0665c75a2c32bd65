/* Whoever speaks to the listener beside the session: one announcement at a
   time, sentence by sentence. Main thread. */

#ifndef SUPINE_LISTEN_ANNOUNCER_H
#define SUPINE_LISTEN_ANNOUNCER_H

#include "base/clip_source.h"
#include "base/status.h"
#include "listen/printer.h"
#include "mix/mixer.h"
#include "player/announcement.h"

#include <stdint.h>

struct announcer;

/* Everything is borrowed for the announcer's life. */
struct announcer_services {
  struct mixer *mixer;
  struct clip_source clips; /* both calls are mandatory */
  struct player_lines lines;
};

struct announcer_options {
  const char *voice;      /* borrowed; NULL: the default */
  int pitch;              /* 0 to 99; -1: the voice's own */
  int64_t release_frames; /* of silence after an announcement before it counts
                             as done: nothing must run into it */
};

enum announcer_news {
  ANNOUNCER_NO_NEWS,
  ANNOUNCER_SAID, /* the last word has sounded, the silence after it begins */
  ANNOUNCER_DONE, /* nothing sounds, and nothing is to follow */
};

/* Has the tick that answers where the voice fails at hand from now on: what
   keeps a voice from starting may keep sounds from being read too.
   Possible errors: STATUS_NO_MEMORY. */
enum status announcer_create(const struct announcer_services *services,
                             const struct announcer_options *options,
                             struct announcer **announcer);

/* What sounds goes on sounding; NULL is fine. */
void announcer_destroy(struct announcer *announcer);

/* Prints the texts and begins to speak, in place of what is being said, or
   after it if that is trouble. Takes as long as the first sentence takes to be
   made. A sentence that cannot be made is a tick, which is told once; without
   a tick it is left out, and the announcer may be idle afterwards. */
void announcer_say(struct announcer *announcer,
                   const struct announcement *announcement);

/* Fades out what is being said, unless it is trouble. */
void announcer_cancel(struct announcer *announcer);

/* Forgets everything: the device is gone, nothing will come to its end. */
void announcer_drop(struct announcer *announcer);

/* True from announcer_say() until announcer_poll() reports ANNOUNCER_DONE. */
bool announcer_is_busy(const struct announcer *announcer);

/* Goes on to the next sentence when it is time; called many times a second
   with what the mixer has just published. */
enum announcer_news announcer_poll(struct announcer *announcer,
                                   const struct mix_status *status);

#endif
