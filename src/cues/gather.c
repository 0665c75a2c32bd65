/* From items in their places to the events of a timetable. */

#include "cues/gather.h"

#include "cues/breaths.h"
#include "cues/span_cues.h"
#include "plan/amount.h"
#include "timing/lengths.h"

#include <math.h>

static enum status gather_beats(const struct item *item, struct events *events)
{
  enum status status = STATUS_OK;
  for (size_t i = 0; i < item->beats.count && status == STATUS_OK; i++) {
    const struct beat *beat = &item->beats.items[i];
    if (!beat->sound.clip) {
      continue;
    }
    struct event event = event_from_item(
        item, beat->kind,
        item->start_frame + frames_from_seconds(beat->at) + beat->after_frames,
        beat->sound.clip->frames, &beat->sound);
    event.side = beat->side;
    event.place.line = beat->line;
    event.place.sentence = (uint32_t)i;
    status = events_add(events, &event);
  }
  return status;
}

static enum status gather_breathing(const struct narrator *narrator,
                                    const struct item *item,
                                    struct events *events)
{
  struct breath_word words[BREATH_WORDS_MAX];
  size_t word_count = 0;
  const int64_t count =
      llround(item->seconds / breathing_cycle(&item->breathing));
  enum status status = breaths_gather(narrator, item, &item->breathing, count,
                                      events, words, &word_count);
  for (size_t i = 0; i < word_count && status == STATUS_OK; i++) {
    const struct event event =
        event_from_item(item, EVENT_CUE, words[i].start_frame,
                        words[i].sound.clip->frames, &words[i].sound);
    status = events_add(events, &event);
  }
  return status;
}

static struct event plain_event(const struct item *item)
{
  struct event event = event_from_item(item, item->event, item->start_frame,
                                       item->frames, &item->sound);
  if (item->kind == ITEM_BED) {
    event.bed_gain = item->bed.gain;
  }
  if (item->event == EVENT_WAIT) {
    event.has_limit = item->wait.has_limit;
  }
  return event;
}

static void warn_of_overrun(const struct narrator *narrator,
                            const struct item *slot)
{
  const int64_t wanted = frames_from_seconds(slot->seconds);
  if (slot->frames > wanted) {
    report_warning(narrator->scope.values->diagnostics, slot->where,
                   "What is within this takes %s, longer than the %s it was "
                   "given, and so it lasts that long.",
                   amount_of_frames(slot->frames).text,
                   amount_of(slot->seconds).text);
  }
}

static enum status gather_item(const struct narrator *narrator,
                               const struct item *item, struct events *events)
{
  const struct event event = plain_event(item);
  enum status status = STATUS_OK;
  switch (item->kind) {
  case ITEM_SPEECH:
  case ITEM_STRIKE:
  case ITEM_SOUND:
  case ITEM_BED:
  case ITEM_SILENCE:
    return events_add(events, &event);
  case ITEM_SLOT:
    warn_of_overrun(narrator, item);
    return events_add(events, &event);
  case ITEM_SPAN:
    status = events_add(events, &event);
    return status == STATUS_OK ? span_cues_gather(narrator, item, events)
                               : status;
  case ITEM_BEATS:
    return gather_beats(item, events);
  case ITEM_BREATHE:
    return gather_breathing(narrator, item, events);
  case ITEM_SLOT_END:
  case ITEM_STEP:
  case ITEM_SKIPPED:
  case ITEM_DESCRIBED:
    break;
  }
  return status;
}

static enum status report_too_many(const struct narrator *narrator,
                                   struct location where)
{
  return report_error(narrator->scope.values->diagnostics, where,
                      "A session holds %d cues and sentences at most, and this "
                      "one holds more.",
                      CUES_MAX);
}

enum status events_gather(const struct narrator *narrator,
                          const struct items *items, struct events *events)
{
  struct narrator speaking = *narrator;
  enum status result = STATUS_OK;
  size_t repeated = 0;
  for (size_t i = 0; i < items->count; i++) {
    const struct item *item = &items->items[i];
    /* Fitting may have made the span longer than the author did. */
    if (item->kind == ITEM_SPAN) {
      repeated += span_repeated_cues(item->span, item->seconds);
    }
    if (repeated > CUES_MAX) {
      return report_too_many(narrator, item->where);
    }
    speaking.speech = item->speech;
    const enum status status = gather_item(&speaking, item, events);
    if (status != STATUS_OK && status != STATUS_BAD_ROUTINE) {
      return status;
    }
    result = status != STATUS_OK ? status : result;
    if (events->count > CUES_MAX) {
      return report_too_many(narrator, item->where);
    }
  }
  return result;
}
