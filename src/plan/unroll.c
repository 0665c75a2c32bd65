/* The walk through the tree. */

#include "plan/unroll.h"

#include "plan/timing.h"

#include <math.h>

static const struct location nowhere;

static uint64_t statement_key(enum purpose purpose,
                              const struct statement *statement)
{
  return hash_mix(purpose, (uintptr_t)statement);
}

/* --- Speech and sounds --- */

static enum status add_sentences(struct unroll *unroll, enum item_kind kind,
                                 enum event_kind event,
                                 const struct statement *statement,
                                 const struct sounds *sounds)
{
  enum status status = STATUS_OK;
  for (size_t i = 0; i < sounds->count && status == STATUS_OK; i++) {
    struct item item = make_item(unroll, kind, event, statement);
    item.sound = sounds->items[i];
    item.place.sentence = (uint32_t)i;
    status = add_item(unroll, &item);
  }
  return status;
}

static enum status unroll_say(struct unroll *unroll,
                              const struct statement *say)
{
  struct sounds sounds;
  enum status status = utter_words(unroll, &say->say.words, &sounds);
  if (status == STATUS_OK) {
    status = touch(unroll, say);
  }
  return status == STATUS_OK
             ? add_sentences(unroll, ITEM_SPEECH, EVENT_SAY, say, &sounds)
             : status;
}

static enum status unroll_explain(struct unroll *unroll,
                                  const struct statement *explain)
{
  const enum explain_mode mode = unroll->options->explain;
  const bool again =
      hash_counts_add(unroll->seen, statement_key(PURPOSE_EXPLAIN, explain)) >
      0;
  const bool skipped = mode == EXPLAIN_NEVER || (mode == EXPLAIN_ONCE && again);
  struct sounds sounds;
  enum status status = utter_words(unroll, &explain->say.words, &sounds);
  if (status == STATUS_OK && !skipped) {
    status = touch(unroll, explain);
  }
  if (status != STATUS_OK) {
    return status;
  }
  return add_sentences(unroll, skipped ? ITEM_SKIPPED : ITEM_SPEECH,
                       EVENT_EXPLAIN, explain, &sounds);
}

static enum status unroll_chime(struct unroll *unroll,
                                const struct statement *chime)
{
  struct item item = make_item(unroll, ITEM_STRIKE, EVENT_CHIME, chime);
  const char *name = chime->chime.name;
  enum status status = find_sound(unroll, name ? name : "interval bell",
                                  name ? chime->where : nowhere, &item.sound);
  if (status == STATUS_OK) {
    status = touch(unroll, chime);
  }
  item.step = unroll->pending->step;
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

static enum status unroll_sound(struct unroll *unroll,
                                const struct statement *sound)
{
  struct item item = make_item(unroll, ITEM_SOUND, EVENT_SOUND, sound);
  enum status status =
      find_sound(unroll, sound->sound.name, sound->where, &item.sound);
  if (status == STATUS_OK) {
    status = touch(unroll, sound);
  }
  item.step = unroll->pending->step;
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

/* Linear: -6 dB and -12 dB below full. */
static float bed_gain(enum bed_level level)
{
  switch (level) {
  case BED_FULL:
    return 1.0F;
  case BED_SOFT:
    return 0.5F;
  case BED_QUIET:
    break;
  }
  return 0.25F;
}

static enum status unroll_background(struct unroll *unroll,
                                     const struct statement *background)
{
  if (unroll->options->background) {
    return STATUS_OK;
  }
  const char *name = background->background.name;
  struct item item = make_item(unroll, ITEM_BED, EVENT_BACKGROUND, background);
  item.sound.text = "off";
  if (name) {
    item.bed.gain = bed_gain(background->background.level);
    const enum status status =
        find_sound(unroll, name, background->where, &item.sound);
    if (status != STATUS_OK) {
      return status;
    }
  }
  return add_item(unroll, &item);
}

/* --- Silence --- */

static enum status unroll_pause(struct unroll *unroll,
                                const struct statement *pause)
{
  struct stretch stretch;
  enum status status = read_stretch(unroll, &pause->pause.duration, &stretch);
  if (status == STATUS_OK) {
    status = touch(unroll, pause);
  }
  struct item item = make_item(unroll, ITEM_SILENCE, EVENT_PAUSE, pause);
  item.stretch = stretch;
  item.stretch.least =
      fmax(stretch.least, fmin(stretch.seconds, MOVING_SECONDS));
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

static enum status unroll_wait(struct unroll *unroll,
                               const struct statement *wait)
{
  struct stretch stretch = {.seconds = WAIT_SECONDS};
  const bool has_limit = wait->wait.limit.count > 0;
  enum status status =
      has_limit ? read_stretch(unroll, &wait->wait.limit, &stretch) : STATUS_OK;
  if (status == STATUS_OK) {
    status = touch(unroll, wait);
  }
  stretch.least = stretch.most = stretch.seconds;
  struct item item = make_item(unroll, ITEM_SILENCE, EVENT_WAIT, wait);
  item.stretch = stretch;
  item.wait.has_limit = has_limit;
  return status == STATUS_OK ? add_item(unroll, &item) : status;
}

/* --- The walk --- */

static enum status unroll_statement(struct unroll *unroll,
                                    const struct statement *statement)
{
  switch (statement->kind) {
  case STATEMENT_SAY:
    return unroll_say(unroll, statement);
  case STATEMENT_EXPLAIN:
    return unroll_explain(unroll, statement);
  case STATEMENT_PAUSE:
    return unroll_pause(unroll, statement);
  case STATEMENT_HOLD:
    return unroll_hold(unroll, statement);
  case STATEMENT_REST:
    return unroll_rest(unroll, statement);
  case STATEMENT_DURING:
    return unroll_during(unroll, statement);
  case STATEMENT_WITHIN:
    return unroll_within(unroll, statement);
  case STATEMENT_COUNT:
    return unroll_count(unroll, statement);
  case STATEMENT_REPS:
    return unroll_reps(unroll, statement);
  case STATEMENT_BREATHE:
    return unroll_breathe(unroll, statement);
  case STATEMENT_EACH_SIDE:
    return unroll_each_side(unroll, statement);
  case STATEMENT_REPEAT:
    return unroll_repeat(unroll, statement);
  case STATEMENT_DO:
    return unroll_do(unroll, statement);
  case STATEMENT_STEP:
    return unroll_step(unroll, statement);
  case STATEMENT_WAIT:
    return unroll_wait(unroll, statement);
  case STATEMENT_CHIME:
    return unroll_chime(unroll, statement);
  case STATEMENT_SOUND:
    return unroll_sound(unroll, statement);
  case STATEMENT_BACKGROUND:
    return unroll_background(unroll, statement);
  case STATEMENT_WHEN:
    return unroll_when(unroll, statement);
  case STATEMENT_VOICE:
    return unroll_name(unroll, statement);
  case STATEMENT_SPEED:
  case STATEMENT_PITCH:
  case STATEMENT_VOLUME:
    return unroll_setting(unroll, statement);
  case STATEMENT_SPAN_CUE:
  case STATEMENT_MOVE:
    break; /* their blocks read them */
  }
  return STATUS_OK;
}

static enum status count_statement(struct unroll *unroll,
                                   const struct statement *statement)
{
  if (++*unroll->statements <= STATEMENTS_MAX) {
    return STATUS_OK;
  }
  if (*unroll->statements > STATEMENTS_MAX + 1) {
    return STATUS_BAD_ROUTINE;
  }
  return report_error(unroll->diagnostics, statement->where,
                      "This routine runs through more than %d statements. "
                      "Repeat fewer times.",
                      STATEMENTS_MAX);
}

static bool has_failed(struct unroll *unroll, const struct statement *statement)
{
  return hash_counts_of(unroll->seen,
                        statement_key(PURPOSE_FAILURE, statement)) > 0;
}

/* A statement that fails is reported once, and the walk goes on to find what
   else is wrong; limits and the voice end it. */
enum status unroll_block(struct unroll *unroll, const struct block *block)
{
  enum status result = STATUS_OK;
  for (const struct statement *next = block->first; next; next = next->next) {
    enum status status = count_statement(unroll, next);
    if (status != STATUS_OK || *unroll->cues > CUES_MAX) {
      return STATUS_BAD_ROUTINE;
    }
    if (!has_failed(unroll, next)) {
      status = unroll_statement(unroll, next);
    }
    if (status != STATUS_OK) {
      hash_counts_add(unroll->seen, statement_key(PURPOSE_FAILURE, next));
      result = status;
    }
    if (status != STATUS_OK && status != STATUS_BAD_ROUTINE) {
      return status;
    }
  }
  return result;
}

enum status unroll_begin(struct unroll *unroll)
{
  unroll->scope = (struct scope){.routine = unroll->script->main};
  unroll->breath = (struct breath){.in = 4, .out = 6};
  unroll->named_step = NO_STEP;
  *unroll->pending = (struct pending){
      .step = NO_STEP, .resumed_step = NO_STEP, .rest = SIZE_MAX};
  mark_spoken_values(unroll);
  enum status status =
      lexicon_init(unroll->lexicon, unroll->script, &unroll->items->arena);
  if (status == STATUS_OK) {
    status = bind_settings(unroll);
  }
  return status == STATUS_OK ? set_manner(unroll) : status;
}
