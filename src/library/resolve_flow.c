/* What can only be known by following every `do`: exercises that come back to
   themselves, and sides or rounds spoken of where there are none. */

#include "library/resolve.h"

/* What the surroundings give to the words inside. */
enum {
  HAS_SIDE = 1,
  HAS_ROUND = 2,
  HAS_NO_LAST = 4, /* the rounds around are those of a `repeat for` */
  IS_TIMED = 8,    /* and so are some further out */
  SURROUNDINGS = 16
};

/* An exercise on its way through the walk. */
struct visit {
  const struct exercise *exercise;
  bool open;
  bool done[SURROUNDINGS];
  struct visit *next;
};

struct walk {
  struct load *load;
  struct visit *visits;
  size_t depth; /* exercises inside one another */
};

static void walk_block(struct walk *walk, const struct block *block,
                       unsigned has);

static struct visit *find_visit(struct walk *walk,
                                const struct exercise *exercise)
{
  struct visit *visit = walk->visits;
  while (visit && visit->exercise != exercise) {
    visit = visit->next;
  }
  if (!visit) {
    visit = arena_take(&walk->load->script->arena, sizeof(*visit));
    if (!visit) {
      walk->load->status = STATUS_NO_MEMORY;
      return NULL;
    }
    visit->exercise = exercise;
    visit->next = walk->visits;
    walk->visits = visit;
  }
  return visit;
}

static void walk_use(struct walk *walk, const struct statement *statement,
                     unsigned has)
{
  const struct exercise *exercise = statement->use.exercise;
  struct visit *visit = exercise ? find_visit(walk, exercise) : NULL;
  if (!visit || visit->done[has]) {
    return;
  }
  if (visit->open) {
    report_error(walk->load->diagnostics, statement->where,
                 "\"%s\" comes back to itself here, and would never end.",
                 exercise->name);
    return;
  }
  if (walk->depth == TREE_MOST_DEPTH) {
    report_error(walk->load->diagnostics, statement->where,
                 "More than %d exercises use one another here.",
                 TREE_MOST_DEPTH);
    return;
  }
  walk->depth++;
  visit->open = true;
  walk_block(walk, &exercise->body, has);
  visit->open = false;
  visit->done[has] = true;
  walk->depth--;
}

static void walk_words(struct walk *walk, const struct words *words,
                       unsigned has)
{
  for (size_t i = 0; i < words->count; i++) {
    const enum piece_kind kind = words->pieces[i].kind;
    if ((kind == PIECE_SIDE || kind == PIECE_OTHER_SIDE) && !(has & HAS_SIDE)) {
      report_error(walk->load->diagnostics, words->where,
                   "This speaks of @side, but is not inside \"each side\" "
                   "when it is reached.");
    } else if (kind == PIECE_ROUND && !(has & HAS_ROUND)) {
      report_error(walk->load->diagnostics, words->where,
                   "This speaks of @round, but is not inside \"repeat\" when "
                   "it is reached.");
    }
  }
}

static void refuse_round(struct walk *walk, struct location where)
{
  report_error(walk->load->diagnostics, where,
               "This reckons with the round, but is not inside \"repeat\" when "
               "it is reached.");
}

static void refuse_side(struct walk *walk, struct location where)
{
  report_error(walk->load->diagnostics, where,
               "This depends on the side, but is not inside \"each side\" when "
               "it is reached.");
}

static void walk_when(struct walk *walk, const struct statement *when,
                      unsigned has)
{
  for (const struct when_branch *branch = when->when.branches; branch;
       branch = branch->next) {
    const struct condition *condition = branch->condition;
    if (condition && condition->subject == SUBJECT_SIDE && !(has & HAS_SIDE)) {
      refuse_side(walk, when->where);
    } else if (condition && condition->subject == SUBJECT_ROUND &&
               !(has & HAS_ROUND)) {
      refuse_round(walk, when->where);
    } else if (condition && condition->comparison == COMPARE_IS_LAST &&
               has & HAS_NO_LAST) {
      report_error(walk->load->diagnostics, when->where,
                   "In \"repeat for\" nobody knows which round is the last.");
    }
    walk_block(walk, &branch->body, has);
  }
}

static unsigned counted_rounds(unsigned has)
{
  return (has | HAS_ROUND) & ~(unsigned)HAS_NO_LAST;
}

static void walk_repeat(struct walk *walk, const struct statement *repeat,
                        unsigned has)
{
  const bool timed = repeat->repeat.duration.count > 0;
  walk_block(walk, &repeat->repeat.body,
             timed ? has | HAS_ROUND | HAS_NO_LAST | IS_TIMED
                   : counted_rounds(has));
}

static void walk_wait(struct walk *walk, const struct statement *wait,
                      unsigned has)
{
  if (has & IS_TIMED) {
    report_error(walk->load->diagnostics, wait->where,
                 "In \"repeat for\" there is no waiting: how many rounds there "
                 "are must be known before. Take this line out, or write: "
                 "repeat 3 times");
  }
}

static void walk_do(struct walk *walk, const struct statement *statement,
                    unsigned has)
{
  for (const struct argument *argument = statement->use.arguments; argument;
       argument = argument->next) {
    if (argument->passes_side && !(has & HAS_SIDE)) {
      refuse_side(walk, argument->where);
    }
  }
  walk_use(walk, statement,
           statement->use.has_count ? counted_rounds(has) : has);
}

static void walk_statement(struct walk *walk, const struct statement *statement,
                           unsigned has)
{
  if (statement->round_where.source && !(has & HAS_ROUND)) {
    refuse_round(walk, statement->round_where);
  }
  switch (statement->kind) {
  case STATEMENT_SAY:
  case STATEMENT_EXPLAIN:
  case STATEMENT_DESCRIBE:
    walk_words(walk, &statement->say.words, has);
    break;
  case STATEMENT_REST:
    if (statement->rest.between_rounds && !(has & HAS_ROUND)) {
      report_error(walk->load->diagnostics, statement->where,
                   "This rest stands between rounds, but is not inside "
                   "\"repeat\" when it is reached.");
    }
    break;
  case STATEMENT_STEP:
    walk_words(walk, &statement->step.name, has);
    break;
  case STATEMENT_MOVE:
    walk_words(walk, &statement->move.words, has);
    break;
  case STATEMENT_SPAN_CUE:
    walk_statement(walk, statement->span_cue.action, has);
    break;
  case STATEMENT_DURING:
    walk_block(walk, &statement->during.body, has);
    break;
  case STATEMENT_WITHIN:
    walk_block(walk, &statement->within.body, has);
    break;
  case STATEMENT_REPS:
    walk_block(walk, &statement->reps.body,
               statement->reps.alternating ? has | HAS_SIDE : has);
    break;
  case STATEMENT_EACH_SIDE:
    walk_block(walk, &statement->each_side.body, has | HAS_SIDE);
    break;
  case STATEMENT_ONE_SIDE:
    walk_block(walk, &statement->one_side.body, has | HAS_SIDE);
    break;
  case STATEMENT_FOR_EACH:
    walk_block(walk, &statement->for_each.body, has);
    break;
  case STATEMENT_REPEAT:
    walk_repeat(walk, statement, has);
    break;
  case STATEMENT_WAIT:
    walk_wait(walk, statement, has);
    break;
  case STATEMENT_WHEN:
    walk_when(walk, statement, has);
    break;
  case STATEMENT_DO:
    walk_do(walk, statement, has);
    break;
  default:
    break;
  }
}

static void walk_block(struct walk *walk, const struct block *block,
                       unsigned has)
{
  for (const struct statement *statement = block->first; statement;
       statement = statement->next) {
    walk_statement(walk, statement, has);
  }
}

void resolve_flow(struct load *load)
{
  struct walk walk = {.load = load};
  const struct routine *main = load->script->main;
  walk_words(&walk, &main->title, 0);
  walk_words(&walk, &main->about, 0);
  walk_words(&walk, &main->author, 0);
  walk_block(&walk, &main->body, 0);
  for (size_t i = 0; i < load->count; i++) {
    for (const struct exercise *exercise =
             load->files[i].result.routine->exercises;
         exercise; exercise = exercise->next) {
      const struct statement use = {.kind = STATEMENT_DO,
                                    .where = exercise->where,
                                    .use = {.exercise = exercise}};
      walk_use(&walk, &use, HAS_SIDE | HAS_ROUND);
    }
  }
}
