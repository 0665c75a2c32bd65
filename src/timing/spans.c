/* Holds and rests. */

#include "plan/amount.h"
#include "timing/lengths.h"
#include "timing/unroll.h"

enum status unroll_check_every(struct unroll *unroll, double every,
                               double length, int64_t frames,
                               struct location where)
{
  if (length / every > CUES_MAX) {
    return report_error(
        unroll->diagnostics, where,
        "A span holds %d cues at most, and a cue every %s in %s "
        "is more than that.",
        CUES_MAX, amount_of(every).text, amount_of(length).text);
  }
  if (every >= length) {
    report_warning(unroll->diagnostics, where,
                   "This cue never sounds: it comes every %s, and the span "
                   "lasts %s.",
                   amount_of(every).text, amount_of(length).text);
  } else if (seconds_from_frames(frames) > every) {
    return report_error(unroll->diagnostics, where,
                        "More cues than fit: one takes %s and there is one "
                        "every %s.",
                        amount_of_frames(frames).text, amount_of(every).text);
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
    status = scope_read_stretch(&unroll->narrator.scope, duration, &every);
    if (status == STATUS_OK) {
      status = unroll_check_every(unroll, every.seconds, length, frames,
                                  duration->where);
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
  const enum status status = scope_read_count(
      &unroll->narrator.scope, &cues->countdown, CUES_MAX, &from);
  if (status != STATUS_OK) {
    return status;
  }
  if ((double)from > length) {
    return report_error(unroll->diagnostics, cues->countdown.where,
                        "More cues than fit: a countdown from %lld takes %s, "
                        "and the hold lasts %s.",
                        (long long)from, amount_of((double)from).text,
                        amount_of(length).text);
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

enum status unroll_add_span(struct unroll *unroll, struct item *item,
                            const struct span *span)
{
  const enum status status = unroll_count_cues(
      unroll, span_repeated_cues(span, item->stretch.seconds), item->where);
  if (status != STATUS_OK) {
    return status;
  }
  struct span *kept = arena_take(&unroll->items->arena, sizeof(*kept));
  if (!kept) {
    return STATUS_NO_MEMORY;
  }
  *kept = *span;
  item->span = kept;
  return unroll_add_item(unroll, item);
}

enum status unroll_hold(struct unroll *unroll, const struct statement *hold)
{
  struct span span = {0};
  struct stretch stretch;
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &hold->hold.duration, &stretch);
  if (status == STATUS_OK) {
    status = read_hold_cues(unroll, &hold->hold.cues, stretch.seconds, &span);
  }
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, hold);
  }
  if (status != STATUS_OK) {
    return status;
  }
  apply_wishes(unroll->options, &span);
  struct item item = unroll_make_item(unroll, ITEM_SPAN, EVENT_HOLD, hold);
  item.stretch = stretch;
  return unroll_add_span(unroll, &item, &span);
}

/* Nothing comes between the last round and what follows it. */
static bool is_left_out(const struct unroll *unroll,
                        const struct statement *rest)
{
  const struct scope *scope = &unroll->narrator.scope;
  return rest->rest.between_rounds && scope->round == scope->rounds;
}

/* A rest says "Rest." and what comes next, and has other cues only where they
   are asked for. */
static enum status read_rest(struct unroll *unroll,
                             const struct statement *rest,
                             struct stretch *stretch, struct span *span)
{
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &rest->rest.duration, stretch);
  if (status == STATUS_OK && rest->rest.cues.given) {
    status = read_hold_cues(unroll, &rest->rest.cues, stretch->seconds, span);
  }
  apply_wishes(unroll->options, span);
  span->is_rest = true;
  return status;
}

enum status unroll_rest(struct unroll *unroll, const struct statement *rest)
{
  struct span span = {0};
  struct stretch stretch;
  if (is_left_out(unroll, rest)) {
    return STATUS_OK;
  }
  enum status status = read_rest(unroll, rest, &stretch, &span);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, rest);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item = unroll_make_item(unroll, ITEM_SPAN, EVENT_REST, rest);
  item.stretch = stretch;
  status = unroll_add_span(unroll, &item, &span);
  unroll->log->pending.rest = unroll->items->count - 1;
  unroll->log->pending.rest_round = unroll->narrator.scope.round;
  return status;
}
