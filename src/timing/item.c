/* A routine unrolled. */

#include "timing/item.h"

#include "base/vector.h"

#include <stdlib.h>

void items_init(struct items *items)
{
  *items = (struct items){0};
  arena_init(&items->arena);
}

void items_finish(struct items *items)
{
  free(items->items);
  free(items->steps);
  arena_finish(&items->arena);
  items_init(items);
}

struct item *items_add(struct items *items, const struct item *item)
{
  if (!vector_reserve(&items->items, items->count, &items->capacity,
                      sizeof(*items->items))) {
    return NULL;
  }
  items->items[items->count] = *item;
  return &items->items[items->count++];
}
