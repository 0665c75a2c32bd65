/* The cues of one span on their way from wishes to events. */

#include "cues/cue_list.h"

#include "base/vector.h"
#include "plan/amount.h"
#include "timing/lengths.h"

#include <math.h>
#include <stdlib.h>

void cue_list_finish(struct cue_list *list)
{
  free(list->cues);
  free(list->contents);
}

enum status cue_list_add(struct cue_list *list, enum rank rank, int64_t offset,
                         const struct cue_content *content)
{
  if (content->sounds.count == 0) {
    return STATUS_OK;
  }
  if (!vector_reserve(&list->cues, list->count, &list->capacity,
                      sizeof(*list->cues)) ||
      !vector_reserve(&list->contents, list->content_count,
                      &list->content_capacity, sizeof(*list->contents))) {
    return STATUS_NO_MEMORY;
  }
  list->cues[list->count++] =
      (struct cue){.rank = rank,
                   .wanted_frame = list->item->start_frame + offset,
                   .frames = content->sounds.frames,
                   .order = list->content_count};
  list->contents[list->content_count++] = *content;
  return STATUS_OK;
}

/* Moves the one sound of a cue to where it outlasts the list's making. */
static enum status keep_sound(struct cue_list *list,
                              struct cue_content *content)
{
  struct sound *kept =
      arena_take(list->narrator->scope.values->arena, sizeof(*kept));
  if (!kept) {
    return STATUS_NO_MEMORY;
  }
  *kept = *content->sounds.items;
  content->sounds.items = kept;
  return STATUS_OK;
}

enum status cue_list_add_sound(struct cue_list *list, enum rank rank,
                               int64_t offset, enum event_kind kind,
                               const struct sound *sound)
{
  const int64_t clip_frames = sound->clip ? sound->clip->frames : 0;
  struct cue_content content = {
      .kind = kind,
      .sounds = {.items = sound,
                 .count = sound->clip ? 1 : 0,
                 .frames = kind == EVENT_CHIME ? STRIKE_SETTLES : clip_frames},
      .where = list->item->where};
  const enum status status = keep_sound(list, &content);
  return status == STATUS_OK ? cue_list_add(list, rank, offset, &content)
                             : status;
}

enum status cue_list_add_phrase(struct cue_list *list, enum rank rank,
                                int64_t offset, enum event_kind kind,
                                const char *text)
{
  struct sound sound;
  const enum status status =
      narrator_speak(list->narrator, text, list->item->where, &sound);
  return status == STATUS_OK
             ? cue_list_add_sound(list, rank, offset, kind, &sound)
             : status;
}

/* Two cues of the author's that would speak at once are the author's to mend,
   unless it was fitting that pushed them together. */
static enum status check_overlaps(struct cue_list *list)
{
  const struct item *item = list->item;
  const struct cue *last = NULL;
  enum status status = STATUS_OK;
  for (size_t i = 0; i < list->count; i++) {
    const struct cue *cue = &list->cues[i];
    if (cue->rank != RANK_AUTHOR_AT ||
        item->seconds < item->stretch.seconds - 1e-9) {
      continue;
    }
    if (last && last->wanted_frame + last->frames > cue->wanted_frame) {
      const struct cue_content *content = &list->contents[cue->order];
      const struct cue_content *other = &list->contents[last->order];
      status = report_error(
          list->narrator->scope.values->diagnostics, content->where,
          "This cue begins at %s of the span, and the cue of line %u still "
          "sounds until %s.",
          amount_of_frames(cue->wanted_frame - item->start_frame).text,
          location_line(other->where),
          amount_of_frames(last->wanted_frame + last->frames -
                           item->start_frame)
              .text);
    }
    last = cue;
  }
  return status;
}

/* A tenth of a second, to which amounts are told. */
#define LEAST_TOLD (FRAME_RATE / 10)

static void warn_of(struct cue_list *list, const struct cue *cue)
{
  const struct cue_content *content = &list->contents[cue->order];
  const int64_t shift = llabs(cue->start_frame - cue->wanted_frame);
  const struct amount at =
      amount_of_frames(cue->wanted_frame - list->item->start_frame);
  if (!narrator_is_news(list->narrator, content->where, cue->dropped + 1)) {
    return;
  }
  if (cue->dropped) {
    report_warning(list->narrator->scope.values->diagnostics, content->where,
                   "The cue \"%s\" at %s is left out, because there is no "
                   "room for it beside what matters more.",
                   brief_of(content->sounds.items[0].text).text, at.text);
  } else {
    report_warning(
        list->narrator->scope.values->diagnostics, content->where,
        "The cue \"%s\" at %s is moved by %s, because something that matters "
        "more sounds then.",
        brief_of(content->sounds.items[0].text).text, at.text,
        amount_of_frames(shift > LEAST_TOLD ? shift : LEAST_TOLD).text);
  }
}

/* Numbers that count a span down are no instructions: 3 dB under those. */
#define COUNTDOWN_GAIN 0.70794578F

static enum status sound_cue(const struct cue_list *list, const struct cue *cue,
                             struct events *events)
{
  const struct cue_content *content = &list->contents[cue->order];
  int64_t at = cue->start_frame;
  enum status status = STATUS_OK;
  for (size_t i = 0; i < content->sounds.count && status == STATUS_OK; i++) {
    const struct sound *sound = &content->sounds.items[i];
    struct event event = event_from_item(list->item, content->kind, at,
                                         sound->clip->frames, sound);
    event.place.line = location_line(content->where);
    event.place.sentence = (uint32_t)i;
    event.gain = content->kind == EVENT_COUNT ? COUNTDOWN_GAIN : event.gain;
    status = events_add(events, &event);
    at += sound->clip->frames + SENTENCE_GAP;
  }
  return status;
}

enum status cue_list_sound(struct cue_list *list, struct events *events)
{
  const struct item *item = list->item;
  enum status status = cues_collide(list->cues, list->count, item->start_frame,
                                    item->start_frame + item->frames);
  if (status == STATUS_OK) {
    status = check_overlaps(list);
  }
  for (size_t i = 0; i < list->count && status == STATUS_OK; i++) {
    const struct cue *cue = &list->cues[i];
    if (cue->rank != RANK_BREATH &&
        (cue->dropped || cue->start_frame != cue->wanted_frame)) {
      warn_of(list, cue);
    }
    if (!cue->dropped) {
      status = sound_cue(list, cue, events);
    }
  }
  return status;
}
