/* Which cues a span has. */

#include "cues/span_cues.h"

#include "cues/breaths.h"
#include "cues/cue_list.h"
#include "plan/amount.h"
#include "timing/lengths.h"

#include <math.h>
#include <stdio.h>

/* --- Of a hold --- */

static enum status add_countdown(struct cue_list *list, int from)
{
  const int64_t frames = list->item->frames;
  const struct allowance room = {
      .frames = FRAME_RATE, .name = "its second", .where = list->item->where};
  const int64_t fitting = frames / FRAME_RATE;
  enum status status = STATUS_OK;
  for (int64_t n = from < fitting ? from : fitting;
       n > 0 && status == STATUS_OK; n--) {
    struct sound sound;
    status = narrator_speak_number(list->narrator, n, from >= LONG_COUNT, &room,
                                   &sound);
    if (status == STATUS_OK) {
      status = cue_list_add_sound(list, RANK_COUNTDOWN, frames - n * FRAME_RATE,
                                  EVENT_COUNT, &sound);
    }
  }
  return status;
}

static enum status add_time_left(struct cue_list *list, double every)
{
  const double length = list->item->seconds;
  const struct phrases *phrases = list->narrator->speech->phrases;
  enum status status = STATUS_OK;
  for (int64_t k = 1; (double)k * every < length - 1e-9 && status == STATUS_OK;
       k++) {
    struct text left = {0};
    struct text cue = {0};
    phrases_append_length(phrases, round(length - (double)k * every), &left);
    text_append_format(&cue, phrase(phrases, "%s left."), text_string(&left));
    status = cue.status == STATUS_OK
                 ? cue_list_add_phrase(list, RANK_TIME_LEFT,
                                       frames_from_seconds((double)k * every),
                                       EVENT_CUE, text_string(&cue))
                 : STATUS_NO_MEMORY;
    text_finish(&left);
    text_finish(&cue);
  }
  return status;
}

static enum status add_chimes(struct cue_list *list, double every)
{
  struct sound chime;
  enum status status = narrator_find_sound(list->narrator, "interval bell",
                                           (struct location){0}, &chime);
  for (int64_t k = 1;
       (double)k * every < list->item->seconds - 1e-9 && status == STATUS_OK;
       k++) {
    status = cue_list_add_sound(list, RANK_CHIME,
                                frames_from_seconds((double)k * every),
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
    status = cue_list_add_phrase(list, RANK_HALFWAY, list->item->frames / 2,
                                 EVENT_CUE,
                                 narrator_phrase(list->narrator, "Halfway."));
  }
  if (status == STATUS_OK && span->chime_every > 0) {
    status = add_chimes(list, span->chime_every);
  }
  return status;
}

/* --- Of a rest --- */

/* A rest that only fitting has made short is not the author's to mend, and
   "Get ready." tells nothing that the listener could miss. */
static void warn_of_short_rest(struct cue_list *list, const struct span *span,
                               int64_t needed)
{
  const struct item *item = list->item;
  if (!span->next_is_named || item->seconds < item->stretch.seconds - 1e-9 ||
      !narrator_is_news(list->narrator, item->where, 0)) {
    return;
  }
  report_warning(list->narrator->scope.values->diagnostics, item->where,
                 "This rest is too short to say what comes next. With %s it "
                 "would.",
                 amount_of(ceil(seconds_from_frames(needed))).text);
}

/* How long before a rest ends what comes next is said: before the countdown,
   if there is one, with a sentence's gap between the two. */
static int64_t next_before_end(const struct span *span, int64_t frames)
{
  const int64_t counted =
      span->countdown > 0
          ? (int64_t)span->countdown * FRAME_RATE + SENTENCE_GAP + frames
          : frames;
  return counted > NEXT_BEFORE_END ? counted : NEXT_BEFORE_END;
}

/* "Rest.", and what comes next if there is time for both. */
static enum status add_rest_words(struct cue_list *list,
                                  const struct span *span)
{
  const struct item *item = list->item;
  struct sound next = {0};
  enum status status = cue_list_add_phrase(
      list, RANK_ANNOUNCEMENT, item->sound_frame - item->start_frame,
      EVENT_ANNOUNCE, narrator_phrase(list->narrator, "Rest."));
  if (status != STATUS_OK || !span->next) {
    return status;
  }
  status = narrator_speak(list->narrator, span->next, item->where, &next);
  const int64_t before =
      next_before_end(span, next.clip ? next.clip->frames : 0);
  const int64_t free_from =
      list->count > 0
          ? list->cues[0].wanted_frame + list->cues[0].frames + SENTENCE_GAP
          : item->start_frame;
  const int64_t onset = item->start_frame + item->frames - before;
  if (status != STATUS_OK) {
    return status;
  }
  if (onset < free_from) {
    warn_of_short_rest(list, span, free_from - item->start_frame + before);
    return STATUS_OK;
  }
  return cue_list_add_sound(list, RANK_ANNOUNCEMENT, onset - item->start_frame,
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
  const struct cue_content content = {
      .kind = cue->kind, .sounds = cue->sounds, .where = cue->statement->where};
  const enum rank rank = timed_rank(cue);
  const double ratio = item->seconds / item->stretch.seconds;
  enum status status = STATUS_OK;
  switch (cue->when) {
  case CUE_AT:
    return cue_list_add(list, rank, frames_from_seconds(cue->at * ratio),
                        &content);
  case CUE_AT_HALFWAY:
    return cue_list_add(list, rank, item->frames / 2, &content);
  case CUE_BEFORE_END:
    return cue_list_add(list, rank, item->frames - frames_from_seconds(cue->at),
                        &content);
  case CUE_EVERY:
    for (int64_t k = 1;
         (double)k * cue->at < item->seconds - 1e-9 && status == STATUS_OK;
         k++) {
      status = cue_list_add(list, rank,
                            frames_from_seconds((double)k * cue->at), &content);
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
  const int64_t count =
      (int64_t)floor(item->seconds / breathing_cycle(&span->breathing) + 1e-9);
  struct item breathing = *item;
  breathing.where = span->breathe->where;
  breathing.place.line = location_line(breathing.where);
  enum status status =
      breaths_gather(list->narrator, &breathing, &span->breathing, count,
                     events, words, &word_count);
  for (size_t i = 0; i < word_count && status == STATUS_OK; i++) {
    status = cue_list_add_sound(list, RANK_BREATH,
                                words[i].start_frame - item->start_frame,
                                EVENT_CUE, &words[i].sound);
    if (status == STATUS_OK) {
      list->contents[list->content_count - 1].where = breathing.where;
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

enum status span_cues_gather(const struct narrator *narrator,
                             const struct item *item, struct events *events)
{
  struct cue_list list = {.narrator = narrator, .item = item};
  enum status status = fill(&list, item->span, events);
  if (status == STATUS_OK) {
    status = cue_list_sound(&list, events);
  }
  cue_list_finish(&list);
  if (status != STATUS_OK) {
    return status;
  }
  const struct event mark =
      event_from_item(item, EVENT_CHIME, item->start_frame + item->frames,
                      events->end_mark.clip->frames, &events->end_mark);
  return events_add(events, &mark);
}
