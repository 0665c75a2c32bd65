/* Steps, and what is announced when something new begins. */

#include "base/utf8.h"
#include "base/vector.h"
#include "timing/lengths.h"
#include "timing/unroll.h"

#include <stdio.h>
#include <string.h>

enum status unroll_announce(struct unroll *unroll, const char *text,
                            const struct statement *statement)
{
  struct item item =
      unroll_make_item(unroll, ITEM_SPEECH, EVENT_ANNOUNCE, statement);
  const enum status status =
      narrator_speak(&unroll->narrator, text, item.where, &item.sound);
  return status == STATUS_OK && item.sound.clip ? unroll_add_item(unroll, &item)
                                                : status;
}

/* The same for a name that the author gave. */
enum status unroll_announce_authored(struct unroll *unroll, const char *text,
                                     const struct statement *statement)
{
  struct item item =
      unroll_make_item(unroll, ITEM_SPEECH, EVENT_ANNOUNCE, statement);
  const enum status status =
      narrator_speak_authored(&unroll->narrator, text, item.where, &item.sound);
  return status == STATUS_OK && item.sound.clip ? unroll_add_item(unroll, &item)
                                                : status;
}

static enum status add_changeover(struct unroll *unroll,
                                  const struct statement *statement)
{
  struct item item =
      unroll_make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, statement);
  item.stretch = stretch_fixed(CHANGEOVER_SECONDS);
  return unroll_add_item(unroll, &item);
}

static const char *side_words(const struct unroll *unroll)
{
  return narrator_phrase(&unroll->narrator,
                         unroll->narrator.scope.side == SIDE_LEFT
                             ? PHRASE("left side")
                             : PHRASE("right side"));
}

/* The step's name with its side: "Knee to chest, left side." */
static void append_step(const struct unroll *unroll, const char *name,
                        struct text *out)
{
  text_append(out, name);
  if (unroll->narrator.scope.side != SIDE_NONE) {
    text_append(out, ", ");
    text_append(out, side_words(unroll));
  }
}

static enum status fill_rest(struct unroll *unroll, const char *next,
                             bool is_named)
{
  struct pending *pending = &unroll->log->pending;
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
  if (unroll->log->pending.rest == SIZE_MAX) {
    return STATUS_OK;
  }
  struct text next = {0};
  text_append_format(&next, narrator_phrase(&unroll->narrator, "Next: %s."),
                     what);
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
  unroll->log->pending.step = (uint32_t)items->step_count;
  unroll->log->pending.resumed_step = NO_STEP;
  struct item item =
      unroll_make_item(unroll, ITEM_STEP, EVENT_ANNOUNCE, statement);
  item.step_start.announced = announced;
  const enum status status = unroll_add_item(unroll, &item);
  if (status == STATUS_OK) {
    items->steps[items->step_count++] =
        (struct step){.name = name,
                      .side = unroll->narrator.scope.side,
                      .round = unroll->narrator.scope.round,
                      .place = item.place};
  }
  return status;
}

/* What no step has named yet: all sides and rounds of it. */
static enum status add_beginning(struct unroll *unroll,
                                 const struct statement *statement)
{
  struct unroll outside = *unroll;
  outside.narrator.scope.side = SIDE_NONE;
  outside.narrator.scope.round = 0;
  return add_step(&outside, narrator_phrase(&unroll->narrator, "Beginning"),
                  false, statement);
}

/* Names the side before the first thing that happens on it. */
static enum status touch_side(struct unroll *unroll)
{
  struct pending *pending = &unroll->log->pending;
  const struct statement *statement = pending->side_statement;
  const bool left = unroll->narrator.scope.side == SIDE_LEFT;
  enum status status = fill_rest_with(unroll, side_words(unroll));
  if (status == STATUS_OK) {
    status = unroll_announce(
        unroll,
        left ? narrator_phrase(&unroll->narrator, "Left side.")
             : narrator_phrase(&unroll->narrator, "Right side."),
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
  if (unroll->log->pending.rest == SIZE_MAX) {
    return STATUS_OK;
  }
  if (unroll->narrator.scope.round == 0 ||
      unroll->narrator.scope.round == unroll->log->pending.rest_round) {
    return fill_rest(unroll, narrator_phrase(&unroll->narrator, "Get ready."),
                     false);
  }
  char what[64];
  snprintf(what, sizeof(what), narrator_phrase(&unroll->narrator, "round %d"),
           unroll->narrator.scope.round);
  return fill_rest_with(unroll, what);
}

enum status unroll_announce_pending(struct unroll *unroll,
                                    const struct statement *statement)
{
  struct pending *pending = &unroll->log->pending;
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

/* Each part in the voice that can say it: "Step 2." in English, and the name as
   the author's other words. */
static enum status announce_foreign_step(struct unroll *unroll,
                                         const char *name,
                                         const struct statement *statement)
{
  const bool left = unroll->narrator.scope.side == SIDE_LEFT;
  char number[64];
  snprintf(number, sizeof(number),
           narrator_phrase(&unroll->narrator, "Step %u."),
           (unsigned)unroll->items->step_count);
  enum status status = unroll_announce(unroll, number, statement);
  if (status == STATUS_OK) {
    status = unroll_announce_authored(unroll, name, statement);
  }
  if (status == STATUS_OK && unroll->narrator.scope.side != SIDE_NONE) {
    status = unroll_announce(
        unroll,
        left ? narrator_phrase(&unroll->narrator, "Left side.")
             : narrator_phrase(&unroll->narrator, "Right side."),
        statement);
  }
  return status;
}

static enum status announce_step(struct unroll *unroll, const char *name,
                                 const struct statement *statement)
{
  if (!narrator_speaks_own_language(&unroll->narrator)) {
    return announce_foreign_step(unroll, name, statement);
  }
  struct text text = {0};
  text_append_format(&text, narrator_phrase(&unroll->narrator, "Step %u."),
                     (unsigned)unroll->items->step_count);
  text_append(&text, " ");
  append_step(unroll, name, &text);
  text_append(&text, ".");
  const enum status status =
      text.status == STATUS_OK
          ? unroll_announce(unroll, text_string(&text), statement)
          : STATUS_NO_MEMORY;
  text_finish(&text);
  return status;
}

static enum status fill_rest_with_step(struct unroll *unroll, const char *name)
{
  if (!narrator_speaks_own_language(&unroll->narrator)) {
    return fill_rest(unroll, narrator_phrase(&unroll->narrator, "Get ready."),
                     false);
  }
  struct text text = {0};
  append_step(unroll, name, &text);
  const enum status status = text.status == STATUS_OK
                                 ? fill_rest_with(unroll, text_string(&text))
                                 : STATUS_NO_MEMORY;
  text_finish(&text);
  return status;
}

enum status unroll_begin_step(struct unroll *unroll, const char *name,
                              const struct statement *statement)
{
  struct pending *pending = &unroll->log->pending;
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

/* Writes a name with a capital first letter. */
static void append_capitalised(const char *name, struct text *out)
{
  if (!*name) {
    return;
  }
  uint32_t c;
  const size_t bytes = utf8_decode(name, strnlen(name, 4), &c);
  const bool ascii = c >= 'a' && c <= 'z';
  const bool latin = c >= 0xE0 && c <= 0xFE && c != 0xF7;
  const bool cyrillic = c >= 0x430 && c <= 0x44F;
  char capital[4];
  const size_t length =
      utf8_encode(ascii || latin || cyrillic ? c - 32 : c, capital);
  text_append_bytes(out, capital, length);
  text_append(out, name + bytes);
}

enum status unroll_begin_use(struct unroll *use,
                             const struct statement *statement)
{
  struct text name = {0};
  append_capitalised(statement->use.exercise->name, &name);
  const char *kept =
      arena_copy(&use->items->arena, text_string(&name), name.length);
  const enum status status =
      kept ? unroll_begin_step(use, kept, statement) : STATUS_NO_MEMORY;
  text_finish(&name);
  return status;
}
