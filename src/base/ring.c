/* A queue between one writing and one reading thread (or process). */

#include "base/ring.h"

#include <assert.h>
#include <string.h>

void ring_init(struct ring *ring, void *items, size_t capacity,
               size_t item_size)
{
  assert(items && item_size > 0);
  assert(capacity > 0 && (capacity & (capacity - 1)) == 0);
  atomic_init(&ring->written, 0);
  atomic_init(&ring->read, 0);
  ring->capacity = capacity;
  ring->item_size = item_size;
  ring->items = items;
}

size_t ring_fill(const struct ring *ring)
{
  return atomic_load_explicit(&ring->written, memory_order_acquire) -
         atomic_load_explicit(&ring->read, memory_order_acquire);
}

size_t ring_space(const struct ring *ring)
{
  return ring->capacity - ring_fill(ring);
}

/* How many of `count` items from position `at` lie before the wrap. */
static size_t until_wrap(const struct ring *ring, size_t at, size_t count)
{
  const size_t left = ring->capacity - at;
  return count < left ? count : left;
}

bool ring_write(struct ring *ring, const void *items, size_t count)
{
  if (count > ring_space(ring)) {
    return false;
  }
  const size_t written =
      atomic_load_explicit(&ring->written, memory_order_relaxed);
  const size_t at = written & (ring->capacity - 1);
  const size_t first = until_wrap(ring, at, count);
  const size_t size = ring->item_size;
  memcpy(ring->items + at * size, items, first * size);
  memcpy(ring->items, (const unsigned char *)items + first * size,
         (count - first) * size);
  atomic_store_explicit(&ring->written, written + count, memory_order_release);
  return true;
}

size_t ring_read(struct ring *ring, void *items, size_t count)
{
  const size_t fill = ring_fill(ring);
  const size_t taken = count < fill ? count : fill;
  const size_t read = atomic_load_explicit(&ring->read, memory_order_relaxed);
  const size_t at = read & (ring->capacity - 1);
  const size_t first = until_wrap(ring, at, taken);
  const size_t size = ring->item_size;
  memcpy(items, ring->items + at * size, first * size);
  memcpy((unsigned char *)items + first * size, ring->items,
         (taken - first) * size);
  atomic_store_explicit(&ring->read, read + taken, memory_order_release);
  return taken;
}

size_t ring_skip(struct ring *ring, size_t count)
{
  const size_t fill = ring_fill(ring);
  const size_t dropped = count < fill ? count : fill;
  const size_t read = atomic_load_explicit(&ring->read, memory_order_relaxed);
  atomic_store_explicit(&ring->read, read + dropped, memory_order_release);
  return dropped;
}
