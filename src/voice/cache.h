/* What was made before, by what was asked for. */

#ifndef SUPINE_VOICE_CACHE_H
#define SUPINE_VOICE_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cache_entry {
  char *key; /* owned */
  uint64_t hash;
  void *value;  /* of whoever uses the cache */
  float number; /* likewise */
};

/* A zeroed struct is an empty cache: a hash table with open addressing. */
struct cache {
  struct cache_entry *entries;
  size_t count;
  size_t capacity; /* a power of two, or 0 */
};

void cache_finish(struct cache *cache);

/* The entry of `key`, or NULL; borrowed until the next cache_add(). */
struct cache_entry *cache_find(const struct cache *cache, const char *key);

/* Adds what must not be there yet; NULL when memory is short. */
struct cache_entry *cache_add(struct cache *cache, const char *key);

#endif
