/* Memory that is handed out piece by piece and released all at once. */

#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)16 * 1024)

struct arena_block {
  struct arena_block *older;
  size_t used;
  size_t size;
  max_align_t bytes[];
};

void arena_init(struct arena *arena)
{
  arena->newest = NULL;
}

void arena_finish(struct arena *arena)
{
  struct arena_block *block = arena->newest;
  while (block) {
    struct arena_block *older = block->older;
    free(block);
    block = older;
  }
  arena->newest = NULL;
}

static struct arena_block *arena_add_block(struct arena *arena, size_t size)
{
  const size_t bytes = size > BLOCK_BYTES ? size : BLOCK_BYTES;
  if (bytes > PTRDIFF_MAX - sizeof(struct arena_block)) {
    return NULL;
  }
  struct arena_block *block = malloc(sizeof(struct arena_block) + bytes);
  if (!block) {
    return NULL;
  }
  block->older = arena->newest;
  block->used = 0;
  block->size = bytes;
  arena->newest = block;
  return block;
}

void *arena_take(struct arena *arena, size_t size)
{
  const size_t unit = alignof(max_align_t);
  if (size > SIZE_MAX - unit) {
    return NULL;
  }
  const size_t rounded = (size + unit - 1) / unit * unit;
  struct arena_block *block = arena->newest;
  if (!block || block->size - block->used < rounded) {
    block = arena_add_block(arena, rounded);
  }
  if (!block) {
    return NULL;
  }
  void *taken = (char *)block->bytes + block->used;
  block->used += rounded;
  return memset(taken, 0, size);
}

void *arena_take_array(struct arena *arena, size_t count, size_t size)
{
  if (size > 0 && count > SIZE_MAX / size) {
    return NULL;
  }
  return arena_take(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
  char *copy = length < SIZE_MAX ? arena_take(arena, length + 1) : NULL;
  if (copy && length > 0) {
    memcpy(copy, bytes, length);
  }
  return copy;
}
