/* The cues of a span: gathered, set against each other, sounded. */

#include "base/vector.h"
#include "plan/collide.h"
#include "plan/events.h"
#include "plan/timing.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* What a cue sounds. */
struct voice_cue {
  enum event_kind kind;
  struct sounds sounds;
  struct location where;
};

/* Every cue of one span. */
struct cue_list {
  struct unroll *unroll;
  const struct item *item;
  struct cue *cues;
  size_t count, capacity;
  struct voice_cue *voices; /* of cues[i], at its order */
  size_t voice_count, voice_capacity;
};

static enum status add_cue(struct cue_list *list, enum rank rank,
                           int64_t offset, const struct voice_cue *voice)
{
  if (voice->sounds.count == 0) {
    return STATUS_OK;
  }
  if (!vector_reserve((void **)&list->cues, list->count, &list->capacity,
                      sizeof(*list->cues)) ||
      !vector_reserve((void **)&list->voices, list->voice_count,
                      &list->voice_capacity, sizeof(*list->voices))) {
    return STATUS_NO_MEMORY;
  }
  list->cues[list->count++] =
      (struct cue){.rank = rank,
                   .wanted_frame = list->item->start_frame + offset,
                   .frames = voice->sounds.frames,
                   .order = list->voice_count};
  list->voices[list->voice_count++] = *voice;
  return STATUS_OK;
}

/* Moves the one sound of a cue to where it outlasts the list's making. */
static enum status keep_sound(struct cue_list *list, struct voice_cue *voice)
{
  struct sound *kept = arena_take(&list->unroll->items->arena, sizeof(*kept));
  if (!kept) {
    return STATUS_NO_MEMORY;
  }
  *kept = *voice->sounds.items;
  voice->sounds.items = kept;
  return STATUS_OK;
}

/* A cue of one sound; a clip of NULL adds none. */
static enum status add_sound(struct cue_list *list, enum rank rank,
                             int64_t offset, enum event_kind kind,
                             const struct sound *sound)
{
  const int64_t clip_frames = sound->clip ? sound->clip->frames : 0;
  struct voice_cue voice = {
      .kind = kind,
      .sounds = {.items = sound,
                 .count = sound->clip ? 1 : 0,
                 .frames = kind == EVENT_CHIME ? STRIKE_SETTLES : clip_frames},
      .where = list->item->where};
  const enum status status = keep_sound(list, &voice);
  return status == STATUS_OK ? add_cue(list, rank, offset, &voice) : status;
}

static enum status add_phrase(struct cue_list *list, enum rank rank,
                              int64_t offset, enum event_kind kind,
                              const char *text)
{
  struct sound sound;
  const enum status status =
      utter(list->unroll, text, list->item->where, &sound);
  return status == STATUS_OK ? add_sound(list, rank, offset, kind, &sound)
                             : status;
}

/* --- Of a hold --- */

static enum status add_countdown(struct cue_list *list, int from)
{
  const int64_t frames = list->item->frames;
  const struct room room = {
      .frames = FRAME_RATE, .name = "its second", .where = list->item->where};
  const int64_t fitting = frames / FRAME_RATE;
  enum status status = STATUS_OK;
  for (int64_t n = from < fitting ? from : fitting;
       n > 0 && status == STATUS_OK; n--) {
    char text[24];
    struct sound sound;
    snprintf(text, sizeof(text), "%lld", (long long)n);
    status = utter_within(list->unroll, text, NULL, &room, &sound);
    if (status == STATUS_OK) {
      status = add_sound(list, RANK_COUNTDOWN, frames - n * FRAME_RATE,
                         EVENT_COUNT, &sound);
    }
  }
  return status;
}

static enum status add_time_left(struct cue_list *list, double every)
{
  const double length = list->item->seconds;
  const struct phrases *phrases = list->unroll->manner->phrases;
  enum status status = STATUS_OK;
  for (int64_t k = 1; (double)k * every < length - 1e-9 && status == STATUS_OK;
       k++) {
    struct text left = {0};
    struct text cue = {0};
    phrases_append_length(phrases, round(length - (double)k * every), &left);
    text_append_format(&cue, phrase(phrases, "%s left."), text_string(&left));
    status = cue.status == STATUS_OK
                 ? add_phrase(list, RANK_TIME_LEFT,
                              frames_from_seconds((double)k * every), EVENT_CUE,
                              text_string(&cue))
                 : STATUS_NO_MEMORY;
    text_finish(&left);
    text_finish(&cue);
  }
  return status;
}

static enum status add_chimes(struct cue_list *list, double every)
{
  struct sound chime;
  enum status status =
      find_sound(list->unroll, "interval bell", (struct location){0}, &chime);
  for (int64_t k = 1;
       (double)k * every < list->item->seconds - 1e-9 && status == STATUS_OK;
       k++) {
    status = add_sound(list, RANK_CHIME, frames_from_seconds((double)k * every),
                       EVENT_CHIME, &chime);
  }
  return status;
}

static enum status add_hold_cues(struct cue_list *list, const struct span *span)
{
  if (span->by_default && list->item->seconds <= DEFAULT_CUES_SECONDS) {
    return STATUS_OK;
  }
  enum status status = STATUS_OK;
  if (span->countdown > 0) {
    status = add_countdown(list, span->countdown);
  }
  if (status == STATUS_OK && span->time_left_every > 0) {
    status = add_time_left(list, span->time_left_every);
  }
  if (status == STATUS_OK && span->halfway) {
    status = add_phrase(list, RANK_HALFWAY, list->item->frames / 2, EVENT_CUE,
                        phrase(list->unroll->manner->phrases, "Halfway."));
  }
  if (status == STATUS_OK && span->chime_every > 0) {
    status = add_chimes(list, span->chime_every);
  }
  return status;
}

/* --- Of a rest --- */

/* "Rest.", and what comes next if there is time for both. */
static enum status add_rest_words(struct cue_list *list,
                                  const struct span *span)
{
  const struct item *item = list->item;
  struct sound next = {0};
  enum status status = add_phrase(
      list, RANK_ANNOUNCEMENT, item->sound_frame - item->start_frame,
      EVENT_ANNOUNCE, phrase(list->unroll->manner->phrases, "Rest."));
  if (status != STATUS_OK || !span->next) {
    return status;
  }
  status = utter(list->unroll, span->next, item->where, &next);
  const int64_t length = next.clip ? next.clip->frames : 0;
  const int64_t before = length > NEXT_BEFORE_END ? length : NEXT_BEFORE_END;
  const int64_t free_from =
      list->count > 0
          ? list->cues[0].wanted_frame + list->cues[0].frames + SENTENCE_GAP
          : item->start_frame;
  const int64_t onset = item->start_frame + item->frames - before;
  if (status != STATUS_OK || onset < free_from) {
    return status;
  }
  return add_sound(list, RANK_ANNOUNCEMENT, onset - item->start_frame,
                   EVENT_ANNOUNCE, &next);
}

/* --- Of during --- */

static enum rank timed_rank(const struct timed_cue *cue)
{
  return cue->kind == EVENT_CHIME ? RANK_CHIME
         : cue->when == CUE_EVERY ? RANK_AUTHOR_EVERY
                                  : RANK_AUTHOR_AT;
}

static enum status add_timed_cue(struct cue_list *list,
                                 const struct timed_cue *cue)
{
  const struct item *item = list->item;
  const struct voice_cue voice = {
      .kind = cue->kind, .sounds = cue->sounds, .where = cue->statement->where};
  const enum rank rank = timed_rank(cue);
  const double ratio = item->seconds / item->stretch.seconds;
  enum status status = STATUS_OK;
  switch (cue->when) {
  case CUE_AT:
    return add_cue(list, rank, frames_from_seconds(cue->at * ratio), &voice);
  case CUE_AT_HALFWAY:
    return add_cue(list, rank, item->frames / 2, &voice);
  case CUE_BEFORE_END:
    return add_cue(list, rank, item->frames - frames_from_seconds(cue->at),
                   &voice);
  case CUE_EVERY:
    for (int64_t k = 1;
         (double)k * cue->at < item->seconds - 1e-9 && status == STATUS_OK;
         k++) {
      status =
          add_cue(list, rank, frames_from_seconds((double)k * cue->at), &voice);
    }
    break;
  }
  return status;
}

static enum status add_running_breath(struct cue_list *list,
                                      const struct span *span,
                                      struct events *events)
{
  const struct item *item = list->item;
  struct breath_word words[BREATH_WORDS_MAX];
  size_t word_count = 0;
  int64_t count =
      (int64_t)floor(item->seconds / breath_cycle(&span->breath) + 1e-9);
  if (span->breaths_most > 0 && count > span->breaths_most) {
    count = span->breaths_most;
  }
  struct item breathing = *item;
  breathing.where = span->breathe->where;
  breathing.place.line = location_line(breathing.where);
  enum status status = gather_breaths(list->unroll, &breathing, &span->breath,
                                      count, events, words, &word_count);
  for (size_t i = 0; i < word_count && status == STATUS_OK; i++) {
    status =
        add_sound(list, RANK_BREATH, words[i].start_frame - item->start_frame,
                  EVENT_CUE, &words[i].sound);
    if (status == STATUS_OK) {
      list->voices[list->voice_count - 1].where = breathing.where;
    }
  }
  return status;
}

/* --- Collisions --- */

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
      const struct voice_cue *voice = &list->voices[cue->order];
      const struct voice_cue *other = &list->voices[last->order];
      status = report_error(
          list->unroll->diagnostics, voice->where,
          "This cue begins at %g seconds of the span, and the cue of line %u "
          "still sounds until %.4g seconds.",
          seconds_from_frames(cue->wanted_frame - item->start_frame),
          location_line(other->where),
          seconds_from_frames(last->wanted_frame + last->frames -
                              item->start_frame));
    }
    last = cue;
  }
  return status;
}

static void warn_of(struct cue_list *list, const struct cue *cue)
{
  const struct voice_cue *voice = &list->voices[cue->order];
  const double at =
      seconds_from_frames(cue->wanted_frame - list->item->start_frame);
  uint64_t key = hash_mix(PURPOSE_WARNING, voice->where.begin);
  key = hash_mix(key, (uintptr_t)voice->where.source);
  if (tally_add(list->unroll->seen, hash_mix(key, cue->dropped + 1)) > 0) {
    return;
  }
  if (cue->dropped) {
    report_warning(list->unroll->diagnostics, voice->where,
                   "The cue \"%s\" at %.4g seconds is left out, because there "
                   "is no room for it beside what matters more.",
                   voice->sounds.items[0].text, at);
  } else {
    report_warning(
        list->unroll->diagnostics, voice->where,
        "The cue \"%s\" at %.4g seconds is moved by %.2g seconds, because "
        "something that matters more sounds then.",
        voice->sounds.items[0].text, at,
        fabs(seconds_from_frames(cue->start_frame - cue->wanted_frame)));
  }
}

static enum status sound_cue(const struct cue_list *list, const struct cue *cue,
                             struct events *events)
{
  const struct voice_cue *voice = &list->voices[cue->order];
  int64_t at = cue->start_frame;
  enum status status = STATUS_OK;
  for (size_t i = 0; i < voice->sounds.count && status == STATUS_OK; i++) {
    const struct sound *sound = &voice->sounds.items[i];
    struct event event =
        make_event(list->item, voice->kind, at, sound->clip->frames, sound);
    event.place.line = location_line(voice->where);
    event.place.sentence = (uint32_t)i;
    status = add_event(events, &event);
    at += sound->clip->frames + SENTENCE_GAP;
  }
  return status;
}

static enum status resolve(struct cue_list *list, struct events *events)
{
  const struct item *item = list->item;
  enum status status = collide(list->cues, list->count, item->start_frame,
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

static enum status fill(struct cue_list *list, const struct span *span,
                        struct events *events)
{
  enum status status = STATUS_OK;
  if (span->is_rest) {
    status = add_rest_words(list, span);
  }
  if (status == STATUS_OK && span->breathe) {
    status = add_running_breath(list, span, events);
  }
  for (size_t i = 0; i < span->cue_count && status == STATUS_OK; i++) {
    status = add_timed_cue(list, &span->cues[i]);
  }
  return status == STATUS_OK ? add_hold_cues(list, span) : status;
}

enum status gather_cues(struct unroll *unroll, const struct item *item,
                        struct events *events)
{
  struct cue_list list = {.unroll = unroll, .item = item};
  enum status status = fill(&list, item->span, events);
  if (status == STATUS_OK) {
    status = resolve(&list, events);
  }
  free(list.cues);
  free(list.voices);
  if (status != STATUS_OK) {
    return status;
  }
  const struct event mark =
      make_event(item, EVENT_CHIME, item->start_frame + item->frames,
                 events->end_mark.clip->frames, &events->end_mark);
  return add_event(events, &mark);
}
