/* Holds, rests, during and within. */

#include "plan/timing.h"
#include "plan/unroll.h"

#include <math.h>

/* An error unless a sound of `frames` can come every `every` seconds in
   `length` seconds. */
static enum status check_every(struct unroll *unroll, double every,
                               double length, int64_t frames,
                               struct location where)
{
  if (length / every > CUES_MAX) {
    return report_error(unroll->diagnostics, where,
                        "A span holds %d cues at most, and %g seconds hold "
                        "more than that every %g %s.",
                        CUES_MAX, length, every, seconds_word(every));
  }
  if (every >= length) {
    report_warning(unroll->diagnostics, where,
                   "This cue never sounds: it comes every %g %s, and the span "
                   "lasts %g %s.",
                   every, seconds_word(every), length, seconds_word(length));
  } else if (seconds_from_frames(frames) > every) {
    return report_error(unroll->diagnostics, where,
                        "More cues than fit: one takes %.1f seconds and there "
                        "is one every %g %s.",
                        seconds_from_frames(frames), every,
                        seconds_word(every));
  }
  return STATUS_OK;
}

static enum status read_every(struct unroll *unroll,
                              const struct duration *duration, double length,
                              int64_t frames, double *seconds)
{
  struct stretch every = {0};
  enum status status = STATUS_OK;
  if (duration->count > 0) {
    status = read_stretch(unroll, duration, &every);
    if (status == STATUS_OK) {
      status =
          check_every(unroll, every.seconds, length, frames, duration->where);
    }
  }
  *seconds = every.seconds;
  return status;
}

static enum status read_countdown(struct unroll *unroll,
                                  const struct hold_cues *cues, double length,
                                  int *countdown)
{
  int64_t from;
  const enum status status =
      read_count(unroll, &cues->countdown, CUES_MAX, &from);
  if (status != STATUS_OK) {
    return status;
  }
  if ((double)from > length) {
    return report_error(unroll->diagnostics, cues->countdown.where,
                        "More cues than fit: a countdown from %lld takes %lld "
                        "seconds, and the hold lasts %g %s.",
                        (long long)from, (long long)from, length,
                        seconds_word(length));
  }
  *countdown = (int)from;
  return STATUS_OK;
}

static enum status read_hold_cues(struct unroll *unroll,
                                  const struct hold_cues *cues, double length,
                                  struct span *span)
{
  enum status status = STATUS_OK;
  if (!cues->given) {
    span->by_default = true;
    span->halfway = true;
    span->countdown = DEFAULT_COUNTDOWN;
    return STATUS_OK;
  }
  span->halfway = cues->halfway;
  if (cues->has_countdown) {
    status = read_countdown(unroll, cues, length, &span->countdown);
  }
  if (status == STATUS_OK) {
    status = read_every(unroll, &cues->chime_every, length, STRIKE_SETTLES,
                        &span->chime_every);
  }
  if (status == STATUS_OK) {
    status = read_every(unroll, &cues->time_left_every, length, 0,
                        &span->time_left_every);
  }
  return status;
}

/* The listener's wishes come after the author's. */
static void apply_wishes(const struct plan_options *options, struct span *span)
{
  if (options->no_cues) {
    *span = (struct span){0};
  } else if (options->countdown >= 0 && span->countdown > 0) {
    span->countdown = options->countdown;
  }
}

static enum status add_span(struct unroll *unroll, struct item *item,
                            const struct span *span)
{
  struct span *kept = arena_take(&unroll->items->arena, sizeof(*kept));
  if (!kept) {
    return STATUS_NO_MEMORY;
  }
  *kept = *span;
  item->span = kept;
  return add_item(unroll, item);
}

enum status unroll_hold(struct unroll *unroll, const struct statement *hold)
{
  struct span span = {0};
  struct stretch stretch;
  enum status status = read_stretch(unroll, &hold->hold.duration, &stretch);
  if (status == STATUS_OK) {
    status = read_hold_cues(unroll, &hold->hold.cues, stretch.seconds, &span);
  }
  if (status == STATUS_OK) {
    status = touch(unroll, hold);
  }
  if (status != STATUS_OK) {
    return status;
  }
  apply_wishes(unroll->options, &span);
  struct item item = make_item(unroll, ITEM_SPAN, EVENT_HOLD, hold);
  item.stretch = stretch;
  return add_span(unroll, &item, &span);
}

enum status unroll_rest(struct unroll *unroll, const struct statement *rest)
{
  struct stretch stretch;
  enum status status = read_stretch(unroll, &rest->rest.duration, &stretch);
  if (status == STATUS_OK) {
    status = touch(unroll, rest);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item = make_item(unroll, ITEM_SPAN, EVENT_REST, rest);
  item.stretch = stretch;
  status = add_span(unroll, &item, &(struct span){.is_rest = true});
  unroll->pending->rest = unroll->items->count - 1;
  unroll->pending->rest_round = unroll->round;
  return status;
}

/* --- during --- */

static enum status read_action(struct unroll *unroll,
                               const struct statement *action,
                               struct timed_cue *cue)
{
  struct sound *sound = arena_take(&unroll->items->arena, sizeof(*sound));
  if (!sound) {
    return STATUS_NO_MEMORY;
  }
  cue->sounds = (struct sounds){.items = sound, .count = 1};
  switch (action->kind) {
  case STATEMENT_CHIME:
    cue->kind = EVENT_CHIME;
    return find_sound(
        unroll, action->chime.name ? action->chime.name : "interval bell",
        action->chime.name ? action->where : (struct location){0}, sound);
  case STATEMENT_SOUND:
    cue->kind = EVENT_SOUND;
    return find_sound(unroll, action->sound.name, action->where, sound);
  default:
    cue->kind = EVENT_CUE;
    return utter_words(unroll, &action->say.words, &cue->sounds);
  }
}

static void measure_cue(struct timed_cue *cue)
{
  if (cue->kind == EVENT_CHIME) {
    cue->sounds.frames = STRIKE_SETTLES;
  } else if (cue->kind == EVENT_SOUND) {
    cue->sounds.frames = cue->sounds.items->clip->frames;
  }
}

static enum status check_cue(struct unroll *unroll, const struct timed_cue *cue,
                             double length)
{
  const struct location where = cue->statement->where;
  if (cue->when == CUE_EVERY) {
    return check_every(unroll, cue->at, length, cue->sounds.frames, where);
  }
  if (cue->at > length) {
    return report_error(unroll->diagnostics, where,
                        "This cue stands at %g seconds, and the span lasts "
                        "%g %s.",
                        cue->at, length, seconds_word(length));
  }
  return STATUS_OK;
}

static enum status read_cue(struct unroll *unroll,
                            const struct statement *statement, double length,
                            struct timed_cue *cue)
{
  *cue = (struct timed_cue){.when = statement->span_cue.when,
                            .statement = statement};
  enum status status = read_action(unroll, statement->span_cue.action, cue);
  if (status == STATUS_OK && cue->when != CUE_AT_HALFWAY) {
    struct stretch at;
    status = read_stretch(unroll, &statement->span_cue.at, &at);
    cue->at = status == STATUS_OK ? at.seconds : 0;
  }
  if (status == STATUS_OK) {
    measure_cue(cue);
    status = check_cue(unroll, cue, length);
  }
  return status;
}

/* `breathe` inside during: as many breaths as fit, or fewer. */
static enum status read_running_breath(struct unroll *unroll,
                                       const struct statement *statement,
                                       struct span *span)
{
  if (span->breathe) {
    return report_error(unroll->diagnostics, statement->where,
                        "Breath runs along once in a \"during\", and it does "
                        "already.");
  }
  enum status status =
      read_pattern(unroll, &statement->breathe.pattern, &unroll->breath);
  struct stretch limit = {0};
  if (status == STATUS_OK && statement->breathe.has_breaths) {
    status = read_breaths(unroll, &statement->breathe.breaths, &limit);
  } else if (status == STATUS_OK && statement->breathe.duration.count > 0) {
    status = read_stretch(unroll, &statement->breathe.duration, &limit);
  }
  span->breathe = statement;
  span->breath = unroll->breath;
  span->breaths_most =
      (int64_t)ceil(limit.seconds / breath_cycle(&unroll->breath) - 1e-9);
  return status;
}

static size_t count_statements(const struct block *block)
{
  size_t count = 0;
  for (const struct statement *next = block->first; next; next = next->next) {
    count++;
  }
  return count;
}

static enum status read_during(struct unroll *unroll, const struct block *block,
                               double length, struct span *span)
{
  const size_t count = count_statements(block);
  enum status result = count_cues(unroll, count, block->end);
  if (result != STATUS_OK) {
    return result;
  }
  struct timed_cue *cues =
      arena_take_array(&unroll->items->arena, count, sizeof(*cues));
  if (!cues) {
    return STATUS_NO_MEMORY;
  }
  for (const struct statement *next = block->first; next; next = next->next) {
    enum status status = STATUS_OK;
    if (next->kind == STATEMENT_BREATHE) {
      status = read_running_breath(unroll, next, span);
    } else if (!unroll->options->no_cues) {
      status = read_cue(unroll, next, length, &cues[span->cue_count]);
      span->cue_count +=
          status == STATUS_OK && cues[span->cue_count].sounds.count > 0;
    }
    result = result == STATUS_OK ? status : result;
  }
  span->cues = cues;
  return result;
}

enum status unroll_during(struct unroll *unroll, const struct statement *during)
{
  struct span span = {0};
  struct stretch stretch;
  enum status status = read_stretch(unroll, &during->during.duration, &stretch);
  if (status == STATUS_OK) {
    status = touch(unroll, during);
  }
  if (status == STATUS_OK) {
    status = read_during(unroll, &during->during.body, stretch.seconds, &span);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item = make_item(unroll, ITEM_SPAN, EVENT_HOLD, during);
  item.stretch = stretch;
  return add_span(unroll, &item, &span);
}

/* --- within --- */

enum status unroll_within(struct unroll *unroll, const struct statement *within)
{
  struct stretch stretch;
  enum status status = read_stretch(unroll, &within->within.duration, &stretch);
  if (status == STATUS_OK) {
    status = touch(unroll, within);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item slot = make_item(unroll, ITEM_SLOT, EVENT_HOLD, within);
  slot.stretch = (struct stretch){.seconds = stretch.seconds,
                                  .least = stretch.seconds,
                                  .most = stretch.seconds};
  const size_t index = unroll->items->count;
  const bool outer = unroll->in_slot;
  status = add_item(unroll, &slot);
  if (status == STATUS_OK) {
    unroll->in_slot = true;
    status = unroll_block(unroll, &within->within.body);
    unroll->in_slot = outer;
  }
  if (status != STATUS_OK) {
    return status;
  }
  slot.kind = ITEM_SLOT_END;
  slot.slot.partner = index;
  return add_item(unroll, &slot);
}
