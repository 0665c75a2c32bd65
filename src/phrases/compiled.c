/* Looks phrases up in compiled catalogues. */

#include "phrases/compiled.h"

#include <string.h>

/* Offsets of the fields of a .mo file. */
#define COUNT_AT 8
#define ORIGINALS_AT 12
#define TRANSLATIONS_AT 16
#define ENTRY_SIZE 8

static uint32_t read_u32(const struct phrases *phrases, size_t at)
{
  const unsigned char *bytes = phrases->bytes + at;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 |
         (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* Entry `index` of a table of lengths and offsets. */
static const char *entry(const struct phrases *phrases, size_t table_at,
                         uint32_t index)
{
  const size_t at =
      read_u32(phrases, table_at) + (size_t)index * ENTRY_SIZE + 4;
  return (const char *)phrases->bytes + read_u32(phrases, at);
}

const char *compiled_find(const struct phrases *phrases, const char *text)
{
  if (!phrases->bytes) {
    return NULL;
  }
  uint32_t low = 0;
  uint32_t high = read_u32(phrases, COUNT_AT);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    const int order = strcmp(entry(phrases, ORIGINALS_AT, middle), text);
    if (order == 0) {
      return entry(phrases, TRANSLATIONS_AT, middle);
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

bool compiled_is_one(const struct phrases *phrases, int64_t count)
{
  const char *header = compiled_find(phrases, "");
  const bool zero_is_one = header && strstr(header, "plural=(n > 1);");
  return count == 1 || (zero_is_one && count == 0);
}
