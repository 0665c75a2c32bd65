/* The nearest of several words: optimal string alignment distance (Damerau
   1964, with each swap of neighbours counted once). */

#include "script/suggest.h"

#include "base/utf8.h"

#include <string.h>

/* Longer words are never compared: no keyword and few names are as long. */
#define LONGEST_WORD 64

static size_t decode_all(const char *bytes, size_t length,
                         uint32_t out[LONGEST_WORD])
{
  size_t count = 0;
  for (size_t offset = 0; offset < length; count++) {
    if (count == LONGEST_WORD) {
      return 0;
    }
    offset += utf8_decode(bytes + offset, length - offset, &out[count]);
    if (out[count] >= 'A' && out[count] <= 'Z') {
      out[count] += 'a' - 'A';
    }
  }
  return count;
}

static size_t smaller(size_t a, size_t b)
{
  return a < b ? a : b;
}

/* Three rows suffice: this one, the one above, and the one above that. */
static size_t distance_between(const uint32_t *a, size_t a_count,
                               const uint32_t *b, size_t b_count)
{
  size_t rows[3][LONGEST_WORD + 1];
  for (size_t j = 0; j <= b_count; j++) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= a_count; i++) {
    size_t *row = rows[i % 3];
    const size_t *above = rows[(i + 2) % 3];
    const size_t *higher = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= b_count; j++) {
      row[j] = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = smaller(row[j], smaller(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = smaller(row[j], higher[j - 2] + 1);
      }
    }
  }
  return rows[a_count % 3][b_count];
}

void suggestion_weigh(struct suggestion *best, const char *typed,
                      size_t typed_length, const char *candidate, int id)
{
  uint32_t a[LONGEST_WORD];
  uint32_t b[LONGEST_WORD];
  const size_t a_count = decode_all(typed, typed_length, a);
  const size_t b_count = decode_all(candidate, strlen(candidate), b);
  if (a_count == 0 || b_count == 0) {
    return;
  }
  const size_t allowed = b_count / 3 > 1 ? b_count / 3 : 1;
  /* Doubled, so that a shared first letter decides between equals. */
  const size_t distance = distance_between(a, a_count, b, b_count);
  const size_t weight = distance * 2 + (a[0] != b[0]);
  if (distance <= allowed && (!best->word || weight < best->distance)) {
    *best = (struct suggestion){candidate, id, weight};
  }
}
