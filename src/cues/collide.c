/* Which cues of a span sound, and when, where they would sound at once. */

#include "cues/collide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A stretch of time that is taken. */
struct taken {
  int64_t begin, end;
};

/* The stretches taken so far, in their order; none overlap. */
struct table {
  struct taken *items;
  size_t count;
};

static bool may_move(enum rank rank)
{
  return rank >= RANK_AUTHOR_AT && rank != RANK_BREATH;
}

static int compare_cues(const void *left, const void *right)
{
  const struct cue *a = left;
  const struct cue *b = right;
  if (a->rank != b->rank) {
    return a->rank < b->rank ? -1 : 1;
  }
  if (a->wanted_frame != b->wanted_frame) {
    return a->wanted_frame < b->wanted_frame ? -1 : 1;
  }
  return a->order < b->order ? -1 : a->order > b->order;
}

static int64_t distance(int64_t a, int64_t b)
{
  return a < b ? b - a : a - b;
}

static int64_t within(int64_t frame, int64_t least, int64_t most)
{
  return frame < least ? least : frame > most ? most : frame;
}

/* The free start nearest to what the cue wants among [least, most], or false.
   `from` is the first stretch that ends after `least`. */
static bool find_free(const struct table *table, size_t from,
                      const struct cue *cue, int64_t least, int64_t most,
                      int64_t *start)
{
  bool found = false;
  int64_t free_from = least;
  for (size_t i = from; free_from <= most; i++) {
    const bool behind_all = i >= table->count;
    const int64_t latest =
        behind_all ? most : table->items[i].begin - cue->frames;
    const int64_t limit = latest < most ? latest : most;
    if (free_from <= limit) {
      const int64_t near = within(cue->wanted_frame, free_from, limit);
      if (!found || distance(near, cue->wanted_frame) <
                        distance(*start, cue->wanted_frame)) {
        *start = near;
        found = true;
      }
    }
    if (behind_all) {
      break;
    }
    free_from =
        table->items[i].end > free_from ? table->items[i].end : free_from;
  }
  return found;
}

/* Places the cues of one rank; `placed` gets what they take. */
static void place_rank(const struct table *table, struct cue *cues,
                       size_t count, struct taken span, struct table *placed)
{
  int64_t free_from = span.begin;
  size_t from = 0;
  for (size_t i = 0; i < count; i++) {
    struct cue *cue = &cues[i];
    const int64_t shift = may_move(cue->rank) ? CUE_SHIFT_MOST : 0;
    int64_t least = cue->wanted_frame - shift;
    int64_t most = cue->wanted_frame + shift;
    least = least > free_from ? least : free_from;
    most = most < span.end - cue->frames ? most : span.end - cue->frames;
    while (from < table->count && table->items[from].end <= least) {
      from++;
    }
    cue->dropped = !find_free(table, from, cue, least, most, &cue->start_frame);
    if (!cue->dropped) {
      free_from = cue->start_frame + cue->frames;
      placed->items[placed->count++] =
          (struct taken){.begin = cue->start_frame, .end = free_from};
    }
  }
}

/* Merges `placed` into `table` through `spare`, which is as large as both. */
static void merge(struct table *table, const struct table *placed,
                  struct taken *spare)
{
  size_t a = 0;
  size_t b = 0;
  size_t count = 0;
  while (a < table->count || b < placed->count) {
    const bool first =
        b >= placed->count ||
        (a < table->count && table->items[a].begin < placed->items[b].begin);
    spare[count++] = first ? table->items[a++] : placed->items[b++];
  }
  memcpy(table->items, spare, count * sizeof(*spare));
  table->count = count;
}

static size_t count_rank(const struct cue *cues, size_t count)
{
  size_t same = 0;
  while (same < count && cues[same].rank == cues[0].rank) {
    same++;
  }
  return same;
}

enum status cues_collide(struct cue *cues, size_t count, int64_t begin,
                         int64_t end)
{
  assert(begin <= end);
  if (count == 0) {
    return STATUS_OK;
  }
  struct taken *memory = calloc(count, 3 * sizeof(*memory));
  if (!memory) {
    return STATUS_NO_MEMORY;
  }
  struct table table = {.items = memory};
  const struct taken span = {.begin = begin, .end = end};
  qsort(cues, count, sizeof(*cues), compare_cues);
  for (size_t done = 0; done < count;) {
    const size_t same = count_rank(cues + done, count - done);
    struct table placed = {.items = memory + count};
    place_rank(&table, cues + done, same, span, &placed);
    merge(&table, &placed, memory + 2 * count);
    done += same;
  }
  free(memory);
  return STATUS_OK;
}
