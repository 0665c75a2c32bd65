/* A routine unrolled. */

#include "timing/item.h"

#include "base/vector.h"
#include "timing/lengths.h"

#include <math.h>
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

/* Every so many seconds, but not at the end. */
static size_t times_within(double seconds, double every)
{
  return every > 0 && every < seconds ? (size_t)ceil(seconds / every) - 1 : 0;
}

size_t span_repeated_cues(const struct span *span, double seconds)
{
  size_t count = 0;
  if (!span->by_default || seconds > DEFAULT_CUES_SECONDS) {
    count += (size_t)fmin(span->countdown, seconds);
    count += times_within(seconds, span->chime_every);
    count += times_within(seconds, span->time_left_every);
  }
  for (size_t i = 0; i < span->cue_count; i++) {
    const struct timed_cue *cue = &span->cues[i];
    count += cue->when == CUE_EVERY ? times_within(seconds, cue->at) : 0;
  }
  return count;
}
