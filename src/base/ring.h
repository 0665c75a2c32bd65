/* A queue between one writing and one reading thread (or process), without
   locks: what crosses between the audio thread and everything else. */

#ifndef SUPINE_BASE_RING_H
#define SUPINE_BASE_RING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* Plain data, so that it can stand in memory that processes share. The two
   counters run freely and wrap around; their difference is the fill. */
struct ring {
  atomic_size_t written; /* items ever written; changed by the writer alone */
  atomic_size_t read;    /* items ever read; changed by the reader alone */
  size_t capacity;       /* items, a power of two */
  size_t item_size;      /* bytes */
  unsigned char *items;  /* borrowed: capacity * item_size bytes */
};

/* Lays a ring over `items`, borrowed for the ring's life. `capacity` must be a
   power of two. Before either thread uses it. */
void ring_init(struct ring *ring, void *items, size_t capacity,
               size_t item_size);

/* Writer: how many items fit now. Any thread may ask; only the writer can rely
   on the answer. */
size_t ring_space(const struct ring *ring);

/* Reader: how many items wait now. */
size_t ring_fill(const struct ring *ring);

/* Writer: copies `count` items in, or none and returns false when they do not
   all fit. Lock-free, no allocation, no system call. */
bool ring_write(struct ring *ring, const void *items, size_t count);

/* Reader: copies up to `count` items out and returns how many there were.
   Lock-free, no allocation, no system call. */
size_t ring_read(struct ring *ring, void *items, size_t count);

/* Reader: drops up to `count` items and returns how many there were. */
size_t ring_skip(struct ring *ring, size_t count);

#endif
