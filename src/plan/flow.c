/* Sides, rounds, choices, steps and exercises. */

#include "plan/timing.h"
#include "plan/unroll.h"

#include <string.h>

enum status unroll_each_side(struct unroll *unroll,
                             const struct statement *each)
{
  const enum side outer = unroll->side;
  const uint64_t pass = unroll->pass;
  enum side side = each->each_side.first;
  enum status status = STATUS_OK;
  for (int i = 0; i < 2 && status == STATUS_OK; i++) {
    unroll->side = side;
    unroll->pass = hash_mix(hash_mix(pass, PURPOSE_SIDE), (uint64_t)side);
    unroll->pending->side = true;
    unroll->pending->changeover = i == 1;
    unroll->pending->side_statement = each;
    status = unroll_block(unroll, &each->each_side.body);
    side = side_other(side);
  }
  unroll->pending->side = false;
  unroll->side = outer;
  unroll->pass = pass;
  return status;
}

enum status unroll_repeat(struct unroll *unroll, const struct statement *repeat)
{
  int64_t times;
  enum status status =
      read_count(unroll, &repeat->repeat.count, STATEMENTS_MAX, &times);
  if (status != STATUS_OK) {
    return status;
  }
  if (!repeat->repeat.body.first) {
    return STATUS_OK; /* rounds of nothing would count towards no limit */
  }
  const int outer = unroll->round;
  const uint64_t pass = unroll->pass;
  for (int64_t i = 1; i <= times && status == STATUS_OK; i++) {
    unroll->round = (int)i;
    unroll->pass = hash_mix(hash_mix(pass, PURPOSE_ROUND), (uint64_t)i);
    status = unroll_block(unroll, &repeat->repeat.body);
  }
  unroll->round = outer;
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

enum status unroll_when(struct unroll *unroll, const struct statement *when)
{
  const char *choice;
  const enum status status =
      read_choice(unroll, when->when.value, when->where, &choice);
  if (status != STATUS_OK) {
    return status;
  }
  const struct when_branch *branch = find_branch(when->when.branches, choice);
  return branch ? unroll_block(unroll, &branch->body) : STATUS_OK;
}

/* --- Exercises --- */

static enum status begin_use(struct unroll *use,
                             const struct statement *statement)
{
  struct text name = {0};
  append_capitalised(statement->use.exercise->name, &name);
  const char *kept =
      arena_copy(&use->items->arena, text_string(&name), name.length);
  const enum status status =
      kept ? begin_step(use, kept, statement) : STATUS_NO_MEMORY;
  text_finish(&name);
  return status;
}

static uint64_t use_pass(struct unroll *unroll, const char *name)
{
  const uint64_t pass =
      hash_mix_string(hash_mix(unroll->pass, PURPOSE_USE), name);
  return hash_mix(pass, hash_counts_add(unroll->seen, pass));
}

enum status unroll_do(struct unroll *unroll, const struct statement *statement)
{
  const struct exercise *exercise = statement->use.exercise;
  struct unroll use = *unroll;
  if (++use.depth > NESTING_MAX) {
    return report_error(unroll->diagnostics, statement->where,
                        "Exercises use each other %d deep at most.",
                        NESTING_MAX);
  }
  use.scope = (struct scope){.routine = exercise->routine};
  enum status status = bind_arguments(unroll, statement, &use.scope);
  use.pass = use_pass(unroll, exercise->folded);
  if (status == STATUS_OK) {
    status = begin_use(&use, statement);
  }
  if (status == STATUS_OK) {
    status = enter_language(&use, exercise->routine);
  }
  if (status == STATUS_OK) {
    status = unroll_block(&use, &exercise->body);
  }
  unroll->pending->resumed_step = unroll->named_step;
  return status;
}

enum status unroll_step(struct unroll *unroll, const struct statement *step)
{
  struct text name = {0};
  enum status status = append_words(unroll, &step->step.name, &name);
  const char *kept =
      arena_copy(&unroll->items->arena, text_string(&name), name.length);
  if (status == STATUS_OK) {
    status = kept ? begin_step(unroll, kept, step) : STATUS_NO_MEMORY;
  }
  text_finish(&name);
  return status;
}
