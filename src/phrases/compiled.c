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
                         uint32_t index, size_t *length)
{
  const size_t at = read_u32(phrases, table_at) + (size_t)index * ENTRY_SIZE;
  *length = read_u32(phrases, at);
  return (const char *)phrases->bytes + read_u32(phrases, at + 4);
}

static const char *find(const struct phrases *phrases, const char *text,
                        size_t *length)
{
  if (!phrases->bytes) {
    return NULL;
  }
  uint32_t low = 0;
  uint32_t high = read_u32(phrases, COUNT_AT);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    const int order =
        strcmp(entry(phrases, ORIGINALS_AT, middle, length), text);
    if (order == 0) {
      return entry(phrases, TRANSLATIONS_AT, middle, length);
    }
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return NULL;
}

const char *compiled_find_form(const struct phrases *phrases, const char *text,
                               size_t form)
{
  size_t length;
  const char *found = find(phrases, text, &length);
  const char *end = found ? found + length : NULL;
  for (; found && form > 0; form--) {
    const char *next = found + strlen(found) + 1;
    found = next <= end ? next : NULL;
  }
  return found;
}

size_t compiled_count_forms(const struct phrases *phrases, const char *text)
{
  size_t length;
  size_t count = 0;
  const char *found = find(phrases, text, &length);
  for (size_t i = 0; found && i <= length; i++) {
    count += found[i] == '\0';
  }
  return count;
}
