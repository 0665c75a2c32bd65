/* What is done only sometimes, and what that depends on. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"

#include <string.h>

static enum subject find_subject(const char *folded)
{
  return strcmp(folded, "side") == 0    ? SUBJECT_SIDE
         : strcmp(folded, "round") == 0 ? SUBJECT_ROUND
                                        : SUBJECT_VALUE;
}

/* NAME ; an at sign before it does no harm */
static bool parse_subject(struct cursor *cursor, struct condition *condition,
                          struct location *name)
{
  struct scan_word word;
  if (!cursor_peek(cursor, &word)) {
    return cursor_unexpected(cursor, "the name of a value");
  }
  word.begin += cursor_next_byte(cursor) == '@';
  *name = cursor_word_location(cursor, word);
  const char *folded = cursor_fold(cursor, *name);
  if (!folded) {
    return false;
  }
  condition->subject = find_subject(folded);
  condition->value = condition->subject == SUBJECT_VALUE ? folded : NULL;
  cursor_lay_piece(cursor, word.begin, word.end, NULL);
  cursor->at = word.after;
  return true;
}

/* comparison = [ "more than" | "less than" | "at least" | "at most" ] */
static enum comparison accept_comparison(struct cursor *cursor)
{
  return cursor_accept(cursor, WORD_MORE_THAN)   ? COMPARE_MORE
         : cursor_accept(cursor, WORD_LESS_THAN) ? COMPARE_LESS
         : cursor_accept(cursor, WORD_AT_LEAST)  ? COMPARE_AT_LEAST
         : cursor_accept(cursor, WORD_AT_MOST)   ? COMPARE_AT_MOST
                                                 : COMPARE_IS;
}

/* Whether the rest of the line is an amount. It is read into a copy that is
   forgotten. */
static bool at_amount(const struct cursor *cursor)
{
  struct duration amount;
  struct parse_result left = {.routine = cursor->builder->routine};
  struct builder builder = *cursor->builder;
  struct cursor ahead = cursor_ahead(cursor);
  builder.next_use = &left.uses;
  ahead.builder = &builder;
  return parse_at_quantity(&ahead) && parse_amount(&ahead, &amount) &&
         cursor_at_end(&ahead);
}

static bool refuse_words(struct cursor *cursor,
                         const struct condition *condition)
{
  return condition->subject == SUBJECT_SIDE
             ? cursor_error_plain(cursor, condition->where,
                                  "A side is left or right. Example: when "
                                  "side is left.")
             : cursor_error_plain(cursor, condition->where,
                                  QUOTED " is no round. Example: when round "
                                         "is 2, or: when round is the last.",
                                  QUOTE(condition->where));
}

/* What a side or a round can be asked for. */
static bool check_words(struct cursor *cursor,
                        const struct condition *condition)
{
  const bool is_side = strcmp(condition->choice, "left") == 0 ||
                       strcmp(condition->choice, "right") == 0;
  switch (condition->subject) {
  case SUBJECT_SIDE:
    return (is_side && condition->comparison == COMPARE_IS) ||
           refuse_words(cursor, condition);
  case SUBJECT_ROUND:
    return condition->amount.count > 0 || refuse_words(cursor, condition);
  case SUBJECT_VALUE:
    break;
  }
  return true;
}

/* "the last" | comparison amount | CHOICE */
static bool parse_predicate(struct cursor *cursor, struct condition *condition)
{
  if (condition->subject == SUBJECT_ROUND &&
      cursor_accept(cursor, WORD_THE_LAST)) {
    condition->comparison = COMPARE_IS_LAST;
    return cursor_finish_line(cursor);
  }
  condition->comparison = accept_comparison(cursor);
  struct cursor ahead = cursor_ahead(cursor);
  if (!cursor_expect_name(&ahead, "a choice", &condition->where)) {
    return cursor_unexpected(cursor, condition->comparison == COMPARE_IS
                                         ? "a choice"
                                         : "a number or a length of time");
  }
  condition->choice = cursor_fold(cursor, condition->where);
  if (!condition->choice) {
    return false;
  }
  if (condition->comparison != COMPARE_IS || at_amount(cursor)) {
    return parse_amount(cursor, &condition->amount) &&
           cursor_finish_line(cursor);
  }
  if (condition->subject == SUBJECT_ROUND && cursor_refuse_near(cursor)) {
    return false;
  }
  cursor_take_name(cursor);
  return true;
}

/* when = "when" NAME "is" ( CHOICE | "the last" | comparison amount ) lines
          [ "otherwise" lines ] "end when" ; NAME: a value, "round" or "side" */
bool parse_when(struct cursor *cursor, struct statement *statement)
{
  struct location name;
  struct when_branch *branch = cursor_take(cursor, sizeof(*branch));
  struct condition *condition = cursor_take(cursor, sizeof(*condition));
  if (!branch || !condition) {
    return false;
  }
  branch->condition = condition;
  branch->where = cursor_line_location(cursor);
  statement->when.branches = branch;
  builder_open_when(cursor, branch);
  if (!parse_subject(cursor, condition, &name) ||
      !cursor_expect(cursor, WORD_IS) || !parse_predicate(cursor, condition)) {
    return false;
  }
  if (condition->subject != SUBJECT_VALUE) {
    return condition->comparison == COMPARE_IS_LAST ||
           check_words(cursor, condition);
  }
  builder_add_use(cursor, &(struct value_use){.folded = condition->value,
                                              .need = NEED_ASKING,
                                              .condition = condition,
                                              .where = name});
  return cursor->status == STATUS_OK;
}
