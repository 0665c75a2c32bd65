/* Counts and paced breathing, and the beats of whatever counts. */

#include "timing/lengths.h"
#include "timing/unroll.h"

#include <math.h>

enum status unroll_take_beats(struct unroll *unroll,
                              const struct statement *statement, int64_t count,
                              struct beat **beats)
{
  const enum status status =
      unroll_count_cues(unroll, (size_t)count, statement->where);
  if (status != STATUS_OK) {
    return status;
  }
  *beats = arena_take_array(&unroll->items->arena, (size_t)count,
                            sizeof(struct beat));
  return *beats ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status unroll_add_beats(struct unroll *unroll,
                             const struct statement *statement,
                             const struct beat *beats, size_t count,
                             double seconds)
{
  struct item item =
      unroll_make_item(unroll, ITEM_BEATS, EVENT_COUNT, statement);
  item.beats.items = beats;
  item.beats.count = count;
  item.stretch = stretch_fixed(seconds);
  if (seconds > SESSION_SECONDS_MAX) {
    return scope_report_too_long(&unroll->narrator.scope, item.where, seconds);
  }
  return unroll_add_item(unroll, &item);
}

/* --- count --- */

static enum status fill_count(struct unroll *unroll,
                              const struct statement *statement, int64_t count,
                              double every, struct beat *beats)
{
  const struct allowance room = {.frames = frames_from_seconds(every),
                                 .name = "its place",
                                 .where = statement->where};
  enum status status = STATUS_OK;
  for (int64_t i = 0; status == STATUS_OK && i < count; i++) {
    beats[i] = (struct beat){.at = (double)i * every,
                             .kind = EVENT_COUNT,
                             .side = unroll->narrator.scope.side,
                             .line = location_line(statement->where)};
    status = narrator_speak_number(&unroll->narrator, i + 1,
                                   count >= LONG_COUNT, &room, &beats[i].sound);
  }
  return status;
}

enum status unroll_count(struct unroll *unroll, const struct statement *count)
{
  int64_t times;
  struct stretch every;
  enum status status = scope_read_count(&unroll->narrator.scope,
                                        &count->count.count, CUES_MAX, &times);
  if (status == STATUS_OK) {
    status = scope_read_stretch(&unroll->narrator.scope, &count->count.every,
                                &every);
  }
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, count);
  }
  struct beat *beats = NULL;
  if (status == STATUS_OK) {
    status = unroll_take_beats(unroll, count, times, &beats);
  }
  if (status == STATUS_OK) {
    status = fill_count(unroll, count, times, every.seconds, beats);
  }
  return status == STATUS_OK
             ? unroll_add_beats(unroll, count, beats, (size_t)times,
                                (double)times * every.seconds)
             : status;
}

/* --- breathe --- */

enum status unroll_read_breathing(struct unroll *unroll,
                                  const struct statement *breathe,
                                  struct breathing *breathing)
{
  struct scope *scope = &unroll->narrator.scope;
  enum status status =
      scope_read_pattern(scope, &breathe->breathe.pattern, &breathing->first);
  breathing->last = breathing->first;
  if (status == STATUS_OK && breathe->breathe.has_becoming) {
    status =
        scope_read_pattern(scope, &breathe->breathe.becoming, &breathing->last);
  }
  if (status == STATUS_OK) {
    scope->breath = breathing_at(breathing, 0.5);
  }
  return status;
}

static enum status read_breathing(struct unroll *unroll,
                                  const struct statement *breathe,
                                  struct breathing *breathing,
                                  struct stretch *stretch)
{
  enum status status = unroll_read_breathing(unroll, breathe, breathing);
  if (status != STATUS_OK) {
    return status;
  }
  const double cycle = breathing_cycle(breathing);
  status = breathe->breathe.has_breaths
               ? scope_read_breaths(&unroll->narrator.scope,
                                    &breathe->breathe.breaths, stretch)
               : scope_read_stretch(&unroll->narrator.scope,
                                    &breathe->breathe.duration, stretch);
  if (status != STATUS_OK) {
    return status;
  }
  const bool stays = stretch->least == stretch->most;
  stretch->cycle = cycle;
  stretch->seconds = ceil(stretch->seconds / cycle - 1e-9) * cycle;
  if (stays) {
    stretch->least = stretch->most = stretch->seconds;
  }
  return STATUS_OK;
}

enum status unroll_breathe(struct unroll *unroll,
                           const struct statement *breathe)
{
  struct stretch stretch;
  struct breathing breathing = {0};
  enum status status = read_breathing(unroll, breathe, &breathing, &stretch);
  unroll->narrator.scope.breath = breathing.last;
  if (status == STATUS_OK && stretch.seconds > SESSION_SECONDS_MAX) {
    status = scope_report_too_long(&unroll->narrator.scope, breathe->where,
                                   stretch.seconds);
  }
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, breathe);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item =
      unroll_make_item(unroll, ITEM_BREATHE, EVENT_BREATH_IN, breathe);
  item.stretch = stretch;
  item.breathing = breathing;
  return unroll_add_item(unroll, &item);
}
