/* Questions about a place in a score, answered by bisection. */

#include "mix/lookup.h"

#include <assert.h>

static_assert(offsetof(struct score_span, start_frame) == 0 &&
                  offsetof(struct score_bed, start_frame) == 0 &&
                  offsetof(struct score_breath, start_frame) == 0 &&
                  offsetof(struct score_wait, start_frame) == 0 &&
                  offsetof(struct duck_point, frame) == 0,
              "items begin with the frame they are sorted by");

/* How many of `count` items of `size` bytes start at `frame` or before. */
static size_t started(const void *items, size_t count, size_t size,
                      int64_t frame)
{
  const char *bytes = items;
  size_t low = 0;
  size_t high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int64_t start =
        *(const int64_t *)(const void *)(bytes + middle * size);
    if (start <= frame) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

size_t lookup_clip(const struct score *score, int64_t frame)
{
  return score
             ? started(score->reach, score->clip_count, sizeof(int64_t), frame)
             : 0;
}

int64_t lookup_gap(const struct score *score, int64_t frame)
{
  if (!score) {
    return frame;
  }
  const size_t begun = started(score->spans, score->span_count,
                               sizeof(struct score_span), frame - 1);
  const int64_t end = begun ? score->spans[begun - 1].end_frame : frame;
  return end > frame ? end : frame;
}

const struct score_bed *lookup_bed(const struct score *score, int64_t frame)
{
  const size_t begun = score ? started(score->beds, score->bed_count,
                                       sizeof(struct score_bed), frame)
                             : 0;
  return begun ? &score->beds[begun - 1] : NULL;
}

const struct score_breath *lookup_breath(const struct score *score,
                                         int64_t frame)
{
  const size_t begun = score ? started(score->breaths, score->breath_count,
                                       sizeof(struct score_breath), frame)
                             : 0;
  if (!begun || score->breaths[begun - 1].end_frame <= frame) {
    return NULL;
  }
  return &score->breaths[begun - 1];
}

const struct score_wait *lookup_wait(const struct score *score, int64_t frame)
{
  if (!score || !score->wait_count) {
    return NULL;
  }
  const size_t begun = started(score->waits, score->wait_count,
                               sizeof(struct score_wait), frame);
  if (begun && score->waits[begun - 1].end_frame > frame) {
    return &score->waits[begun - 1];
  }
  return begun < score->wait_count ? &score->waits[begun] : NULL;
}

float lookup_duck_db(const struct score *score, int64_t frame)
{
  const size_t begun = score ? started(score->ducks, score->duck_count,
                                       sizeof(struct duck_point), frame)
                             : 0;
  if (!begun || begun == score->duck_count) {
    return 0.0f;
  }
  const struct duck_point *from = &score->ducks[begun - 1];
  const struct duck_point *to = &score->ducks[begun];
  const float share =
      (float)(frame - from->frame) / (float)(to->frame - from->frame);
  return from->gain_db + (to->gain_db - from->gain_db) * share;
}
