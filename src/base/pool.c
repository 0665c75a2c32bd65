/* Memory that forked processes share, in blocks with a header each. */

#include "base/pool.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

/* Address space asked for first; halved until the system grants it. A session
   of an hour of speech and beds takes less than 1 GiB, which is also as much as
   a process of 32 bits can spare of its 3. */
#if SIZE_MAX > UINT32_MAX
#define LARGEST_POOL ((size_t)16 << 30)
#else
#define LARGEST_POOL ((size_t)1 << 30)
#endif
#define SMALLEST_POOL ((size_t)64 << 20)
#define ALIGNMENT ((size_t)64)

struct block {
  size_t size;        /* bytes after the header, a multiple of ALIGNMENT */
  struct block *next; /* the next free block by address; when free */
  char padding[ALIGNMENT - sizeof(size_t) - sizeof(void *)];
};

struct pool {
  size_t size;        /* bytes mapped, this header among them */
  size_t used;        /* bytes below the part that was never taken */
  struct block *free; /* blocks given back, by rising address, never adjacent */
  char padding[ALIGNMENT - 2 * sizeof(size_t) - sizeof(void *)];
};

static_assert(sizeof(struct block) == ALIGNMENT, "blocks keep the alignment");
static_assert(sizeof(struct pool) == ALIGNMENT, "the first block is aligned");

enum status pool_create(struct pool **pool)
{
  for (size_t size = LARGEST_POOL; size >= SMALLEST_POOL; size /= 2) {
    void *bytes = mmap(NULL, size, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (bytes != MAP_FAILED) {
      struct pool *created = bytes;
      created->size = size;
      created->used = sizeof(struct pool);
      created->free = NULL;
      *pool = created;
      return STATUS_OK;
    }
  }
  return STATUS_NO_MEMORY;
}

void pool_destroy(struct pool *pool)
{
  if (pool) {
    munmap(pool, pool->size);
  }
}

static struct block *block_after(struct block *block)
{
  return (struct block *)((char *)(block + 1) + block->size);
}

/* Cuts what `size` does not need off the end of a block that is being taken
   and puts it where the block stood in the free list. */
static void take_front(struct block **link, struct block *block, size_t size)
{
  struct block *rest = block->next;
  if (block->size - size > sizeof(struct block)) {
    const size_t left = block->size - size - sizeof(struct block);
    block->size = size;
    struct block *cut = block_after(block);
    cut->size = left;
    cut->next = rest;
    rest = cut;
  }
  *link = rest;
}

static struct block *take_freed(struct pool *pool, size_t size)
{
  struct block **link = &pool->free;
  while (*link && (*link)->size < size) {
    link = &(*link)->next;
  }
  struct block *block = *link;
  if (block) {
    take_front(link, block, size);
    memset(block + 1, 0, block->size);
  }
  return block;
}

static struct block *take_fresh(struct pool *pool, size_t size)
{
  if (size + sizeof(struct block) > pool->size - pool->used) {
    return NULL;
  }
  struct block *block = (struct block *)((char *)pool + pool->used);
  block->size = size;
  pool->used += size + sizeof(struct block);
  return block;
}

void *pool_take(struct pool *pool, size_t size)
{
  if (size > pool->size) {
    return NULL;
  }
  const size_t wanted = size ? size : 1;
  const size_t rounded = (wanted + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  struct block *block = take_freed(pool, rounded);
  if (!block) {
    block = take_fresh(pool, rounded);
  }
  return block ? block + 1 : NULL;
}

static void join_with_next(struct block *block)
{
  if (block->next && block_after(block) == block->next) {
    block->size += sizeof(struct block) + block->next->size;
    block->next = block->next->next;
  }
}

void pool_give_back(struct pool *pool, void *bytes)
{
  if (!bytes) {
    return;
  }
  struct block *block = (struct block *)bytes - 1;
  struct block *before = NULL;
  struct block *after = pool->free;
  while (after && after < block) {
    before = after;
    after = after->next;
  }
  block->next = after;
  *(before ? &before->next : &pool->free) = block;
  join_with_next(block);
  if (before) {
    join_with_next(before);
  }
}
