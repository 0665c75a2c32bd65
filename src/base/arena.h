/* Memory that is handed out piece by piece and released all at once: trees
   and timetables live in arenas. */

#ifndef SUPINE_BASE_ARENA_H
#define SUPINE_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

/* A zeroed struct is an empty arena. Single-threaded. */
struct arena {
  struct arena_block *newest;
};

void arena_init(struct arena *arena);

/* Releases everything that was taken from the arena. */
void arena_finish(struct arena *arena);

/* `size` zeroed bytes, aligned for any type; NULL when memory is short. */
void *arena_take(struct arena *arena, size_t size);

/* `count` zeroed items of `size` bytes; NULL when memory is short or the
   product overflows. */
void *arena_take_array(struct arena *arena, size_t count, size_t size);

/* A terminated copy of `length` bytes; NULL when memory is short. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

#endif
