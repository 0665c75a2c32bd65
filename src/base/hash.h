/* How often each of many things has been met, by a 64-bit key. */

#ifndef SUPINE_BASE_HASH_H
#define SUPINE_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

struct hash_entry {
  uint64_t key;
  uint32_t count; /* 0: the entry is free */
};

/* A zeroed struct is empty. Single-threaded. */
struct hash_counts {
  struct hash_entry *entries; /* owned; open addressing */
  size_t capacity;            /* a power of two, or 0 */
  size_t used;
};

void hash_counts_init(struct hash_counts *counts);
void hash_counts_finish(struct hash_counts *counts);

/* How often `key` was added. */
uint32_t hash_counts_of(const struct hash_counts *counts, uint64_t key);

/* Adds `key` once more and returns how often it had been added before;
   UINT32_MAX when memory is short. */
uint32_t hash_counts_add(struct hash_counts *counts, uint64_t key);

/* Mixes `value` into `hash` (the finaliser of splitmix64, Steele, Lea and
   Flood 2014, over their sum). */
uint64_t hash_mix(uint64_t hash, uint64_t value);

/* Mixes a string in. */
uint64_t hash_mix_string(uint64_t hash, const char *string);

#endif
