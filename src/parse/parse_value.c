/* Values: what the listener can change. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"
#include "terms/parse_text.h"

#include <string.h>

#define MOST_VALUES 256
#define MOST_CHOICES 32

/* The one word that names the value. */
bool parse_new_name(struct cursor *cursor, struct value *value)
{
  struct scan_word word;
  if (!cursor_peek(cursor, &word)) {
    return cursor_unexpected(cursor, "a name");
  }
  const uint32_t begin =
      word.begin + (cursor->source->bytes[word.begin] == '@');
  const uint32_t end = value_name_end(cursor->source, begin, word.end);
  value->where = cursor_location(cursor, begin, word.end);
  const bool is_set = end < word.end && cursor->source->bytes[end] == '=';
  if (is_set) {
    value->where.end = end;
    word.after = end;
  }
  if (begin == end || (end < word.end && !is_set)) {
    return cursor_error(cursor, value->where,
                        QUOTED " cannot name a value. A name is one word of "
                               "letters, digits and hyphens.",
                        QUOTE(value->where));
  }
  value->name = cursor_copy(cursor, cursor_location(cursor, begin, end));
  value->folded = cursor_fold(cursor, value->where);
  if (!value->name || !value->folded) {
    return false;
  }
  if (value_name_is_reserved(value->folded)) {
    return cursor_error(cursor, value->where,
                        "\"%s\" has a meaning of its own. Choose another name.",
                        value->folded);
  }
  size_t count = 0;
  for (const struct value *other = cursor->builder->routine->values; other;
       other = other->next) {
    count++;
    if (strcmp(other->folded, value->folded) == 0) {
      return cursor_error_plain(
          cursor, value->where,
          "There is a value \"%s\" already, on line %u. Choose another name.",
          value->name, (unsigned)location_line(other->where));
    }
  }
  if (count == MOST_VALUES) {
    cursor->stopped = true;
    return cursor_error_plain(cursor, value->where,
                              "A file can have %d values at most. Nothing "
                              "further is read.",
                              MOST_VALUES);
  }
  cursor_lay_piece(cursor, begin, end, NULL);
  cursor->at = word.after;
  return true;
}

/* choices = NAME { ( "or" | "," ) NAME } ; with one "or" at least */
static bool parse_choices(struct cursor *cursor, struct value *value)
{
  const char *choices[MOST_CHOICES];
  size_t count = 0;
  value->kind = VALUE_CHOICE;
  do {
    if (count == MOST_CHOICES) {
      return cursor_error_plain(cursor, value->where,
                                "A value can have %d choices at most.",
                                MOST_CHOICES);
    }
    const struct location where = cursor_take_item(cursor, WORD_OR, WORD_FROM);
    if (where.begin == where.end) {
      return cursor_unexpected(cursor, "a choice");
    }
    const char *choice = cursor_fold(cursor, where);
    if (!choice) {
      return false;
    }
    for (size_t i = 0; i < count; i++) {
      if (strcmp(choices[i], choice) == 0) {
        return cursor_error_plain(cursor, cursor_line_location(cursor),
                                  "The choice \"%s\" is there twice.", choice);
      }
    }
    choices[count++] = choice;
  } while (cursor_accept_next_item(cursor, WORD_OR));
  const char **kept = cursor_take(cursor, count * sizeof(*choices));
  if (!kept) {
    return false;
  }
  memcpy(kept, choices, count * sizeof(*choices));
  value->choices = kept;
  value->choice_count = count;
  return true;
}

static bool refuse_range(struct cursor *cursor, const struct value *value)
{
  return cursor_error(cursor, value->where,
                      "The usual value of \"%s\" must lie in its range, and "
                      "the range must go upwards.",
                      value->name);
}

/* duration range = "from" duration "to" duration ; the first may leave its
   unit to the second */
static bool parse_duration_range(struct cursor *cursor, struct value *value)
{
  struct duration *from = &value->duration_from;
  struct duration *to = &value->duration_to;
  double number = 0;
  const uint32_t before = cursor->at;
  bool bare = parse_lacks_unit(cursor);
  if (bare && !parse_number(cursor, &number)) {
    return false;
  }
  if (!bare && !parse_plain_duration(cursor, from)) {
    return false;
  }
  if (!cursor_expect(cursor, WORD_TO) || !parse_plain_duration(cursor, to)) {
    return false;
  }
  if (bare) {
    *from = *to;
    from->count = 1;
    from->parts[0].number = number;
    const uint32_t begin =
        scan_skip_marks(cursor->source, before, cursor->line.end);
    from->where = cursor_location(cursor, begin, to->where.begin);
  }
  if (duration_in_breaths(from) != duration_in_breaths(to) ||
      duration_in_breaths(from) != duration_in_breaths(&value->duration)) {
    return cursor_error(cursor, to->where,
                        "A range is either in breaths or in time, like the "
                        "value itself.");
  }
  value->has_range = true;
  const double usual = duration_number(&value->duration);
  return (duration_number(from) > 0 && duration_number(from) <= usual &&
          usual <= duration_number(to)) ||
         refuse_range(cursor, value);
}

/* duration value = duration [ "from" duration "to" duration ] */
static bool parse_duration_value(struct cursor *cursor, struct value *value)
{
  value->kind = VALUE_DURATION;
  if (!parse_plain_duration(cursor, &value->duration)) {
    return false;
  }
  return !cursor_accept(cursor, WORD_FROM) ||
         parse_duration_range(cursor, value);
}

/* number value = number [ "from" number "to" number ] */
static bool parse_number_value(struct cursor *cursor, struct value *value)
{
  value->kind = VALUE_NUMBER;
  if (!parse_number(cursor, &value->number)) {
    return false;
  }
  cursor_accept(cursor, WORD_TIMES);
  if (!cursor_accept(cursor, WORD_FROM)) {
    return true;
  }
  if (!parse_number(cursor, &value->number_from) ||
      !cursor_expect(cursor, WORD_TO) ||
      !parse_number(cursor, &value->number_to)) {
    return false;
  }
  cursor_accept(cursor, WORD_TIMES);
  value->has_range = true;
  return (value->number_from <= value->number &&
          value->number <= value->number_to) ||
         refuse_range(cursor, value);
}

/* "value n = 5", as programmers write it; the formatter leaves it out. */
static void skip_equals(struct cursor *cursor)
{
  struct scan_word word;
  if (cursor_peek(cursor, &word) && cursor->source->bytes[word.begin] == '=') {
    cursor->at = word.begin + 1;
  }
}

/* "value rest time 30 seconds" */
static bool refuse_two_words(struct cursor *cursor, const struct value *value)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct location rest = cursor_location(cursor, cursor->at, cursor->at);
  struct scan_word word;
  while (!parse_at_quantity(&ahead) && cursor_peek(&ahead, &word)) {
    rest.begin = rest.begin == rest.end ? word.begin : rest.begin;
    rest.end = word.end;
    ahead.at = word.after;
  }
  return !cursor_at_end(&ahead) &&
         !cursor_error_plain(cursor, rest,
                             "The name of a value is one word. Write: value "
                             "%s-%.*s, with a hyphen.",
                             value->name, quoted_length(rest),
                             quoted_bytes(rest));
}

static bool has_more_words(const struct cursor *cursor)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word word;
  if (cursor_peek(&ahead, &word)) {
    ahead.at = word.after;
  }
  return !cursor_at_end(&ahead);
}

/* text = "text" WORDS ; "text" before an "or" is a choice */
static bool at_text(const struct cursor *cursor)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word found;
  return cursor_accept(&ahead, WORD_TEXT) &&
         !cursor_matches(&ahead, WORD_OR, &found);
}

static bool parse_text_value(struct cursor *cursor, struct value *value)
{
  struct location words;
  value->kind = VALUE_TEXT;
  cursor_accept(cursor, WORD_TEXT);
  if (!cursor_expect_name(cursor, "its text", &words)) {
    return false;
  }
  value->text = cursor_copy(cursor, words);
  return value->text;
}

/* Words that are no choices: a text that lacks its first word, or choices that
   lack what stands between them. */
static bool refuse_words(struct cursor *cursor)
{
  cursor_accept(cursor, WORD_TEXT); /* which it is not: it could have stood */
  return !cursor_refuse_near(cursor) && cursor_lacks(cursor, WORD_OR);
}

static bool parse_default(struct cursor *cursor, struct value *value)
{
  struct scan_word found;
  if (at_text(cursor)) {
    return parse_text_value(cursor, value);
  }
  if (cursor_find_last(cursor, WORD_OR, &found)) {
    return parse_choices(cursor, value);
  }
  if (!parse_at_quantity(cursor) && refuse_two_words(cursor, value)) {
    return false;
  }
  if (!parse_at_quantity(cursor)) {
    return has_more_words(cursor)
               ? refuse_words(cursor)
               : cursor_unexpected(cursor,
                                   "a length, a number, or choices with "
                                   "\"or\" between them");
  }
  return parse_lacks_unit(cursor) ? parse_number_value(cursor, value)
                                  : parse_duration_value(cursor, value);
}

/* value = "value" NAME ( text | choices | duration value | number value ) */
bool parse_value(struct cursor *cursor)
{
  struct value *value = cursor_take(cursor, sizeof(*value));
  if (!value || !parse_new_name(cursor, value)) {
    return false;
  }
  /* Known even when the rest is wrong, so that its uses are no errors too. */
  builder_add_value(cursor->builder, value);
  skip_equals(cursor);
  return parse_default(cursor, value) && cursor_finish_line(cursor);
}
