/* How often each of many things has been met. */

#include "base/hash.h"

#include <stdlib.h>

void tally_init(struct tally *tally)
{
  *tally = (struct tally){0};
}

void tally_finish(struct tally *tally)
{
  free(tally->entries);
  tally_init(tally);
}

static struct tally_entry *tally_find(const struct tally *tally, uint64_t key)
{
  const size_t mask = tally->capacity - 1;
  size_t at = (size_t)hash_mix(0, key) & mask;
  while (tally->entries[at].count > 0 && tally->entries[at].key != key) {
    at = (at + 1) & mask;
  }
  return &tally->entries[at];
}

uint32_t tally_count(const struct tally *tally, uint64_t key)
{
  return tally->capacity > 0 ? tally_find(tally, key)->count : 0;
}

static int tally_grow(struct tally *tally)
{
  struct tally grown = {0};
  grown.capacity = tally->capacity > 0 ? tally->capacity * 2 : 64;
  grown.entries = calloc(grown.capacity, sizeof(*grown.entries));
  if (!grown.entries) {
    return 0;
  }
  for (size_t i = 0; i < tally->capacity; i++) {
    if (tally->entries[i].count > 0) {
      *tally_find(&grown, tally->entries[i].key) = tally->entries[i];
    }
  }
  grown.used = tally->used;
  free(tally->entries);
  *tally = grown;
  return 1;
}

uint32_t tally_add(struct tally *tally, uint64_t key)
{
  if (tally->used * 2 >= tally->capacity && !tally_grow(tally)) {
    return UINT32_MAX;
  }
  struct tally_entry *entry = tally_find(tally, key);
  if (entry->count == 0) {
    entry->key = key;
    tally->used++;
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
