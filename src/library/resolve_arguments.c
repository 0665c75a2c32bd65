/* The values that a use gives to its exercise. */

#include "base/nearest.h"
#include "base/text.h"
#include "library/resolve.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"
#include "terms/parse_text.h"

#include <string.h>

static const struct value *find_argument_value(struct cursor *cursor,
                                               const struct exercise *exercise,
                                               struct argument *argument)
{
  struct scan_word word;
  struct nearest best = {0};
  if (!cursor_peek(cursor, &word)) {
    cursor_unexpected(cursor, "the name of a value");
    return NULL;
  }
  argument->where = cursor_word_location(cursor, word);
  argument->value = cursor_fold(cursor, argument->where);
  if (!argument->value) {
    return NULL;
  }
  for (const struct value *value = exercise->routine->values; value;
       value = value->next) {
    if (strcmp(value->folded, argument->value) == 0) {
      cursor_lay_piece(cursor, word.begin, word.end, NULL);
      cursor->at = word.after;
      return value;
    }
    best.typed = argument->value;
    nearest_consider(&best, value->name);
  }
  if (best.nearest) {
    cursor_error_plain(cursor, argument->where,
                       "\"%s\" has no value \"%s\". Did you mean \"%s\"?",
                       exercise->name, argument->value, best.nearest);
  } else {
    cursor_error_plain(cursor, argument->where, "\"%s\" has no value \"%s\".",
                       exercise->name, argument->value);
  }
  return NULL;
}

static bool is_choice(const struct value *value, const char *folded)
{
  for (size_t i = 0; i < value->choice_count; i++) {
    if (strcmp(value->choices[i], folded) == 0) {
      return true;
    }
  }
  return false;
}

/* "@side" for choices that are left and right. */
static bool parse_passed_side(struct cursor *cursor, const struct value *value,
                              struct location where, struct argument *argument)
{
  argument->passes_side = true;
  return (is_choice(value, "left") && is_choice(value, "right")) ||
         cursor_error_plain(cursor, where,
                            "@side is left or right, and \"%s\" has other "
                            "choices, on line %u of \"%s\".",
                            value->name, (unsigned)location_line(value->where),
                            value->where.source->name);
}

/* "@side" | "@" NAME of a value that is a choice too */
static bool parse_passed_choice(struct cursor *cursor,
                                const struct value *value,
                                struct argument *argument)
{
  struct location where;
  if (parse_accept_side(cursor, &where)) {
    return parse_passed_side(cursor, value, where, argument);
  }
  if (!parse_value_name(cursor, NEED_ANY, &argument->passed, &where)) {
    return false;
  }
  builder_add_use(cursor, &(struct value_use){.folded = argument->passed,
                                              .need = NEED_PASSING,
                                              .into = value,
                                              .where = where});
  return cursor->status == STATUS_OK;
}

/* CHOICE up to "and", a comma or the end | "@" NAME | "@side" */
static bool parse_given_choice(struct cursor *cursor, const struct value *value,
                               struct argument *argument)
{
  if (cursor_next_byte(cursor) == '@') {
    return parse_passed_choice(cursor, value, argument);
  }
  const struct location where = cursor_take_item(cursor, WORD_AND, WORD_NONE);
  if (where.begin == where.end) {
    return cursor_unexpected(cursor, "a choice");
  }
  argument->choice = cursor_fold(cursor, where);
  return argument->choice &&
         (is_choice(value, argument->choice) ||
          cursor_error_plain(cursor, where,
                             QUOTED " is no choice of \"%s\". Try \"%s\".",
                             QUOTE(where), value->name, value->choices[0]));
}

/* "20 to 60 seconds", as it is written; of numbers "1 to 4". */
static void append_range(const struct value *value, struct text *out)
{
  if (value->kind == VALUE_NUMBER) {
    text_append_format(out, "%.10g to %.10g", value->number_from,
                       value->number_to);
    return;
  }
  const struct location range = {value->where.source,
                                 value->duration_from.where.begin,
                                 value->duration_to.where.end};
  text_append_format(out, "%.*s%s", QUOTE(range));
}

static bool refuse_outside(struct cursor *cursor, const struct value *value,
                           struct location where)
{
  struct text range = {0};
  append_range(value, &range);
  cursor_error_plain(cursor, where,
                     QUOTED " is outside the range of \"%s\": from %s, on "
                            "line %u of \"%s\".",
                     QUOTE(where), value->name, text_string(&range),
                     (unsigned)location_line(value->where),
                     value->where.source->name);
  text_finish(&range);
  return false;
}

static bool parse_given_duration(struct cursor *cursor,
                                 const struct value *value,
                                 struct argument *argument)
{
  if (!parse_duration(cursor, &argument->duration)) {
    return false;
  }
  return duration_is_within(&argument->duration, value) ||
         refuse_outside(cursor, value, argument->duration.where);
}

static bool parse_given_number(struct cursor *cursor, const struct value *value,
                               struct argument *argument)
{
  argument->is_number = true;
  if (!parse_quantity(cursor, NEED_NUMBER, &argument->number)) {
    return false;
  }
  const double number = argument->number.number;
  return !quantity_is_literal(&argument->number) || !value->has_range ||
         (value->number_from <= number && number <= value->number_to) ||
         refuse_outside(cursor, value, argument->number.where);
}

/* Whether the next argument begins: "and NAME" or ", NAME". */
static bool at_argument(const struct cursor *cursor,
                        const struct exercise *exercise)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word word;
  if (!cursor_accept_next_item(&ahead, WORD_AND) ||
      !cursor_peek(&ahead, &word)) {
    return false;
  }
  const char *folded = cursor_fold(&ahead, cursor_word_location(&ahead, word));
  const struct value *value = exercise->routine->values;
  while (folded && value && strcmp(value->folded, folded) != 0) {
    value = value->next;
  }
  return folded && value;
}

/* The words up to the next argument, or to the end. */
static bool parse_given_words(struct cursor *cursor,
                              const struct exercise *exercise,
                              struct argument *argument)
{
  struct scan_word word;
  struct location where = cursor_location(cursor, cursor->at, cursor->at);
  while (cursor_peek(cursor, &word) &&
         (where.begin == where.end || !at_argument(cursor, exercise))) {
    where.begin = where.begin == where.end ? word.begin : where.begin;
    where.end = word.end;
    cursor->at = word.after;
  }
  if (where.begin == where.end) {
    return cursor_unexpected(cursor, "a text");
  }
  cursor_lay_piece(cursor, where.begin, where.end, NULL);
  argument->text = cursor_copy(cursor, where);
  return argument->text;
}

/* "@" NAME of a value or of an item | WORDS */
static bool parse_given_text(struct cursor *cursor,
                             const struct exercise *exercise,
                             struct argument *argument)
{
  struct location where;
  if (cursor_next_byte(cursor) != '@') {
    return parse_given_words(cursor, exercise, argument);
  }
  if (parse_accept_item(cursor, &argument->passed)) {
    return true;
  }
  if (!parse_value_name(cursor, NEED_ANY, &argument->passed, &where)) {
    return false;
  }
  builder_add_use(cursor, &(struct value_use){.folded = argument->passed,
                                              .need = NEED_ANY,
                                              .where = where});
  return cursor->status == STATUS_OK;
}

static bool parse_given(struct cursor *cursor, const struct exercise *exercise,
                        const struct value *value, struct argument *argument)
{
  switch (value->kind) {
  case VALUE_DURATION:
    return parse_given_duration(cursor, value, argument);
  case VALUE_NUMBER:
    return parse_given_number(cursor, value, argument);
  case VALUE_CHOICE:
    return parse_given_choice(cursor, value, argument);
  case VALUE_TEXT:
    return parse_given_text(cursor, exercise, argument);
  }
  return false;
}

/* arguments = "with" NAME value { ( "and" | "," ) NAME value } */
bool resolve_arguments(struct cursor *cursor, struct statement *statement)
{
  const struct exercise *exercise = statement->use.exercise;
  const struct argument **next = &statement->use.arguments;
  do {
    struct argument *argument = cursor_take(cursor, sizeof(*argument));
    const struct value *value =
        argument ? find_argument_value(cursor, exercise, argument) : NULL;
    if (!value || !parse_given(cursor, exercise, value, argument)) {
      return false;
    }
    *next = argument;
    next = &argument->next;
  } while (cursor_accept_next_item(cursor, WORD_AND));
  return cursor_finish_line(cursor);
}
