/* From a tree to a timetable. */

#include "plan/expand.h"

#include "plan/assemble.h"
#include "plan/plan_builder.h"
#include "plan/timing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the opening says depends on the length it is part of: so often it is
   tried anew. */
#define TRIES_MOST 6
/* And what is said of lengths so often. */
#define FITS_MOST 3

static const struct location nowhere;

static void making_init(struct making *making, const struct script *script,
                        const struct clip_source *clips,
                        const struct plan_options *options,
                        struct diagnostics *diagnostics, double factor)
{
  *making = (struct making){0};
  items_init(&making->items);
  hash_counts_init(&making->seen);
  making->unroll = (struct unroll){
      .options = options,
      .clips = clips,
      .script = script,
      .diagnostics = diagnostics,
      .items = &making->items,
      .lexicon = &making->lexicon,
      .seen = &making->seen,
      .factor = factor,
      .statements = &making->statements,
      .cues = &making->cues,
      .text_scales = &making->text_scales,
      .pending = &making->pending,
  };
  making->opening_length = SIZE_MAX;
  making->closing_length = SIZE_MAX;
}

static void making_finish(struct making *making)
{
  items_finish(&making->items);
  lexicon_finish(&making->lexicon);
  hash_counts_finish(&making->seen);
  free(making->events.items);
}

/* --- Its length --- */

static int64_t time_items(struct making *making)
{
  const int64_t target = making->unroll.options->fit_frames;
  const int64_t mark = making->events.end_mark.clip->frames;
  if (target > 0) {
    fit_find(&making->items, mark, target, &making->fit);
    return making->fit.frames;
  }
  making->fit.scale = (struct scale){.factor = 1, .breath_factor = 1};
  clock_scale(&making->items, &making->fit.scale);
  return clock_run(&making->items, mark);
}

/* Says the total until it is the one that is said. */
static enum status settle_total(struct making *making, int64_t *frames)
{
  const struct phrases *phrases = making->items.items[0].manner->phrases;
  const int64_t target = making->unroll.options->fit_frames;
  struct text said = {0};
  struct text length = {0};
  enum status status = STATUS_OK;
  *frames = time_items(making);
  for (int i = 0; i < TRIES_MOST && status == STATUS_OK; i++) {
    text_clear(&length);
    phrases_append_duration(phrases, target > 0 ? target : *frames, &length);
    if (length.status != STATUS_OK ||
        strcmp(text_string(&said), text_string(&length)) == 0) {
      break;
    }
    text_clear(&said);
    text_append(&said, text_string(&length));
    status = say_totals(making, text_string(&said));
    *frames = time_items(making);
  }
  status = length.status != STATUS_OK ? length.status : status;
  text_finish(&said);
  text_finish(&length);
  return status;
}

/* --- Limits --- */

static enum status check_length(const struct making *making, int64_t frames)
{
  if (seconds_from_frames(frames) <= SESSION_SECONDS_MAX) {
    return STATUS_OK;
  }
  return report_error(making->unroll.diagnostics, nowhere,
                      "A session lasts 24 hours at most, and this one would "
                      "last %.1f hours.",
                      ceil(seconds_from_frames(frames) / 360) / 10);
}

static bool is_fitted(const struct making *making)
{
  const int64_t target = making->unroll.options->fit_frames;
  return target == 0 || llabs(making->fit.frames - target) <= FRAME_RATE;
}

static enum status check_fit(const struct making *making)
{
  const int64_t target = making->unroll.options->fit_frames;
  if (is_fitted(making)) {
    return STATUS_OK;
  }
  const struct phrases *english = phrases_for("en");
  struct text shortest = {0};
  struct text longest = {0};
  phrases_append_length(english,
                        ceil(seconds_from_frames(making->fit.shortest_frames)),
                        &shortest);
  phrases_append_length(english,
                        floor(seconds_from_frames(making->fit.longest_frames)),
                        &longest);
  const bool inside = target > making->fit.shortest_frames &&
                      target < making->fit.longest_frames;
  report_error(making->unroll.diagnostics, nowhere,
               "This routine can last from %s to %s%s.", text_string(&shortest),
               text_string(&longest),
               inside ? ", but only in whole breaths, and none of those "
                        "lengths is this one"
                      : "");
  text_finish(&shortest);
  text_finish(&longest);
  return STATUS_FIT_OUT_OF_REACH;
}

/* --- The whole --- */

static enum status unroll_session(struct making *making)
{
  struct unroll *unroll = &making->unroll;
  enum status status = unroll_begin(unroll);
  if (status == STATUS_OK) {
    status = find_sound(unroll, "end mark", nowhere, &making->events.end_mark);
  }
  if (status == STATUS_OK) {
    status = add_opening(making);
  }
  const struct manner *manner = unroll->manner;
  const enum status body =
      status == STATUS_OK ? unroll_block(unroll, &unroll->script->main->body)
                          : status;
  unroll->manner = manner;
  making->pending.rest = SIZE_MAX;
  if (body == STATUS_OK && making->pending.step == NO_STEP) {
    status = touch(unroll, NULL);
  }
  if (body == STATUS_OK && status == STATUS_OK) {
    status = add_closing(making);
  }
  return body != STATUS_OK ? body : status;
}

static enum status make(struct making *making, int64_t *frames)
{
  enum status status = unroll_session(making);
  if (status == STATUS_OK) {
    status = settle_total(making, frames);
  }
  return status == STATUS_OK ? check_length(making, *frames) : status;
}

static enum status make_again(struct making *making, double factor,
                              bool keeps_word, int64_t *frames)
{
  const struct unroll unroll = making->unroll;
  making_finish(making);
  making_init(making, unroll.script, unroll.clips, unroll.options,
              unroll.diagnostics, factor);
  making->unroll.keeps_word = keeps_word;
  return make(making, frames);
}

/* Spoken lengths follow the factor, and the factor follows what is spoken. To
   be what is said of them they last whole seconds, and everything else makes
   up for that; where nothing can, they are told to the nearest second. */
static enum status make_fitting(struct making *making,
                                const struct script *script,
                                const struct clip_source *clips,
                                const struct plan_options *options,
                                struct diagnostics *diagnostics,
                                int64_t *frames)
{
  making_init(making, script, clips, options, diagnostics, 1);
  enum status status = make(making, frames);
  double told = 1;
  bool settled = !making->text_scales;
  for (int i = 0; i < FITS_MOST && status == STATUS_OK && !settled; i++) {
    const double factor = making->fit.scale.factor;
    settled = factor == told;
    told = factor;
    if (!settled) {
      status = make_again(making, factor, true, frames);
      settled = is_fitted(making);
    }
    if (status == STATUS_OK && !settled) {
      status = make_again(making, factor, false, frames);
    }
  }
  return status == STATUS_OK ? check_fit(making) : status;
}

enum status plan_create(const struct script *script,
                        const struct clip_source *clips,
                        const struct plan_options *options,
                        struct diagnostics *diagnostics, struct plan **plan)
{
  struct making making;
  int64_t frames = 0;
  enum status status =
      make_fitting(&making, script, clips, options, diagnostics, &frames);
  if (status == STATUS_OK) {
    status = events_gather(&making.unroll, &making.events);
  }
  if (status == STATUS_OK) {
    status = plan_assemble(&making.unroll, &making.events, frames, plan);
  }
  making_finish(&making);
  const bool is_of_routine = (status == STATUS_NO_VOICE && !options->voice) ||
                             status == STATUS_NO_LANGUAGE;
  return is_of_routine ? STATUS_BAD_ROUTINE : status;
}
