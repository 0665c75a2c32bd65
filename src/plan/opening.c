/* What is spoken before the first statement and after the last. */

#include "plan/plan_builder.h"
#include "plan/timing.h"

#include <string.h>

static const struct location nowhere;

static enum status add_bell(struct unroll *unroll, const char *name)
{
  struct item item = make_item(unroll, ITEM_STRIKE, EVENT_CHIME, NULL);
  const enum status status = find_sound(unroll, name, nowhere, &item.sound);
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

/* A sentence that says the total, once that is known. */
static enum status add_length(struct unroll *unroll, size_t *index)
{
  static const struct clip silence;
  struct item item = make_item(unroll, ITEM_SPEECH, EVENT_ANNOUNCE, NULL);
  item.sound = (struct sound){.text = "", .clip = &silence, .spoken = true};
  *index = unroll->items->count;
  return add_item(unroll, &item);
}

static enum status announce_title(struct unroll *unroll)
{
  struct text title = {0};
  enum status status =
      append_words(unroll, &unroll->script->main->title, &title);
  if (status == STATUS_OK && title.length > 0) {
    const char last = title.bytes[title.length - 1];
    text_append(&title, last == '.' || last == '!' || last == '?' ? "" : ".");
    status = announce(unroll, text_string(&title), NULL);
  }
  text_finish(&title);
  return status;
}

/* The sound that the listener wants under everything. */
static enum status find_wanted_bed(struct unroll *unroll, const char *name,
                                   struct sound *bed)
{
  const struct clip_source *clips = unroll->clips;
  const char *beside = unroll->script->main->source->path;
  const enum status status =
      clips->sound(clips->context, name, beside, &bed->clip);
  bed->text = name;
  if (status == STATUS_OK || status == STATUS_NO_MEMORY) {
    return status;
  }
  struct text hint = {0};
  append_suggestion(unroll, CLIP_NAME_SOUND, name,
                    unroll->script->main->source->path,
                    "\"supine sounds\" lists Supine's own.", &hint);
  report_error(unroll->diagnostics, nowhere,
               "The background \"%s\" cannot be used: there is no such sound, "
               "or its file is damaged. %s",
               brief_of(name).text, text_string(&hint));
  text_finish(&hint);
  return STATUS_BAD_ARGUMENT;
}

static enum status add_opening_bed(struct unroll *unroll)
{
  const char *name = unroll->options->background;
  if (!name || strcmp(name, "off") == 0) {
    return STATUS_OK;
  }
  struct item item = make_item(unroll, ITEM_BED, EVENT_BACKGROUND, NULL);
  item.bed.gain = 0.5F;
  const enum status status = find_wanted_bed(unroll, name, &item.sound);
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

enum status add_opening(struct making *making)
{
  struct unroll *unroll = &making->unroll;
  enum status status = add_opening_bed(unroll);
  if (status == STATUS_OK) {
    status = add_bell(unroll, "start bell");
  }
  if (status == STATUS_OK) {
    status = announce_title(unroll);
  }
  if (status == STATUS_OK) {
    status = add_length(unroll, &making->opening_length);
  }
  struct item item = make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, NULL);
  item.stretch = (struct stretch){.seconds = SETTLING_SECONDS,
                                  .least = SETTLING_SECONDS,
                                  .most = SETTLING_SECONDS};
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

enum status add_closing(struct making *making)
{
  struct unroll *unroll = &making->unroll;
  enum status status = add_bell(unroll, "end bell");
  if (status == STATUS_OK) {
    status = announce(
        unroll, phrase(unroll->manner->phrases, "Session complete."), NULL);
  }
  return status == STATUS_OK ? add_length(unroll, &making->closing_length)
                             : status;
}

static void append_total(const struct making *making, const char *length,
                         bool with_steps, struct text *out)
{
  const struct phrases *phrases = making->unroll.manner->phrases;
  const size_t steps = making->items.step_count;
  text_append(out, length);
  if (with_steps && steps > 1) {
    text_append(out, ", ");
    text_append_format(
        out, phrase_plural(phrases, "%u step", "%u steps", (int64_t)steps),
        (unsigned)steps);
  }
  text_append(out, ".");
}

static enum status say_total(struct making *making, size_t index,
                             const char *length, bool with_steps)
{
  struct text text = {0};
  append_total(making, length, with_steps, &text);
  struct item *item = &making->items.items[index];
  enum status status = text.status;
  making->unroll.manner = item->manner;
  struct sound total = {0};
  if (status == STATUS_OK) {
    status = utter(&making->unroll, text_string(&text), nowhere, &total);
  }
  if (status == STATUS_OK && total.clip) {
    item->sound = total;
  }
  text_finish(&text);
  return status;
}

enum status say_totals(struct making *making, const char *length)
{
  const enum status status =
      say_total(making, making->opening_length, length, true);
  return status == STATUS_OK
             ? say_total(making, making->closing_length, length, false)
             : status;
}
