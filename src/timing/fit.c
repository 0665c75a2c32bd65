/* Making a session last as long as was asked. */

#include "timing/fit.h"

#include "base/frames.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* Halvings of the factor: enough to tell two frames of a day apart. */
#define HALVINGS 48

struct search {
  struct items *items;
  int64_t end_mark_frames;
  int64_t target;
  double least, most; /* factors beyond which nothing changes */
  size_t breathings;
};

static int64_t total(const struct search *search, const struct scale *scale)
{
  schedule_scale(search->items, scale);
  return schedule_run(search->items, search->end_mark_frames);
}

static void find_limits(struct search *search)
{
  search->least = 1;
  search->most = 1;
  for (size_t i = 0; i < search->items->count; i++) {
    const struct stretch *stretch = &search->items->items[i].stretch;
    if (stretch->seconds <= 0 || stretch->least == stretch->most) {
      continue;
    }
    search->least = fmin(search->least, stretch->least / stretch->seconds);
    search->most = fmax(search->most, stretch->most / stretch->seconds);
    search->breathings += stretch->cycle > 0;
  }
}

static bool is_met(const struct search *search, int64_t frames)
{
  return llabs(frames - search->target) <= FRAME_RATE;
}

/* Moves `factor`, a member of `scale`, to the largest for which the session is
   not too long, or to the least of all. */
static int64_t settle(const struct search *search, struct scale *scale,
                      double *factor, bool breaths_too)
{
  double low = search->least;
  double high = search->most;
  *factor = high;
  scale->breath_factor = breaths_too ? high : scale->breath_factor;
  if (total(search, scale) <= search->target) {
    low = high;
  }
  for (int i = 0; i < HALVINGS && low < high; i++) {
    *factor = (low + high) / 2;
    scale->breath_factor = breaths_too ? *factor : scale->breath_factor;
    if (total(search, scale) <= search->target) {
      low = *factor;
    } else {
      high = *factor;
    }
  }
  *factor = low;
  scale->breath_factor = breaths_too ? low : scale->breath_factor;
  return total(search, scale);
}

/* How many breathings need one breath more for the rest to be able to absorb
   what is left; all of them if that is not enough. */
static size_t find_more_breaths(const struct search *search, struct scale scale)
{
  size_t low = 0;
  size_t high = search->breathings;
  scale.factor = search->most;
  while (low < high) {
    scale.more_breaths = low + (high - low) / 2;
    if (total(search, &scale) >= search->target) {
      high = scale.more_breaths;
    } else {
      low = scale.more_breaths + 1;
    }
  }
  return low;
}

static int64_t choose(const struct search *search, struct scale *scale)
{
  settle(search, scale, &scale->factor, true);
  int64_t frames = settle(search, scale, &scale->factor, false);
  if (!is_met(search, frames) && frames < search->target) {
    scale->more_breaths = find_more_breaths(search, *scale);
    frames = settle(search, scale, &scale->factor, false);
  }
  if (frames > search->target + FRAME_RATE && scale->more_breaths > 0) {
    scale->more_breaths--;
    frames = settle(search, scale, &scale->factor, false);
  }
  return frames;
}

bool fit_find(struct items *items, int64_t end_mark_frames, int64_t target,
              struct fit *fit)
{
  assert(target > 0);
  struct search search = {
      .items = items, .end_mark_frames = end_mark_frames, .target = target};
  find_limits(&search);
  struct scale scale = {.factor = search.least, .breath_factor = search.least};
  fit->shortest_frames = total(&search, &scale);
  scale = (struct scale){.factor = search.most, .breath_factor = search.most};
  fit->longest_frames = total(&search, &scale);
  fit->scale = (struct scale){.factor = 1, .breath_factor = 1};
  fit->frames = choose(&search, &fit->scale);
  return is_met(&search, fit->frames);
}
