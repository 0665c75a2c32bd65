/* What gives a routine its shape: exercises and their use, sides, rounds,
   steps. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"
#include "terms/parse_text.h"

#include <string.h>

#define MOST_EXERCISES 1000

static bool is_new_exercise(struct cursor *cursor, const char *folded,
                            struct location name)
{
  size_t count = 0;
  for (const struct exercise *other = cursor->builder->routine->exercises;
       other; other = other->next) {
    count++;
    if (strcmp(other->folded, folded) == 0) {
      return cursor_error_plain(cursor, name,
                                "There is an exercise " QUOTED
                                " already, on line %u. Choose another name.",
                                QUOTE(name),
                                (unsigned)location_line(other->where));
    }
  }
  if (count == MOST_EXERCISES) {
    cursor->stopped = true;
    return cursor_error_plain(cursor, name,
                              "A file can have %d exercises at most. Nothing "
                              "further is read.",
                              MOST_EXERCISES);
  }
  return true;
}

/* exercise = "exercise" NAME lines "end exercise" */
bool parse_exercise(struct cursor *cursor)
{
  struct exercise *exercise = cursor_take(cursor, sizeof(*exercise));
  if (!exercise) {
    return false;
  }
  builder_open(cursor, PLACE_FLOW, &exercise->body);
  exercise->routine = cursor->builder->routine;
  exercise->where = cursor_line_location(cursor);
  struct location name;
  if (!cursor_expect_name(cursor, "the name of the exercise", &name)) {
    return false;
  }
  exercise->name = cursor_copy(cursor, name);
  exercise->folded = cursor_fold(cursor, name);
  if (!exercise->name || !exercise->folded ||
      !is_new_exercise(cursor, exercise->folded, name)) {
    return false;
  }
  builder_add_exercise(cursor->builder, exercise);
  return true;
}

/* do = "do" NAME [ quantity "times" ] [ "with" NAME value { ( "and" | "," )
   NAME value } ] ; what the name is shows once every exercise is known */
bool parse_do(struct cursor *cursor, struct statement *statement)
{
  const uint32_t begin =
      scan_skip_marks(cursor->source, cursor->at, cursor->line.end);
  if (begin == cursor->line.end) {
    return cursor_unexpected(cursor, "the name of an exercise");
  }
  builder_add_do(cursor, statement,
                 cursor_location(cursor, begin, cursor->line.end));
  cursor->at = cursor->line.end;
  return cursor->status == STATUS_OK;
}

enum side parse_first_side(struct cursor *cursor)
{
  if (cursor_accept(cursor, WORD_RIGHT_FIRST)) {
    return SIDE_RIGHT;
  }
  cursor_accept(cursor, WORD_LEFT_FIRST);
  return SIDE_LEFT;
}

/* called = "called" LEFT "and" RIGHT */
static bool parse_called(struct cursor *cursor, struct statement *statement)
{
  const struct location left = cursor_take_item(cursor, WORD_AND, WORD_NONE);
  if (left.begin == left.end) {
    return cursor_unexpected(cursor, "what the left side is called");
  }
  struct location right;
  if (!cursor_expect(cursor, WORD_AND) ||
      !cursor_expect_name(cursor, "what the right side is called", &right)) {
    return false;
  }
  statement->each_side.called_left = cursor_copy(cursor, left);
  statement->each_side.called_right = cursor_copy(cursor, right);
  return statement->each_side.called_left && statement->each_side.called_right;
}

/* each side = "each side" [ first side ] [ called ] lines "end each side" */
bool parse_each_side(struct cursor *cursor, struct statement *statement)
{
  builder_open_inner(cursor, &statement->each_side.body);
  statement->each_side.first = parse_first_side(cursor);
  if (cursor_accept(cursor, WORD_CALLED)) {
    return parse_called(cursor, statement);
  }
  return cursor_finish_line(cursor);
}

static bool parse_one_side(struct cursor *cursor, struct statement *statement,
                           enum side side)
{
  builder_open_inner(cursor, &statement->one_side.body);
  statement->one_side.side = side;
  return cursor_finish_line(cursor);
}

/* left side = "left side" lines "end left side" */
bool parse_left_side(struct cursor *cursor, struct statement *statement)
{
  return parse_one_side(cursor, statement, SIDE_LEFT);
}

/* right side = "right side" lines "end right side" */
bool parse_right_side(struct cursor *cursor, struct statement *statement)
{
  return parse_one_side(cursor, statement, SIDE_RIGHT);
}

#define MOST_ITEMS 256

/* items = WORDS { ( "and" | "," ) WORDS } */
static bool parse_items(struct cursor *cursor, struct statement *statement)
{
  const char *items[MOST_ITEMS];
  size_t count = 0;
  do {
    if (count == MOST_ITEMS) {
      return cursor_error_plain(cursor, cursor_line_location(cursor),
                                "A list can have %d items at most.",
                                MOST_ITEMS);
    }
    const struct location where = cursor_take_item(cursor, WORD_AND, WORD_NONE);
    if (where.begin == where.end) {
      return cursor_unexpected(cursor, "an item of the list");
    }
    items[count] = cursor_copy(cursor, where);
    if (!items[count++]) {
      return false;
    }
  } while (cursor_accept_next_item(cursor, WORD_AND));
  const char **kept = cursor_take(cursor, count * sizeof(*items));
  if (!kept) {
    return false;
  }
  memcpy(kept, items, count * sizeof(*items));
  statement->for_each.items = kept;
  statement->for_each.count = count;
  return cursor_finish_line(cursor);
}

static bool refuse_name_again(struct cursor *cursor, const struct value *named)
{
  return cursor_error(cursor, named->where,
                      "\"%s\" names the items of the list around this one. "
                      "Choose another name.",
                      named->name);
}

/* for each = "for each" NAME "in" items lines "end for each" */
bool parse_for_each(struct cursor *cursor, struct statement *statement)
{
  struct value named = {0}; /* one that this list does not make */
  struct item_name *name = cursor_take(cursor, sizeof(*name));
  if (!name) {
    return false;
  }
  name->folded = "";
  builder_open_items(cursor, &statement->for_each.body, name);
  if (!parse_new_name(cursor, &named)) {
    return false;
  }
  name->folded = named.folded;
  statement->for_each.name = named.folded;
  if (builder_names_item(cursor->builder, named.folded)) {
    return refuse_name_again(cursor, &named);
  }
  return cursor_expect(cursor, WORD_IN) && parse_items(cursor, statement);
}

/* repeat = "repeat" ( quantity [ "times" ] | "for" duration ) lines
            "end repeat" */
bool parse_repeat(struct cursor *cursor, struct statement *statement)
{
  builder_open_inner(cursor, &statement->repeat.body);
  if (cursor_accept(cursor, WORD_FOR)) {
    return parse_duration(cursor, &statement->repeat.duration) &&
           cursor_finish_line(cursor);
  }
  const uint32_t before = cursor->at;
  struct scan_word found;
  if (!parse_often(cursor, &statement->repeat.count)) {
    return false;
  }
  struct cursor again = cursor_ahead(cursor);
  again.at = before;
  if (!cursor_find_last(&again, WORD_TIMES, &found)) {
    cursor_lay_missing(cursor, cursor->line.end, WORD_TIMES);
  }
  return cursor_finish_line(cursor);
}

/* "Step 1: Heel slides": steps are counted by themselves. */
static void skip_ordinal(struct cursor *cursor)
{
  const char *bytes = cursor->source->bytes;
  uint32_t at = scan_skip_marks(cursor->source, cursor->at, cursor->line.end);
  const uint32_t begin = at;
  while (at < cursor->line.end && bytes[at] >= '0' && bytes[at] <= '9') {
    at++;
  }
  if (at > begin && at + 1 < cursor->line.end && strchr(":.)", bytes[at]) &&
      bytes[at + 1] == ' ') {
    cursor->at = at + 2;
  }
}

/* step = "step" TEXT */
bool parse_step(struct cursor *cursor, struct statement *statement)
{
  struct location name;
  skip_ordinal(cursor);
  if (!cursor_expect_name(cursor, "the name of the step", &name)) {
    return false;
  }
  if (quoted_bytes(name)[name.end - name.begin - 1] == '.') {
    report_warning(cursor->diagnostics, cursor_line_location(cursor),
                   "This names a step, with a full stop. If it is to be "
                   "spoken as a sentence, write: say Step %.*s%s",
                   QUOTE(name));
  }
  return parse_words(cursor, name, &statement->step.name);
}
