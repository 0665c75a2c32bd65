/* Growing arrays of plain items. */

#ifndef SUPINE_BASE_VECTOR_H
#define SUPINE_BASE_VECTOR_H

#include <stdbool.h>
#include <stddef.h>

/* Makes room for one more item at the end of a heap array of `count` items of
   `size` bytes, doubling `*capacity` when it is full. `items` is the address
   of the pointer to the array. Returns false, with everything as it was, when
   memory is short.

     if (!vector_reserve(&list->notes, list->count, &list->capacity,
                         sizeof(*list->notes))) … */
bool vector_reserve(void *items, size_t count, size_t *capacity, size_t size);

#endif
