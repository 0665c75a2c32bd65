/* How often each of many things has been met. */

#include "base/hash.h"

#include <assert.h>
#include <stdlib.h>

#define LEAST_CAPACITY 64

static_assert((LEAST_CAPACITY & (LEAST_CAPACITY - 1)) == 0, "a power of two");

void hash_counts_init(struct hash_counts *counts)
{
  *counts = (struct hash_counts){0};
}

void hash_counts_finish(struct hash_counts *counts)
{
  free(counts->entries);
  hash_counts_init(counts);
}

static struct hash_entry *hash_counts_find(const struct hash_counts *counts,
                                           uint64_t key)
{
  const size_t mask = counts->capacity - 1;
  size_t at = (size_t)hash_mix(0, key) & mask;
  while (counts->entries[at].count > 0 && counts->entries[at].key != key) {
    at = (at + 1) & mask;
  }
  return &counts->entries[at];
}

uint32_t hash_counts_of(const struct hash_counts *counts, uint64_t key)
{
  return counts->capacity > 0 ? hash_counts_find(counts, key)->count : 0;
}

static int hash_counts_grow(struct hash_counts *counts)
{
  struct hash_counts grown = {0};
  grown.capacity = counts->capacity > 0 ? counts->capacity * 2 : LEAST_CAPACITY;
  grown.entries = calloc(grown.capacity, sizeof(*grown.entries));
  if (!grown.entries) {
    return 0;
  }
  for (size_t i = 0; i < counts->capacity; i++) {
    if (counts->entries[i].count > 0) {
      *hash_counts_find(&grown, counts->entries[i].key) = counts->entries[i];
    }
  }
  grown.used = counts->used;
  free(counts->entries);
  *counts = grown;
  return 1;
}

uint32_t hash_counts_add(struct hash_counts *counts, uint64_t key)
{
  if (counts->used * 2 >= counts->capacity && !hash_counts_grow(counts)) {
    return UINT32_MAX;
  }
  struct hash_entry *entry = hash_counts_find(counts, key);
  if (entry->count == 0) {
    entry->key = key;
    counts->used++;
  }
  return entry->count++;
}

uint64_t hash_mix(uint64_t hash, uint64_t value)
{
  uint64_t mixed = hash + value + 0x9e3779b97f4a7c15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
  return mixed ^ (mixed >> 31);
}

uint64_t hash_mix_string(uint64_t hash, const char *string)
{
  for (; *string; string++) {
    hash = hash_mix(hash, (unsigned char)*string);
  }
  return hash_mix(hash, 256);
}
