/* A voice of the real engine around a test, in a pool of its own. */

#ifndef SUPINE_TESTS_VOICE_ROOM_H
#define SUPINE_TESTS_VOICE_ROOM_H

#include "unit.h"

#include "voice/voice.h"

#include <stdlib.h>

struct voice_room {
  struct pool *pool;
  struct voice *voice;
};

static inline int voice_room_set_up(void **state)
{
  struct voice_room *room = calloc(1, sizeof(*room));
  assert_int_equal(pool_create(&room->pool), STATUS_OK);
  assert_int_equal(voice_create(room->pool, VOICE_ENGINE_ESPEAK, &room->voice),
                   STATUS_OK);
  *state = room;
  return 0;
}

static inline int voice_room_tear_down(void **state)
{
  struct voice_room *room = *state;
  voice_destroy(room->voice);
  pool_destroy(room->pool);
  free(room);
  return 0;
}

#endif
