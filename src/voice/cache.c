/* What was made before, by what was asked for. */

#include "voice/cache.h"

#include "base/hash.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_CAPACITY 64

static_assert((LEAST_CAPACITY & (LEAST_CAPACITY - 1)) == 0, "a power of two");

void cache_finish(struct cache *cache)
{
  for (size_t i = 0; i < cache->capacity; i++) {
    free(cache->entries[i].key);
  }
  free(cache->entries);
  *cache = (struct cache){0};
}

/* Where `key` stands, or where it would. */
static struct cache_entry *place_of(struct cache_entry *entries,
                                    size_t capacity, const char *key,
                                    uint64_t hash)
{
  size_t i = (size_t)hash & (capacity - 1);
  while (entries[i].key &&
         (entries[i].hash != hash || strcmp(entries[i].key, key) != 0)) {
    i = (i + 1) & (capacity - 1);
  }
  return &entries[i];
}

struct cache_entry *cache_find(const struct cache *cache, const char *key)
{
  if (cache->capacity == 0) {
    return NULL;
  }
  struct cache_entry *entry =
      place_of(cache->entries, cache->capacity, key, hash_mix_string(0, key));
  return entry->key ? entry : NULL;
}

static bool grow(struct cache *cache)
{
  const size_t capacity =
      cache->capacity ? cache->capacity * 2 : LEAST_CAPACITY;
  struct cache_entry *entries = calloc(capacity, sizeof(*entries));
  if (!entries) {
    return false;
  }
  for (size_t i = 0; i < cache->capacity; i++) {
    const struct cache_entry *old = &cache->entries[i];
    if (old->key) {
      *place_of(entries, capacity, old->key, old->hash) = *old;
    }
  }
  free(cache->entries);
  cache->entries = entries;
  cache->capacity = capacity;
  return true;
}

struct cache_entry *cache_add(struct cache *cache, const char *key)
{
  if (cache->count * 2 >= cache->capacity && !grow(cache)) {
    return NULL;
  }
  char *copy = strdup(key);
  if (!copy) {
    return NULL;
  }
  const uint64_t hash = hash_mix_string(0, key);
  struct cache_entry *entry =
      place_of(cache->entries, cache->capacity, key, hash);
  *entry = (struct cache_entry){.key = copy, .hash = hash};
  cache->count++;
  return entry;
}
