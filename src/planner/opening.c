/* What is spoken before the first statement and after the last. */

#include "plan/amount.h"
#include "planner/plan_builder.h"
#include "timing/lengths.h"

#include <string.h>

static const struct location nowhere;

static enum status add_bell(struct unroll *unroll, const char *name)
{
  struct item item = unroll_make_item(unroll, ITEM_STRIKE, EVENT_CHIME, NULL);
  const enum status status =
      narrator_find_sound(&unroll->narrator, name, nowhere, &item.sound);
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

/* A sentence that says the total, once that is known. */
static enum status add_length(struct unroll *unroll, size_t *index)
{
  static const struct clip silence;
  struct item item =
      unroll_make_item(unroll, ITEM_SPEECH, EVENT_ANNOUNCE, NULL);
  item.sound = (struct sound){.text = "", .clip = &silence, .spoken = true};
  *index = unroll->items->count;
  return unroll_add_item(unroll, &item);
}

static enum status announce_title(struct unroll *unroll)
{
  struct text title = {0};
  enum status status = narrator_append_words(
      &unroll->narrator, &unroll->narrator.scope.values->script->main->title,
      &title);
  if (status == STATUS_OK && title.length > 0) {
    const char last = title.bytes[title.length - 1];
    text_append(&title, last == '.' || last == '!' || last == '?' ? "" : ".");
    status = unroll_announce_authored(unroll, text_string(&title), NULL);
  }
  text_finish(&title);
  return status;
}

/* The sound that the listener wants under everything. */
static enum status find_wanted_bed(struct unroll *unroll, const char *name,
                                   struct sound *bed)
{
  const struct clip_source *clips = unroll->narrator.clips;
  const char *beside =
      unroll->narrator.scope.values->script->main->source->path;
  const enum status status =
      clips->sound(clips->context, name, beside, &bed->clip);
  bed->text = name;
  if (status == STATUS_OK || status == STATUS_NO_MEMORY) {
    return status;
  }
  struct text rest = {0};
  if (status == STATUS_FOREIGN_SOUND) {
    narrator_append_conversion(&unroll->narrator, name, beside, &rest);
  } else {
    text_append(&rest, "cannot be used: there is no such sound, or its file is "
                       "damaged. ");
    narrator_append_suggestion(&unroll->narrator, CLIP_NAME_SOUND, name, beside,
                               "\"supine sounds\" lists Supine's own.", &rest);
  }
  report_error(unroll->diagnostics, nowhere, "The background \"%s\" %s",
               brief_of(name).text, text_string(&rest));
  text_finish(&rest);
  return STATUS_BAD_ARGUMENT;
}

static enum status add_opening_bed(struct unroll *unroll)
{
  const char *name = unroll->options->background;
  if (!name || strcmp(name, "off") == 0) {
    return STATUS_OK;
  }
  struct item item = unroll_make_item(unroll, ITEM_BED, EVENT_BACKGROUND, NULL);
  item.bed.gain = 0.5F;
  const enum status status = find_wanted_bed(unroll, name, &item.sound);
  return status == STATUS_OK ? unroll_add_item(unroll, &item) : status;
}

static enum status settle(struct unroll *unroll)
{
  struct item item = unroll_make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, NULL);
  item.stretch = stretch_fixed(SETTLING_SECONDS);
  return unroll_add_item(unroll, &item);
}

enum status plan_builder_add_opening(struct plan_builder *builder)
{
  struct unroll *unroll = &builder->unroll;
  const enum session_opening opening = builder->values.script->main->opening;
  enum status status = add_opening_bed(unroll);
  if (status == STATUS_OK && opening == OPENING_FULL) {
    status = add_bell(unroll, "start bell");
  }
  if (status == STATUS_OK && opening != OPENING_NONE) {
    status = announce_title(unroll);
  }
  if (status == STATUS_OK && opening == OPENING_FULL) {
    status = add_length(unroll, &builder->opening_length);
  }
  return status == STATUS_OK && opening != OPENING_NONE ? settle(unroll)
                                                        : status;
}

static bool takes_time(const struct item *item)
{
  switch (item->kind) {
  case ITEM_SILENCE:
  case ITEM_SPAN:
  case ITEM_BEATS:
  case ITEM_BREATHE:
  case ITEM_SLOT_END:
    return true;
  default:
    return false;
  }
}

/* Silence that nothing ends leaves the listener waiting. */
static void check_end(struct plan_builder *builder)
{
  bool sounds = false;
  for (size_t i = 0; i < builder->items.count; i++) {
    const struct item *item = &builder->items.items[i];
    const bool heard = item->kind == ITEM_SPEECH || item->kind == ITEM_STRIKE ||
                       item->kind == ITEM_SOUND;
    sounds = heard || (sounds && !takes_time(item));
  }
  if (!sounds) {
    report_warning(builder->unroll.diagnostics,
                   builder->values.script->main->closing_where,
                   "Nothing tells the listener that this is the end. Write a "
                   "sentence or a chime as the last line.");
  }
}

enum status plan_builder_add_closing(struct plan_builder *builder)
{
  struct unroll *unroll = &builder->unroll;
  if (builder->values.script->main->no_closing) {
    check_end(builder);
    return STATUS_OK;
  }
  enum status status = add_bell(unroll, "end bell");
  if (status == STATUS_OK) {
    status = unroll_announce(
        unroll, narrator_phrase(&unroll->narrator, "Session complete."), NULL);
  }
  return status == STATUS_OK ? add_length(unroll, &builder->closing_length)
                             : status;
}

static void append_total(const struct plan_builder *builder, const char *length,
                         bool with_steps, struct text *out)
{
  const struct phrases *phrases = builder->unroll.narrator.speech->phrases;
  const size_t steps = builder->items.step_count;
  text_append(out, length);
  if (with_steps && steps > 1) {
    text_append(out, ", ");
    text_append_format(
        out, phrase_plural(phrases, "%u step", "%u steps", (int64_t)steps),
        (unsigned)steps);
  }
  text_append(out, ".");
}

static enum status say_total(struct plan_builder *builder, size_t index,
                             const char *length, bool with_steps)
{
  if (index == SIZE_MAX) {
    return STATUS_OK;
  }
  struct text text = {0};
  append_total(builder, length, with_steps, &text);
  struct item *item = &builder->items.items[index];
  enum status status = text.status;
  builder->unroll.narrator.speech = item->speech;
  struct sound total = {0};
  if (status == STATUS_OK) {
    status = narrator_speak(&builder->unroll.narrator, text_string(&text),
                            nowhere, &total);
  }
  if (status == STATUS_OK && total.clip) {
    item->sound = total;
  }
  text_finish(&text);
  return status;
}

enum status plan_builder_say_totals(struct plan_builder *builder,
                                    const char *length)
{
  const enum status status =
      say_total(builder, builder->opening_length, length, true);
  return status == STATUS_OK
             ? say_total(builder, builder->closing_length, length, false)
             : status;
}
