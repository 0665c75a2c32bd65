/* Keeps the memory of a session up to date while it plays: its place, and at
   its end a line of history. */

#ifndef SUPINE_LISTEN_AUTOSAVE_H
#define SUPINE_LISTEN_AUTOSAVE_H

#include "listen/loop.h"
#include "listen/player_context.h"
#include "memory/saved_places.h"

struct autosave {
  const struct player_context *player; /* borrowed */
  struct saved_place *place;           /* owned; NULL: nothing can be written */
  struct place_record record;          /* owned */
  size_t step;                         /* when the place was last written */
  enum player_state state;
  int64_t played_frames;
  int64_t earlier_frames; /* played in earlier sittings */
  bool written;
  bool ended;
  int volume;
};

/* Takes over the place and the record, which says what session it is. */
void autosave_init(struct autosave *autosave,
                   const struct player_context *player,
                   struct saved_place *place, struct place_record *record);

void autosave_join(struct autosave *autosave, struct loop *loop);

/* Writes the last place, or forgets it when the session has ended, adds to the
   history, and releases what was taken over. The player still stands where it
   stopped. */
void autosave_finish(struct autosave *autosave);

#endif
