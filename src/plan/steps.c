/* Steps, and what is announced when something new begins. */

#include "base/vector.h"
#include "plan/timing.h"
#include "plan/unroll.h"

#include <stdio.h>
#include <string.h>

static const struct location nowhere;

uint32_t file_index(const struct script *script, const struct source *source)
{
  uint32_t index = 0;
  for (const struct routine *routine = script->main; source && routine;
       routine = routine->next, index++) {
    if (routine->source == source) {
      return index;
    }
  }
  return 0;
}

struct item make_item(const struct unroll *unroll, enum item_kind kind,
                      enum event_kind event, const struct statement *statement)
{
  const struct pending *pending = unroll->pending;
  const struct location where = statement ? statement->where : nowhere;
  return (struct item){
      .kind = kind,
      .event = event,
      .side = unroll->side,
      .step = pending->step == NO_STEP ? 0 : pending->step,
      .manner = unroll->manner,
      .where = where,
      .place = {.file = file_index(unroll->script, where.source),
                .line = location_line(where),
                .pass = unroll->pass},
  };
}

enum status count_cues(struct unroll *unroll, size_t count,
                       struct location where)
{
  const bool told = *unroll->cues > CUES_MAX;
  *unroll->cues += count;
  if (*unroll->cues <= CUES_MAX) {
    return STATUS_OK;
  }
  if (told) {
    return STATUS_BAD_ROUTINE;
  }
  return report_error(unroll->diagnostics, where,
                      "A session holds %d cues and sentences at most, and this "
                      "one holds more.",
                      CUES_MAX);
}

enum status add_item(struct unroll *unroll, const struct item *item)
{
  const enum status status = count_cues(unroll, 1, item->where);
  if (status != STATUS_OK) {
    return status;
  }
  return items_add(unroll->items, item) ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status announce(struct unroll *unroll, const char *text,
                     const struct statement *statement)
{
  struct item item = make_item(unroll, ITEM_SPEECH, EVENT_ANNOUNCE, statement);
  const enum status status = utter(unroll, text, item.where, &item.sound);
  return status == STATUS_OK && item.sound.clip ? add_item(unroll, &item)
                                                : status;
}

static enum status add_changeover(struct unroll *unroll,
                                  const struct statement *statement)
{
  struct item item = make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, statement);
  item.stretch = (struct stretch){.seconds = CHANGEOVER_SECONDS,
                                  .least = CHANGEOVER_SECONDS,
                                  .most = CHANGEOVER_SECONDS};
  return add_item(unroll, &item);
}

static const char *side_words(const struct unroll *unroll)
{
  const struct phrases *phrases = unroll->manner->phrases;
  return unroll->side == SIDE_LEFT ? phrase(phrases, "left side")
                                   : phrase(phrases, "right side");
}

/* The step's name with its side: "Knee to chest, left side." */
static void append_step(const struct unroll *unroll, const char *name,
                        struct text *out)
{
  text_append(out, name);
  if (unroll->side != SIDE_NONE) {
    text_append(out, ", ");
    text_append(out, side_words(unroll));
  }
}

static enum status fill_rest(struct unroll *unroll, const char *next,
                             bool is_named)
{
  struct pending *pending = unroll->pending;
  if (pending->rest == SIZE_MAX) {
    return STATUS_OK;
  }
  const char *kept = arena_copy(&unroll->items->arena, next, strlen(next));
  struct item *rest = &unroll->items->items[pending->rest];
  struct span *span = arena_take(&unroll->items->arena, sizeof(*span));
  if (!kept || !span) {
    return STATUS_NO_MEMORY;
  }
  *span = *rest->span;
  span->next = kept;
  span->next_is_named = is_named;
  rest->span = span;
  pending->rest = SIZE_MAX;
  return STATUS_OK;
}

/* Tells a rest what comes next: "Next: right side." */
static enum status fill_rest_with(struct unroll *unroll, const char *what)
{
  if (unroll->pending->rest == SIZE_MAX) {
    return STATUS_OK;
  }
  struct text next = {0};
  text_append_format(&next, phrase(unroll->manner->phrases, "Next: %s."), what);
  const enum status status = next.status == STATUS_OK
                                 ? fill_rest(unroll, text_string(&next), true)
                                 : STATUS_NO_MEMORY;
  text_finish(&next);
  return status;
}

static enum status add_step(struct unroll *unroll, const char *name,
                            bool announced, const struct statement *statement)
{
  struct items *items = unroll->items;
  if (!vector_reserve(&items->steps, items->step_count, &items->step_capacity,
                      sizeof(*items->steps))) {
    return STATUS_NO_MEMORY;
  }
  unroll->pending->step = (uint32_t)items->step_count;
  unroll->pending->resumed_step = NO_STEP;
  struct item item = make_item(unroll, ITEM_STEP, EVENT_ANNOUNCE, statement);
  item.step_start.announced = announced;
  const enum status status = add_item(unroll, &item);
  if (status == STATUS_OK) {
    items->steps[items->step_count++] = (struct step){.name = name,
                                                      .side = unroll->side,
                                                      .round = unroll->round,
                                                      .place = item.place};
  }
  return status;
}

/* What no step has named yet: all sides and rounds of it. */
static enum status add_beginning(struct unroll *unroll,
                                 const struct statement *statement)
{
  struct unroll outside = *unroll;
  outside.side = SIDE_NONE;
  outside.round = 0;
  return add_step(&outside, phrase(unroll->manner->phrases, "Beginning"), false,
                  statement);
}

/* Names the side before the first thing that happens on it. */
static enum status touch_side(struct unroll *unroll)
{
  struct pending *pending = unroll->pending;
  const struct statement *statement = pending->side_statement;
  const struct phrases *phrases = unroll->manner->phrases;
  const bool left = unroll->side == SIDE_LEFT;
  enum status status = fill_rest_with(unroll, side_words(unroll));
  if (status == STATUS_OK) {
    status = announce(unroll,
                      left ? phrase(phrases, "Left side.")
                           : phrase(phrases, "Right side."),
                      statement);
  }
  if (status == STATUS_OK && pending->changeover) {
    status = add_changeover(unroll, statement);
  }
  pending->side = false;
  return status;
}

static enum status touch_rest(struct unroll *unroll)
{
  if (unroll->pending->rest == SIZE_MAX) {
    return STATUS_OK;
  }
  const struct phrases *phrases = unroll->manner->phrases;
  if (unroll->round == 0 || unroll->round == unroll->pending->rest_round) {
    return fill_rest(unroll, phrase(phrases, "Get ready."), false);
  }
  char what[64];
  snprintf(what, sizeof(what), phrase(phrases, "round %d"), unroll->round);
  return fill_rest_with(unroll, what);
}

enum status touch(struct unroll *unroll, const struct statement *statement)
{
  struct pending *pending = unroll->pending;
  enum status status = STATUS_OK;
  if (pending->step == NO_STEP) {
    status = add_beginning(unroll, statement);
  } else if (pending->resumed_step != NO_STEP) {
    status = add_step(unroll, unroll->items->steps[pending->resumed_step].name,
                      false, statement);
  }
  if (status == STATUS_OK && pending->side) {
    status = touch_side(unroll);
  }
  return status == STATUS_OK ? touch_rest(unroll) : status;
}

static enum status announce_step(struct unroll *unroll, const char *name,
                                 const struct statement *statement)
{
  struct text text = {0};
  text_append_format(&text, phrase(unroll->manner->phrases, "Step %u."),
                     (unsigned)unroll->items->step_count);
  text_append(&text, " ");
  append_step(unroll, name, &text);
  text_append(&text, ".");
  const enum status status =
      text.status == STATUS_OK ? announce(unroll, text_string(&text), statement)
                               : STATUS_NO_MEMORY;
  text_finish(&text);
  return status;
}

static enum status fill_rest_with_step(struct unroll *unroll, const char *name)
{
  struct text text = {0};
  append_step(unroll, name, &text);
  const enum status status = text.status == STATUS_OK
                                 ? fill_rest_with(unroll, text_string(&text))
                                 : STATUS_NO_MEMORY;
  text_finish(&text);
  return status;
}

enum status begin_step(struct unroll *unroll, const char *name,
                       const struct statement *statement)
{
  struct pending *pending = unroll->pending;
  enum status status = fill_rest_with_step(unroll, name);
  if (status == STATUS_OK) {
    status = add_step(unroll, name, true, statement);
  }
  if (status == STATUS_OK) {
    status = announce_step(unroll, name, statement);
  }
  if (status == STATUS_OK && pending->side && pending->changeover) {
    status = add_changeover(unroll, pending->side_statement);
  }
  pending->side = false;
  unroll->named_step = pending->step;
  return status;
}
