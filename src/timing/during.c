/* Spans with cues of their own. */

#include "plan/amount.h"
#include "timing/lengths.h"
#include "timing/unroll.h"

static enum status read_action(struct unroll *unroll,
                               const struct statement *action,
                               struct timed_cue *cue)
{
  struct sound *sound = arena_take(&unroll->items->arena, sizeof(*sound));
  if (!sound) {
    return STATUS_NO_MEMORY;
  }
  cue->sounds = (struct sounds){.items = sound, .count = 1};
  switch (action->kind) {
  case STATEMENT_CHIME:
    cue->kind = EVENT_CHIME;
    return unroll_find_chime(unroll, action, sound);
  case STATEMENT_SOUND:
    cue->kind = EVENT_SOUND;
    return narrator_find_sound(&unroll->narrator, action->sound.name,
                               action->where, sound);
  default:
    cue->kind = EVENT_CUE;
    narrator_hint_at_words(&unroll->narrator, &action->say.words);
    return narrator_speak_words(&unroll->narrator, &action->say.words,
                                &cue->sounds);
  }
}

static void measure_cue(struct timed_cue *cue)
{
  if (cue->kind == EVENT_CHIME) {
    cue->sounds.frames = STRIKE_SETTLES;
  } else if (cue->kind == EVENT_SOUND) {
    cue->sounds.frames = cue->sounds.items->clip->frames;
  }
}

static enum status check_cue(struct unroll *unroll, const struct timed_cue *cue,
                             double length)
{
  const struct location where = cue->statement->where;
  if (cue->when == CUE_EVERY) {
    return unroll_check_every(unroll, cue->at, length, cue->sounds.frames,
                              where);
  }
  if (cue->at > length) {
    return report_error(unroll->diagnostics, where,
                        "This cue stands at %s, and the span lasts %s.",
                        amount_of(cue->at).text, amount_of(length).text);
  }
  return STATUS_OK;
}

static enum status read_cue(struct unroll *unroll,
                            const struct statement *statement, double length,
                            struct timed_cue *cue)
{
  *cue = (struct timed_cue){.when = statement->span_cue.when,
                            .statement = statement};
  enum status status = read_action(unroll, statement->span_cue.action, cue);
  if (status == STATUS_OK && cue->when != CUE_AT_HALFWAY) {
    struct stretch at;
    status = scope_read_stretch(&unroll->narrator.scope,
                                &statement->span_cue.at, &at);
    cue->at = status == STATUS_OK ? at.seconds : 0;
  }
  if (status == STATUS_OK) {
    measure_cue(cue);
    status = check_cue(unroll, cue, length);
  }
  return status;
}

/* `breathe` inside during: as many breaths as fit. */
static enum status read_running_breath(struct unroll *unroll,
                                       const struct statement *statement,
                                       struct span *span)
{
  if (span->breathe) {
    return report_error(unroll->diagnostics, statement->where,
                        "Breath runs along once in a \"during\", and it does "
                        "already.");
  }
  const enum status status =
      unroll_read_breathing(unroll, statement, &span->breathing);
  span->breathe = statement;
  unroll->narrator.scope.breath = span->breathing.last;
  return status;
}

static size_t count_statements(const struct block *block)
{
  size_t count = 0;
  for (const struct statement *next = block->first; next; next = next->next) {
    count++;
  }
  return count;
}

static enum status read_during(struct unroll *unroll, const struct block *block,
                               double length, struct span *span)
{
  const size_t count = count_statements(block);
  enum status result = unroll_count_cues(unroll, count, block->end);
  if (result != STATUS_OK) {
    return result;
  }
  struct timed_cue *cues =
      arena_take_array(&unroll->items->arena, count, sizeof(*cues));
  if (!cues) {
    return STATUS_NO_MEMORY;
  }
  for (const struct statement *next = block->first; next; next = next->next) {
    enum status status = STATUS_OK;
    if (next->kind == STATEMENT_BREATHE) {
      status = read_running_breath(unroll, next, span);
    } else if (!unroll->options->no_cues) {
      status = read_cue(unroll, next, length, &cues[span->cue_count]);
      span->cue_count +=
          status == STATUS_OK && cues[span->cue_count].sounds.count > 0;
    }
    result = result == STATUS_OK ? status : result;
  }
  span->cues = cues;
  return result;
}

enum status unroll_during(struct unroll *unroll, const struct statement *during)
{
  struct span span = {0};
  struct stretch stretch;
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &during->during.duration, &stretch);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, during);
  }
  if (status == STATUS_OK) {
    status = read_during(unroll, &during->during.body, stretch.seconds, &span);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item item = unroll_make_item(unroll, ITEM_SPAN, EVENT_HOLD, during);
  item.stretch = stretch;
  return unroll_add_span(unroll, &item, &span);
}
