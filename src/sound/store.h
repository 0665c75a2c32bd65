/* Sound files as clips: shipped ones by name, a routine's own by file. */

#ifndef SUPINE_SOUND_STORE_H
#define SUPINE_SOUND_STORE_H

#include "base/clip.h"
#include "base/pool.h"
#include "base/status.h"

#include <stdbool.h>

struct sound_store;

/* Possible errors: STATUS_NO_MEMORY. */
enum status sound_store_create(struct pool *pool, struct sound_store **store);

/* Releases every clip; NULL is fine. */
void sound_store_destroy(struct sound_store *store);

/* The sound called `name`: a file beside `beside` (a routine's path; NULL for
   none), with or without its ending, else a shipped sound; letter case folds
   and a space equals a hyphen; never a path upwards. Decoded forward with
   bounds, resampled to FRAME_RATE; files over a minute are streamed. The clip
   stays with the store.
   Possible errors: STATUS_NOT_FOUND, STATUS_BAD_SOUND, STATUS_EMPTY_SOUND,
   STATUS_FOREIGN_SOUND (locate_conversion() tells the way out),
   STATUS_TOO_LARGE, STATUS_READ_FAILED, STATUS_NO_MEMORY. */
enum status sound_store_find(struct sound_store *store, const char *name,
                             const char *beside, const struct clip **clip);

/* The sound in the file at a path, as locate_file() finds it; else as above. */
enum status sound_store_open(struct sound_store *store, const char *path,
                             const struct clip **clip);

/* Reads ahead in every stream that is being played. Called in the process that
   renders, off the audio thread; see struct output_source. A file that can no
   longer be read goes on as silence. False when a place in one has still to be
   reached, so that the next call is wanted at once. */
bool sound_store_refill(struct sound_store *store);

/* Main thread, once the process that rendered was ended, at whatever
   instruction: streams go on where they were. */
void sound_store_repair(struct sound_store *store);

#endif
