/* A store of sounds around a test, with a folder of the test's own whose files
   it finds. */

#ifndef SUPINE_TESTS_SOUND_ROOM_H
#define SUPINE_TESTS_SOUND_ROOM_H

#include "unit.h"

#include "base/pool.h"
#include "sound/store.h"
#include "support/sound_files.h"

#include <stdio.h>
#include <stdlib.h>

struct sound_room {
  struct pool *pool;
  struct sound_store *store;
  char *folder;
  char beside[100]; /* a routine there, which need not exist */
};

static inline void sound_room_open(struct sound_room *room)
{
  assert_int_equal(pool_create(&room->pool), STATUS_OK);
  assert_int_equal(sound_store_create(room->pool, &room->store), STATUS_OK);
  room->folder = make_folder();
  snprintf(room->beside, sizeof(room->beside), "%s/x.routine", room->folder);
}

static inline void sound_room_close(struct sound_room *room)
{
  sound_store_destroy(room->store);
  pool_destroy(room->pool);
  remove_folder(room->folder);
}

static inline int sound_room_set_up(void **state)
{
  struct sound_room *room = calloc(1, sizeof(*room));
  assert_non_null(room);
  sound_room_open(room);
  *state = room;
  return 0;
}

static inline int sound_room_tear_down(void **state)
{
  struct sound_room *room = *state;
  sound_room_close(room);
  free(room);
  return 0;
}

#endif
