/* The walk: statements that hold others, and where the others are. */

#include "timing/lengths.h"
#include "timing/schedule.h"
#include "timing/unroll.h"

#include <string.h>

/* What is mixed into the hash of a pass, to tell what led to it. */
enum pass_part { PASS_ROUND = 1, PASS_SIDE, PASS_USE, PASS_ITEM };

/* --- Sides, rounds and choices --- */

/* What stands inside, on one side, which is named before the first thing that
   happens on it. */
static enum status unroll_on_side(struct unroll *unroll,
                                  const struct statement *statement,
                                  const struct block *body, enum side side,
                                  bool changes)
{
  const enum side outer = unroll->narrator.scope.side;
  const uint64_t pass = unroll->pass;
  unroll->narrator.scope.side = side;
  unroll->pass = hash_mix(hash_mix(pass, PASS_SIDE), (uint64_t)side);
  unroll->log->pending.side = true;
  unroll->log->pending.changeover = changes;
  unroll->log->pending.side_statement = statement;
  const enum status status = unroll_block(unroll, body);
  unroll->log->last_side = side;
  unroll->log->pending.side = false;
  unroll->narrator.scope.side = outer;
  unroll->pass = pass;
  return status;
}

static enum status unroll_both_sides(struct unroll *unroll,
                                     const struct statement *each)
{
  const enum side first = each->each_side.first;
  const enum status status =
      unroll_on_side(unroll, each, &each->each_side.body, first, false);
  return status == STATUS_OK
             ? unroll_on_side(unroll, each, &each->each_side.body,
                              side_other(first), true)
             : status;
}

static enum status unroll_each_side(struct unroll *unroll,
                                    const struct statement *each)
{
  struct scope *scope = &unroll->narrator.scope;
  const char *left = scope->called_left;
  const char *right = scope->called_right;
  scope->called_left = each->each_side.called_left;
  scope->called_right = each->each_side.called_right;
  const enum status status = unroll_both_sides(unroll, each);
  scope->called_left = left;
  scope->called_right = right;
  return status;
}

static enum status unroll_one_side(struct unroll *unroll,
                                   const struct statement *statement)
{
  const enum side side = statement->one_side.side;
  return unroll_on_side(unroll, statement, &statement->one_side.body, side,
                        unroll->log->last_side == side_other(side));
}

static enum status unroll_use(struct unroll *unroll,
                              const struct statement *statement);

static enum status unroll_round(struct unroll *unroll,
                                const struct statement *statement)
{
  return statement->kind == STATEMENT_DO
             ? unroll_use(unroll, statement)
             : unroll_block(unroll, &statement->repeat.body);
}

/* Rounds of nothing would count towards no limit. */
static bool holds_something(const struct statement *statement)
{
  return statement->kind == STATEMENT_DO || statement->repeat.body.first;
}

/* The rounds of a `repeat`, or of `do NAME 3 times`. */
static enum status unroll_rounds(struct unroll *unroll,
                                 const struct statement *statement,
                                 const struct quantity *count)
{
  int64_t times;
  struct scope *scope = &unroll->narrator.scope;
  enum status status = scope_read_count(scope, count, STATEMENTS_MAX, &times);
  if (status != STATUS_OK || !holds_something(statement)) {
    return status;
  }
  const int round = scope->round;
  const int rounds = scope->rounds;
  const uint64_t pass = unroll->pass;
  scope->rounds = (int)times;
  for (int64_t i = 1; i <= times && status == STATUS_OK; i++) {
    scope->round = (int)i;
    unroll->pass = hash_mix(hash_mix(pass, PASS_ROUND), (uint64_t)i);
    status = unroll_round(unroll, statement);
  }
  scope->round = round;
  scope->rounds = rounds;
  unroll->pass = pass;
  return status;
}

static enum status refuse_endless(struct unroll *unroll,
                                  const struct statement *repeat)
{
  return report_error(unroll->diagnostics, repeat->where,
                      "A round in here takes no time, so there would be no end "
                      "of them. Example: hold 20 seconds");
}

/* One round after the other, until they have taken `frames`; or, in a further
   attempt at the timetable, as many as there were in the first. */
static enum status unroll_until(struct unroll *unroll,
                                const struct statement *repeat, int64_t frames)
{
  const uint64_t pass = unroll->pass;
  const uint64_t key = hash_mix(pass, (uintptr_t)repeat);
  const uint64_t known = hash_counts_of(unroll->rounds, key);
  struct schedule_clock clock = {0};
  enum status status = STATUS_OK;
  uint64_t round = 0;
  while (status == STATUS_OK && (known ? round < known : clock.now < frames)) {
    const size_t from = unroll->items->count;
    const int64_t before = clock.now;
    unroll->narrator.scope.round = (int)++round;
    unroll->pass = hash_mix(hash_mix(pass, PASS_ROUND), round);
    status = unroll_block(unroll, &repeat->repeat.body);
    schedule_advance(unroll->items, from, &clock);
    if (status == STATUS_OK && clock.now == before) {
      status = refuse_endless(unroll, repeat);
    }
    if (!known) {
      hash_counts_add(unroll->rounds, key);
    }
  }
  unroll->pass = pass;
  return status;
}

static enum status unroll_repeat(struct unroll *unroll,
                                 const struct statement *repeat)
{
  if (repeat->repeat.duration.count == 0) {
    return unroll_rounds(unroll, repeat, &repeat->repeat.count);
  }
  struct stretch stretch;
  struct scope *scope = &unroll->narrator.scope;
  enum status status =
      scope_read_stretch(scope, &repeat->repeat.duration, &stretch);
  const int round = scope->round;
  const int rounds = scope->rounds;
  scope->rounds = 0;
  if (status == STATUS_OK) {
    status = unroll_until(unroll, repeat, frames_from_seconds(stretch.seconds));
  }
  scope->round = round;
  scope->rounds = rounds;
  return status;
}

static enum status unroll_for_each(struct unroll *unroll,
                                   const struct statement *statement)
{
  struct scope *scope = &unroll->narrator.scope;
  const uint64_t pass = unroll->pass;
  struct named_item item = {.name = statement->for_each.name,
                            .outer = scope->items};
  enum status status = STATUS_OK;
  scope->items = &item;
  for (size_t i = 0; i < statement->for_each.count && status == STATUS_OK;
       i++) {
    item.text = statement->for_each.items[i];
    unroll->pass = hash_mix(hash_mix(pass, PASS_ITEM), i);
    status = unroll_block(unroll, &statement->for_each.body);
  }
  scope->items = item.outer;
  unroll->pass = pass;
  return status;
}

static enum status unroll_when(struct unroll *unroll,
                               const struct statement *when)
{
  const struct when_branch *branch = when->when.branches;
  bool met = false;
  while (branch && !met) {
    const enum status status =
        branch->condition ? scope_read_condition(&unroll->narrator.scope,
                                                 branch->condition, &met)
                          : STATUS_OK;
    if (status != STATUS_OK) {
      return status;
    }
    met = met || !branch->condition;
    branch = met ? branch : branch->next;
  }
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

static enum status unroll_use(struct unroll *unroll,
                              const struct statement *statement)
{
  const struct exercise *exercise = statement->use.exercise;
  struct unroll use = *unroll;
  if (!exercise || ++use.depth > TREE_MOST_DEPTH) {
    return STATUS_BAD_ROUTINE; /* reported when the file was read */
  }
  enum status status =
      scope_enter_use(&unroll->narrator.scope, statement,
                      unroll->narrator.speech->phrases, &use.narrator.scope);
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

static enum status unroll_do(struct unroll *unroll,
                             const struct statement *statement)
{
  return statement->use.has_count
             ? unroll_rounds(unroll, statement, &statement->use.count)
             : unroll_use(unroll, statement);
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
  case STATEMENT_ONE_SIDE:
    return unroll_one_side(unroll, statement);
  case STATEMENT_FOR_EACH:
    return unroll_for_each(unroll, statement);
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
