/* The walk: statements that hold others, and where the others are. */

#include "timing/lengths.h"
#include "timing/unroll.h"

#include <string.h>

/* What is mixed into the hash of a pass, to tell what led to it. */
enum pass_part { PASS_ROUND = 1, PASS_SIDE, PASS_USE };

/* --- Sides, rounds and choices --- */

static enum status unroll_each_side(struct unroll *unroll,
                                    const struct statement *each)
{
  const enum side outer = unroll->narrator.side;
  const uint64_t pass = unroll->pass;
  enum side side = each->each_side.first;
  enum status status = STATUS_OK;
  for (int i = 0; i < 2 && status == STATUS_OK; i++) {
    unroll->narrator.side = side;
    unroll->pass = hash_mix(hash_mix(pass, PASS_SIDE), (uint64_t)side);
    unroll->log->pending.side = true;
    unroll->log->pending.changeover = i == 1;
    unroll->log->pending.side_statement = each;
    status = unroll_block(unroll, &each->each_side.body);
    side = side_other(side);
  }
  unroll->log->pending.side = false;
  unroll->narrator.side = outer;
  unroll->pass = pass;
  return status;
}

static enum status unroll_repeat(struct unroll *unroll,
                                 const struct statement *repeat)
{
  int64_t times;
  enum status status = scope_read_count(
      &unroll->narrator.scope, &repeat->repeat.count, STATEMENTS_MAX, &times);
  if (status != STATUS_OK) {
    return status;
  }
  if (!repeat->repeat.body.first) {
    return STATUS_OK; /* rounds of nothing would count towards no limit */
  }
  const int outer = unroll->narrator.round;
  const uint64_t pass = unroll->pass;
  for (int64_t i = 1; i <= times && status == STATUS_OK; i++) {
    unroll->narrator.round = (int)i;
    unroll->pass = hash_mix(hash_mix(pass, PASS_ROUND), (uint64_t)i);
    status = unroll_block(unroll, &repeat->repeat.body);
  }
  unroll->narrator.round = outer;
  unroll->pass = pass;
  return status;
}

static const struct when_branch *find_branch(const struct when_branch *branch,
                                             const char *choice)
{
  while (branch && branch->choice && strcmp(branch->choice, choice) != 0) {
    branch = branch->next;
  }
  return branch;
}

static enum status unroll_when(struct unroll *unroll,
                               const struct statement *when)
{
  const char *choice;
  const enum status status = scope_read_choice(
      &unroll->narrator.scope, when->when.value, when->where, &choice);
  if (status != STATUS_OK) {
    return status;
  }
  const struct when_branch *branch = find_branch(when->when.branches, choice);
  return branch ? unroll_block(unroll, &branch->body) : STATUS_OK;
}

static enum status unroll_within(struct unroll *unroll,
                                 const struct statement *within)
{
  struct stretch stretch;
  enum status status = scope_read_stretch(&unroll->narrator.scope,
                                          &within->within.duration, &stretch);
  if (status == STATUS_OK) {
    status = unroll_announce_pending(unroll, within);
  }
  if (status != STATUS_OK) {
    return status;
  }
  struct item slot = unroll_make_item(unroll, ITEM_SLOT, EVENT_HOLD, within);
  slot.stretch = stretch_fixed(stretch.seconds);
  const size_t index = unroll->items->count;
  const bool outer = unroll->narrator.scope.in_slot;
  status = unroll_add_item(unroll, &slot);
  if (status == STATUS_OK) {
    unroll->narrator.scope.in_slot = true;
    status = unroll_block(unroll, &within->within.body);
    unroll->narrator.scope.in_slot = outer;
  }
  if (status != STATUS_OK) {
    return status;
  }
  slot.kind = ITEM_SLOT_END;
  slot.slot.partner = index;
  return unroll_add_item(unroll, &slot);
}

/* --- Exercises and steps --- */

static uint64_t use_pass(struct unroll *unroll, const char *name)
{
  const uint64_t pass = hash_mix_string(hash_mix(unroll->pass, PASS_USE), name);
  return hash_mix(pass, hash_counts_add(&unroll->log->seen, pass));
}

static enum status unroll_do(struct unroll *unroll,
                             const struct statement *statement)
{
  const struct exercise *exercise = statement->use.exercise;
  struct unroll use = *unroll;
  if (++use.depth > NESTING_MAX) {
    return report_error(unroll->diagnostics, statement->where,
                        "Exercises use each other %d deep at most.",
                        NESTING_MAX);
  }
  enum status status =
      scope_enter_use(&unroll->narrator.scope, statement, &use.narrator.scope);
  use.pass = use_pass(unroll, exercise->folded);
  if (status == STATUS_OK) {
    status = unroll_begin_use(&use, statement);
  }
  if (status == STATUS_OK) {
    status = narrator_enter_language(&use.narrator, exercise->routine);
  }
  if (status == STATUS_OK) {
    status = unroll_block(&use, &exercise->body);
  }
  unroll->log->pending.resumed_step = unroll->named_step;
  return status;
}

static enum status unroll_step(struct unroll *unroll,
                               const struct statement *step)
{
  struct text name = {0};
  enum status status =
      narrator_append_words(&unroll->narrator, &step->step.name, &name);
  const char *kept =
      arena_copy(&unroll->items->arena, text_string(&name), name.length);
  if (status == STATUS_OK) {
    status = kept ? unroll_begin_step(unroll, kept, step) : STATUS_NO_MEMORY;
  }
  text_finish(&name);
  return status;
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
  case STATEMENT_DESCRIBE:
    return unroll_describe(unroll, statement);
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
  case STATEMENT_SPEED:
  case STATEMENT_PITCH:
  case STATEMENT_VOLUME:
    return narrator_change(&unroll->narrator, statement);
  case STATEMENT_SPAN_CUE:
  case STATEMENT_MOVE:
    break; /* their blocks read them */
  }
  return STATUS_OK;
}

static enum status count_statement(struct unroll *unroll,
                                   const struct statement *statement)
{
  if (++unroll->log->statements <= STATEMENTS_MAX) {
    return STATUS_OK;
  }
  if (unroll->log->statements > STATEMENTS_MAX + 1) {
    return STATUS_BAD_ROUTINE;
  }
  return report_error(unroll->diagnostics, statement->where,
                      "This routine runs through more than %d statements. "
                      "Repeat fewer times.",
                      STATEMENTS_MAX);
}

static bool has_failed(const struct unroll *unroll,
                       const struct statement *statement)
{
  return hash_counts_of(&unroll->log->seen,
                        unroll_key(SEEN_FAILURE, statement)) > 0;
}

/* A statement that fails is reported once, and the walk goes on to find what
   else is wrong; limits and the voice end it. */
enum status unroll_block(struct unroll *unroll, const struct block *block)
{
  enum status result = STATUS_OK;
  for (const struct statement *next = block->first; next; next = next->next) {
    enum status status = count_statement(unroll, next);
    if (status != STATUS_OK || unroll->log->cues > CUES_MAX) {
      return STATUS_BAD_ROUTINE;
    }
    if (!has_failed(unroll, next)) {
      status = unroll_statement(unroll, next);
    }
    if (status != STATUS_OK) {
      hash_counts_add(&unroll->log->seen, unroll_key(SEEN_FAILURE, next));
      result = status;
    }
    if (status != STATUS_OK && status != STATUS_BAD_ROUTINE) {
      return status;
    }
  }
  return result;
}
