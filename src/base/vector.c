/* Growing arrays of plain items. */

#include "base/vector.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool vector_reserve(void *items, size_t count, size_t *capacity, size_t size)
{
  assert(count <= *capacity && size > 0);
  if (count < *capacity) {
    return true;
  }
  const size_t wanted = *capacity ? *capacity * 2 : 8;
  if (wanted < *capacity || wanted > PTRDIFF_MAX / size) {
    return false;
  }
  /* Copied, since a pointer to items of another type may not be read as a
     pointer to void, though POSIX gives both the same bytes. */
  void *array;
  memcpy(&array, items, sizeof(array));
  array = realloc(array, wanted * size);
  if (!array) {
    return false;
  }
  memcpy(items, &array, sizeof(array));
  *capacity = wanted;
  return true;
}
