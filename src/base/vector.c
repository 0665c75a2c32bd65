/* Growing arrays of plain items. */

#include "base/vector.h"

#include <stdint.h>
#include <stdlib.h>

bool vector_reserve(void **items, size_t count, size_t *capacity, size_t size)
{
  if (count < *capacity) {
    return true;
  }
  const size_t wanted = *capacity ? *capacity * 2 : 8;
  if (wanted < *capacity || wanted > PTRDIFF_MAX / size) {
    return false;
  }
  void *moved = realloc(*items, wanted * size);
  if (!moved) {
    return false;
  }
  *items = moved;
  *capacity = wanted;
  return true;
}
