/* From a tree to a timetable. */

#include "planner/planner.h"

#include "planner/assemble.h"
#include "planner/plan_builder.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What the opening says depends on the length it is part of: so often it is
   tried anew. */
#define TRIES_MOST 6
/* And what is said of lengths so often. */
#define FITS_MOST 3

static const struct location nowhere;

static void builder_init(struct plan_builder *builder,
                         const struct script *script,
                         const struct clip_source *clips,
                         const struct plan_options *options,
                         struct diagnostics *diagnostics, double factor)
{
  *builder = (struct plan_builder){
      .values = {.script = script,
                 .diagnostics = diagnostics,
                 .arena = &builder->items.arena,
                 .factor = factor},
      .log.pending = {.step = NO_STEP,
                      .resumed_step = NO_STEP,
                      .rest = SIZE_MAX},
      .opening_length = SIZE_MAX,
      .closing_length = SIZE_MAX,
  };
  items_init(&builder->items);
  builder->unroll = (struct unroll){
      .options = options,
      .diagnostics = diagnostics,
      .items = &builder->items,
      .log = &builder->log,
      .rounds = &builder->rounds,
      .narrator = {.options = options,
                   .clips = clips,
                   .lexicon = &builder->lexicon,
                   .warned = &builder->warned,
                   .scope = {.values = &builder->values,
                             .routine = script->main,
                             .breath = {.in = 4, .out = 6}}},
      .named_step = NO_STEP,
  };
}

static void builder_finish(struct plan_builder *builder)
{
  items_finish(&builder->items);
  lexicon_finish(&builder->lexicon);
  hash_counts_finish(&builder->values.marks);
  hash_counts_finish(&builder->warned);
  hash_counts_finish(&builder->log.seen);
  free(builder->events.items);
}

/* --- Its length --- */

static int64_t time_items(struct plan_builder *builder)
{
  const int64_t target = builder->unroll.options->fit_frames;
  const int64_t mark = builder->events.end_mark.clip->frames;
  if (target > 0) {
    fit_find(&builder->items, mark, target, &builder->fit);
    return builder->fit.frames;
  }
  builder->fit.scale = (struct scale){.factor = 1, .breath_factor = 1};
  schedule_scale(&builder->items, &builder->fit.scale);
  return schedule_run(&builder->items, mark);
}

/* Says the total until it is the one that is said. */
static enum status settle_total(struct plan_builder *builder, int64_t *frames)
{
  const struct phrases *phrases = builder->unroll.narrator.speech->phrases;
  const int64_t target = builder->unroll.options->fit_frames;
  struct text said = {0};
  struct text length = {0};
  enum status status = STATUS_OK;
  *frames = time_items(builder);
  for (int i = 0; i < TRIES_MOST && status == STATUS_OK; i++) {
    text_clear(&length);
    phrases_append_duration(phrases, target > 0 ? target : *frames, &length);
    if (length.status != STATUS_OK ||
        strcmp(text_string(&said), text_string(&length)) == 0) {
      break;
    }
    text_clear(&said);
    text_append(&said, text_string(&length));
    status = plan_builder_say_totals(builder, text_string(&said));
    *frames = time_items(builder);
  }
  status = length.status != STATUS_OK ? length.status : status;
  text_finish(&said);
  text_finish(&length);
  return status;
}

/* --- Limits --- */

static enum status check_length(const struct plan_builder *builder,
                                int64_t frames)
{
  if (seconds_from_frames(frames) <= SESSION_SECONDS_MAX) {
    return STATUS_OK;
  }
  return report_error(builder->unroll.diagnostics, nowhere,
                      "A session lasts 24 hours at most, and this one would "
                      "last %.1f hours.",
                      ceil(seconds_from_frames(frames) / 360) / 10);
}

static bool is_fitted(const struct plan_builder *builder)
{
  const int64_t target = builder->unroll.options->fit_frames;
  return target == 0 || llabs(builder->fit.frames - target) <= FRAME_RATE;
}

static enum status check_fit(const struct plan_builder *builder)
{
  const int64_t target = builder->unroll.options->fit_frames;
  if (is_fitted(builder)) {
    return STATUS_OK;
  }
  const struct phrases *english = phrases_for("en");
  struct text shortest = {0};
  struct text longest = {0};
  phrases_append_length(english,
                        ceil(seconds_from_frames(builder->fit.shortest_frames)),
                        &shortest);
  phrases_append_length(english,
                        floor(seconds_from_frames(builder->fit.longest_frames)),
                        &longest);
  const bool inside = target > builder->fit.shortest_frames &&
                      target < builder->fit.longest_frames;
  report_error(builder->unroll.diagnostics, nowhere,
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

/* Everything as it is when the session begins: values, voice, breath. */
static enum status begin(struct plan_builder *builder)
{
  struct narrator *narrator = &builder->unroll.narrator;
  struct values *values = &builder->values;
  values_mark_spoken(values);
  enum status status =
      lexicon_init(&builder->lexicon, values->script, values->arena);
  if (status == STATUS_OK) {
    status = scope_bind_settings(&narrator->scope, narrator->options);
  }
  if (status == STATUS_OK) {
    status = narrator_begin(narrator);
  }
  if (status == STATUS_OK) {
    status = narrator_find_sound(narrator, "end mark", nowhere,
                                 &builder->events.end_mark);
  }
  return status == STATUS_OK ? plan_builder_add_opening(builder) : status;
}

static enum status unroll_session(struct plan_builder *builder)
{
  struct unroll *unroll = &builder->unroll;
  enum status status = begin(builder);
  if (status != STATUS_OK) {
    return status;
  }
  const struct speech_settings *speech = unroll->narrator.speech;
  status = unroll_block(unroll, &builder->values.script->main->body);
  unroll->narrator.speech = speech;
  builder->log.pending.rest = SIZE_MAX;
  if (status == STATUS_OK && builder->log.pending.step == NO_STEP) {
    status = unroll_announce_pending(unroll, NULL);
  }
  return status == STATUS_OK ? plan_builder_add_closing(builder) : status;
}

static enum status make(struct plan_builder *builder, int64_t *frames)
{
  enum status status = unroll_session(builder);
  if (status == STATUS_OK) {
    status = settle_total(builder, frames);
  }
  return status == STATUS_OK ? check_length(builder, *frames) : status;
}

static enum status make_again(struct plan_builder *builder, double factor,
                              bool keeps_word, int64_t *frames)
{
  const struct narrator narrator = builder->unroll.narrator;
  const struct values values = builder->values;
  const struct hash_counts rounds = builder->rounds;
  builder_finish(builder);
  builder_init(builder, values.script, narrator.clips, narrator.options,
               values.diagnostics, factor);
  builder->values.keeps_word = keeps_word;
  builder->rounds = rounds;
  return make(builder, frames);
}

/* Spoken lengths follow the factor, and the factor follows what is spoken. To
   be what is said of them they last whole seconds, and everything else makes
   up for that; where nothing can, they are told to the nearest second. */
static enum status make_fitting(struct plan_builder *builder,
                                const struct script *script,
                                const struct clip_source *clips,
                                const struct plan_options *options,
                                struct diagnostics *diagnostics,
                                int64_t *frames)
{
  builder_init(builder, script, clips, options, diagnostics, 1);
  enum status status = make(builder, frames);
  double told = 1;
  bool settled = !builder->values.text_scales;
  for (int i = 0; i < FITS_MOST && status == STATUS_OK && !settled; i++) {
    const double factor = builder->fit.scale.factor;
    settled = factor == told;
    told = factor;
    if (!settled) {
      status = make_again(builder, factor, true, frames);
      settled = is_fitted(builder);
    }
    if (status == STATUS_OK && !settled) {
      status = make_again(builder, factor, false, frames);
    }
  }
  return status == STATUS_OK ? check_fit(builder) : status;
}

enum status plan_create(const struct script *script,
                        const struct clip_source *clips,
                        const struct plan_options *options,
                        struct diagnostics *diagnostics, struct plan **plan)
{
  assert(script->main && clips && options && diagnostics && plan);
  struct plan_builder builder;
  int64_t frames = 0;
  enum status status =
      make_fitting(&builder, script, clips, options, diagnostics, &frames);
  if (status == STATUS_OK) {
    status = events_gather(&builder.unroll.narrator, &builder.items,
                           &builder.events);
  }
  if (status == STATUS_OK) {
    status = plan_assemble(&builder, frames, plan);
  }
  builder_finish(&builder);
  hash_counts_finish(&builder.rounds);
  const bool is_of_routine = (status == STATUS_NO_VOICE && !options->voice) ||
                             status == STATUS_NO_LANGUAGE;
  return is_of_routine ? STATUS_BAD_ROUTINE : status;
}

/* Whether a line has had its error. */
static bool has_error(const struct diagnostics *diagnostics,
                      struct location where)
{
  const uint32_t line = location_line(where);
  for (size_t i = 0; i < diagnostics->count; i++) {
    const struct diagnostic *item = &diagnostics->items[i];
    if (item->severity == SEVERITY_ERROR &&
        item->where.source == where.source &&
        location_line(item->where) == line) {
      return true;
    }
  }
  return false;
}

void plan_find_errors(const struct script *script,
                      const struct clip_source *clips,
                      const struct plan_options *options,
                      struct diagnostics *diagnostics)
{
  assert(script->main && clips && options && diagnostics);
  struct diagnostics found;
  struct plan_builder builder;
  diagnostics_init(&found);
  builder_init(&builder, script, clips, options, &found, 1);
  unroll_session(&builder);
  builder_finish(&builder);
  hash_counts_finish(&builder.rounds);
  for (size_t i = 0; i < found.count; i++) {
    const struct diagnostic *item = &found.items[i];
    if (item->severity == SEVERITY_ERROR &&
        !has_error(diagnostics, item->where)) {
      report_error(diagnostics, item->where, "%s", item->message);
    }
  }
  diagnostics_finish(&found);
}
