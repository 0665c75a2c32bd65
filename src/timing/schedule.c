/* When every item of a routine comes. */

#include "timing/schedule.h"

#include "timing/lengths.h"

#include <math.h>

static int64_t later(int64_t a, int64_t b)
{
  return a > b ? a : b;
}

/* Where the next thing that sounds may begin. */
static int64_t next_sound(const struct schedule_clock *clock)
{
  return later(clock->now, later(clock->speech_rests, clock->strike_rests));
}

/* The author timed what comes next: no gap beyond it. */
static void pass_to(struct schedule_clock *clock, int64_t frame)
{
  clock->now = frame;
  clock->speech_rests = frame;
  clock->last = later(clock->last, frame);
}

static void place_speech(struct schedule_clock *clock, struct item *item)
{
  item->start_frame = next_sound(clock);
  item->frames = item->sound.clip->frames;
  pass_to(clock, item->start_frame + item->frames);
  clock->speech_rests = clock->now + SENTENCE_GAP;
}

static void place_strike(struct schedule_clock *clock, struct item *item)
{
  item->start_frame = next_sound(clock);
  item->frames = item->sound.clip->frames;
  clock->now = item->start_frame;
  clock->strike_rests = item->start_frame + STRIKE_SETTLES;
  clock->last = later(clock->last, item->start_frame + item->frames);
}

static void place_sounding(struct schedule_clock *clock, struct item *item,
                           int64_t frames)
{
  item->start_frame = next_sound(clock);
  item->frames = frames;
  pass_to(clock, item->start_frame + frames);
}

static void place_silence(struct schedule_clock *clock, struct item *item)
{
  item->start_frame = clock->now;
  item->frames = frames_from_seconds(item->seconds);
  pass_to(clock, item->start_frame + item->frames);
}

static void place_span(struct schedule_clock *clock, struct item *item,
                       int64_t end_mark_frames)
{
  item->sound_frame = next_sound(clock);
  place_silence(clock, item);
  clock->strike_rests = clock->now + STRIKE_SETTLES;
  clock->last = later(clock->last, clock->now + end_mark_frames);
}

static void place_slot(struct schedule_clock *clock, struct item *item)
{
  item->start_frame = next_sound(clock);
  item->frames = frames_from_seconds(item->seconds);
  clock->now = item->start_frame;
  clock->speech_rests = item->start_frame;
}

/* Pads the slot, or lengthens it when what is in it took longer. */
static void place_slot_end(struct schedule_clock *clock, struct item *slot,
                           struct item *end)
{
  const int64_t wanted = slot->start_frame + frames_from_seconds(slot->seconds);
  if (clock->now <= wanted) {
    pass_to(clock, wanted);
  }
  slot->frames = clock->now - slot->start_frame;
  end->start_frame = clock->now;
}

static void place_marker(const struct schedule_clock *clock, struct item *item)
{
  const bool sounds = item->kind == ITEM_STEP && item->step_start.announced;
  item->start_frame = sounds ? next_sound(clock) : clock->now;
  item->frames = 0;
}

static void place(struct schedule_clock *clock, struct items *items,
                  struct item *item, int64_t end_mark_frames)
{
  switch (item->kind) {
  case ITEM_SPEECH:
    place_speech(clock, item);
    break;
  case ITEM_STRIKE:
    place_strike(clock, item);
    break;
  case ITEM_SOUND:
    place_sounding(clock, item, item->sound.clip->frames);
    break;
  case ITEM_BEATS:
  case ITEM_BREATHE:
    place_sounding(clock, item, frames_from_seconds(item->seconds));
    break;
  case ITEM_SILENCE:
    place_silence(clock, item);
    break;
  case ITEM_SPAN:
    place_span(clock, item, end_mark_frames);
    break;
  case ITEM_SLOT:
    place_slot(clock, item);
    break;
  case ITEM_SLOT_END:
    place_slot_end(clock, &items->items[item->slot.partner], item);
    break;
  case ITEM_BED:
  case ITEM_STEP:
  case ITEM_SKIPPED:
  case ITEM_DESCRIBED:
    place_marker(clock, item);
    break;
  }
}

int64_t schedule_run(struct items *items, int64_t end_mark_frames)
{
  struct schedule_clock clock = {0};
  for (size_t i = 0; i < items->count; i++) {
    place(&clock, items, &items->items[i], end_mark_frames);
  }
  return clock.last;
}

void schedule_advance(struct items *items, size_t from,
                      struct schedule_clock *clock)
{
  for (size_t i = from; i < items->count; i++) {
    items->items[i].seconds = items->items[i].stretch.seconds;
    place(clock, items, &items->items[i], 0);
  }
}

static double clamp(double value, double least, double most)
{
  return fmin(fmax(value, least), most);
}

/* Whole breaths, at least one, within the range where it holds any. */
static double scale_breaths(const struct stretch *stretch, double factor,
                            bool one_more)
{
  const double cycle = stretch->cycle;
  const double least = fmax(ceil(stretch->least / cycle - 1e-9), 1);
  const double most = fmax(floor(stretch->most / cycle + 1e-9), least);
  const double wanted =
      floor(clamp(stretch->seconds * factor / cycle, least, most) + 1e-9);
  return clamp(wanted + (one_more ? 1 : 0), least, most) * cycle;
}

void schedule_scale(struct items *items, const struct scale *scale)
{
  size_t more = scale->more_breaths;
  for (size_t i = 0; i < items->count; i++) {
    struct item *item = &items->items[i];
    const struct stretch *stretch = &item->stretch;
    if (stretch->least == stretch->most) {
      item->seconds = stretch->seconds;
    } else if (stretch->cycle > 0) {
      item->seconds = scale_breaths(stretch, scale->breath_factor, more > 0);
      more -= more > 0;
    } else {
      item->seconds = clamp(stretch->seconds * scale->factor, stretch->least,
                            stretch->most);
    }
  }
}
