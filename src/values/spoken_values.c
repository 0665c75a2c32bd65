/* Values that are spoken are what they say. Fitting leaves them alone, unless
   a length is used only where it is scaled as its words are. */

#include "values/values.h"

#include <string.h>

enum mark {
  MARK_SPOKEN, /* @name stands in a text */
  MARK_KEPT,   /* used where fitting changes nothing */
};

struct marking {
  struct hash_counts *marks;
  const struct routine *routine;
  bool in_slot;
};

static uint64_t mark_key(enum mark mark, const struct value *value)
{
  return hash_mix(mark, (uintptr_t)value);
}

static void add_mark(const struct marking *marking, enum mark mark,
                     const char *name)
{
  const struct scope scope = {.routine = marking->routine};
  const struct value *value = name ? scope_find_value(&scope, name) : NULL;
  if (value) {
    hash_counts_add(marking->marks, mark_key(mark, value));
  }
}

static void mark_words(const struct marking *marking, const struct words *words)
{
  for (size_t i = 0; i < words->count; i++) {
    if (words->pieces[i].kind == PIECE_VALUE) {
      add_mark(marking, MARK_SPOKEN, words->pieces[i].text);
    }
  }
}

/* A length that stays, or changes otherwise than in proportion. */
static void mark_kept(const struct marking *marking,
                      const struct duration *duration)
{
  for (size_t i = 0; i < duration->count; i++) {
    add_mark(marking, MARK_KEPT, duration->parts[i].value);
  }
}

static void mark_length(const struct marking *marking,
                        const struct duration *duration)
{
  if (marking->in_slot || duration->exactly || duration->count > 1) {
    mark_kept(marking, duration);
  }
}

static void mark_block(const struct marking *marking,
                       const struct block *block);

static void mark_hold(const struct marking *marking,
                      const struct statement *hold)
{
  mark_length(marking, &hold->hold.duration);
  mark_kept(marking, &hold->hold.cues.chime_every);
  mark_kept(marking, &hold->hold.cues.time_left_every);
}

static void mark_within(const struct marking *marking,
                        const struct statement *within)
{
  struct marking inside = *marking;
  inside.in_slot = true;
  mark_kept(marking, &within->within.duration);
  mark_block(&inside, &within->within.body);
}

static void mark_arguments(const struct marking *marking,
                           const struct argument *argument)
{
  for (; argument; argument = argument->next) {
    mark_kept(marking, &argument->duration);
  }
}

static void mark_statement(const struct marking *marking,
                           const struct statement *statement)
{
  switch (statement->kind) {
  case STATEMENT_SAY:
  case STATEMENT_EXPLAIN:
  case STATEMENT_DESCRIBE:
    mark_words(marking, &statement->say.words);
    break;
  case STATEMENT_STEP:
    mark_words(marking, &statement->step.name);
    break;
  case STATEMENT_MOVE:
    mark_words(marking, &statement->move.words);
    mark_kept(marking, &statement->move.duration);
    break;
  case STATEMENT_PAUSE:
    mark_length(marking, &statement->pause.duration);
    break;
  case STATEMENT_HOLD:
    mark_hold(marking, statement);
    break;
  case STATEMENT_REST:
    mark_length(marking, &statement->rest.duration);
    break;
  case STATEMENT_DURING:
    mark_length(marking, &statement->during.duration);
    mark_block(marking, &statement->during.body);
    break;
  case STATEMENT_SPAN_CUE:
    mark_kept(marking, &statement->span_cue.at);
    mark_statement(marking, statement->span_cue.action);
    break;
  case STATEMENT_WITHIN:
    mark_within(marking, statement);
    break;
  case STATEMENT_COUNT:
    mark_kept(marking, &statement->count.every);
    break;
  case STATEMENT_REPS:
    mark_block(marking, &statement->reps.body);
    break;
  case STATEMENT_BREATHE:
    mark_kept(marking, &statement->breathe.duration);
    break;
  case STATEMENT_EACH_SIDE:
    mark_block(marking, &statement->each_side.body);
    break;
  case STATEMENT_ONE_SIDE:
    mark_block(marking, &statement->one_side.body);
    break;
  case STATEMENT_FOR_EACH:
    mark_block(marking, &statement->for_each.body);
    break;
  case STATEMENT_REPEAT:
    mark_kept(marking, &statement->repeat.duration);
    mark_block(marking, &statement->repeat.body);
    break;
  case STATEMENT_WHEN:
    for (const struct when_branch *branch = statement->when.branches; branch;
         branch = branch->next) {
      mark_block(marking, &branch->body);
    }
    break;
  case STATEMENT_DO:
    mark_arguments(marking, statement->use.arguments);
    break;
  case STATEMENT_WAIT:
    mark_kept(marking, &statement->wait.limit);
    break;
  case STATEMENT_CHIME:
  case STATEMENT_SOUND:
  case STATEMENT_BACKGROUND:
  case STATEMENT_VOICE:
  case STATEMENT_SPEED:
  case STATEMENT_PITCH:
  case STATEMENT_VOLUME:
    break;
  }
}

static void mark_block(const struct marking *marking, const struct block *block)
{
  for (const struct statement *next = block->first; next; next = next->next) {
    mark_statement(marking, next);
  }
}

void values_mark_spoken(struct values *values)
{
  for (const struct routine *routine = values->script->main; routine;
       routine = routine->next) {
    const struct marking marking = {.marks = &values->marks,
                                    .routine = routine};
    mark_words(&marking, &routine->title);
    mark_block(&marking, &routine->body);
    for (const struct exercise *exercise = routine->exercises; exercise;
         exercise = exercise->next) {
      mark_block(&marking, &exercise->body);
    }
  }
}

static bool is_in_breaths(const struct value *value)
{
  bool in_breaths = false;
  for (size_t i = 0; i < value->duration.count; i++) {
    in_breaths = in_breaths || value->duration.parts[i].unit == UNIT_BREATHS;
  }
  return in_breaths;
}

bool values_is_spoken(const struct values *values, const struct value *value)
{
  return hash_counts_of(&values->marks, mark_key(MARK_SPOKEN, value)) > 0;
}

bool values_stays(const struct values *values, const struct value *value)
{
  return values_is_spoken(values, value) &&
         (value->kind == VALUE_NUMBER || is_in_breaths(value) ||
          hash_counts_of(&values->marks, mark_key(MARK_KEPT, value)) > 0);
}
