/* Values: what the listener can change. */

#include "parse/duration.h"
#include "parse/parse.h"

#include <string.h>

/* The one word that names the value. */
static bool parse_new_name(struct parser *parser, struct value *value)
{
  struct scan_word word;
  if (!parser_peek(parser, &word)) {
    return parser_unexpected(parser, "a name");
  }
  const uint32_t begin =
      word.begin + (parser->source->bytes[word.begin] == '@');
  const uint32_t end = parse_name_end(parser->source, begin, word.end);
  value->where = parser_location(parser, begin, word.end);
  if (begin == end || end < word.end) {
    return parser_error(parser, value->where,
                        QUOTED " cannot name a value. A name is one word of "
                               "letters, digits and hyphens.",
                        QUOTE(value->where));
  }
  value->name = parser_copy(parser, begin, end);
  value->folded = parser_fold(parser, value->where);
  if (!value->name || !value->folded) {
    return false;
  }
  if (parse_is_reserved(value->folded)) {
    return parser_error(parser, value->where,
                        "\"%s\" has a meaning of its own. Choose another name.",
                        value->folded);
  }
  size_t count = 0;
  for (const struct value *other = parser->routine->values; other;
       other = other->next) {
    count++;
    if (strcmp(other->folded, value->folded) == 0) {
      return parser_error_plain(
          parser, value->where,
          "There is a value \"%s\" already, on line %u. Choose another name.",
          value->name, (unsigned)location_line(other->where));
    }
  }
  if (count == PARSE_MOST_VALUES) {
    parser->stopped = true;
    return parser_error_plain(parser, value->where,
                              "A file can have %d values at most. Nothing "
                              "further is read.",
                              PARSE_MOST_VALUES);
  }
  parser_lay_piece(parser, begin, end, NULL);
  parser->cursor = word.after;
  return true;
}

/* True when the rest of the line has an "or". */
static bool has_choices(const struct parser *parser)
{
  struct parser ahead = *parser;
  struct scan_word word;
  while (parser_peek(&ahead, &word)) {
    if (parser_matches(&ahead, WORD_OR, &word)) {
      return true;
    }
    ahead.cursor = word.after;
  }
  return false;
}

/* One choice: the words up to "or" or the end. */
static const char *parse_choice(struct parser *parser)
{
  struct scan_word word;
  uint32_t begin = parser->cursor;
  uint32_t end = begin;
  while (parser_peek(parser, &word)) {
    struct scan_word found;
    if (parser_matches(parser, WORD_OR, &found)) {
      break;
    }
    begin = end == begin ? word.begin : begin;
    end = word.end;
    parser_lay_piece(parser, word.begin, word.end, NULL);
    parser->cursor = word.after;
  }
  if (begin == end) {
    parser_unexpected(parser, "a choice");
    return NULL;
  }
  return parser_fold(parser, parser_location(parser, begin, end));
}

/* choices = NAME "or" NAME { "or" NAME } */
static bool parse_choices(struct parser *parser, struct value *value)
{
  const char *choices[PARSE_MOST_CHOICES];
  size_t count = 0;
  value->kind = VALUE_CHOICE;
  do {
    if (count == PARSE_MOST_CHOICES) {
      return parser_error_plain(parser, value->where,
                                "A value can have %d choices at most.",
                                PARSE_MOST_CHOICES);
    }
    const char *choice = parse_choice(parser);
    if (!choice) {
      return false;
    }
    for (size_t i = 0; i < count; i++) {
      if (strcmp(choices[i], choice) == 0) {
        return parser_error_plain(parser, parser_line_location(parser),
                                  "The choice \"%s\" is there twice.", choice);
      }
    }
    choices[count++] = choice;
  } while (parser_accept(parser, WORD_OR));
  const char **kept = parser_take(parser, count * sizeof(*choices));
  if (!kept) {
    return false;
  }
  memcpy(kept, choices, count * sizeof(*choices));
  value->choices = kept;
  value->choice_count = count;
  return true;
}

bool duration_is_within(const struct duration *duration,
                        const struct value *value)
{
  if (!value->has_range || duration->parts[0].value ||
      duration_in_breaths(duration) != duration_in_breaths(&value->duration)) {
    return true;
  }
  const double length = duration_number(duration);
  return duration_number(&value->duration_from) <= length &&
         length <= duration_number(&value->duration_to);
}

static bool refuse_range(struct parser *parser, const struct value *value)
{
  return parser_error(parser, value->where,
                      "The usual value of \"%s\" must lie in its range, and "
                      "the range must go upwards.",
                      value->name);
}

/* duration range = "from" duration "to" duration ; the first may leave its
   unit to the second */
static bool parse_duration_range(struct parser *parser, struct value *value)
{
  struct duration *from = &value->duration_from;
  struct duration *to = &value->duration_to;
  double number = 0;
  const uint32_t before = parser->cursor;
  bool bare = parser_lacks_unit(parser);
  if (bare && !parse_number(parser, &number)) {
    return false;
  }
  if (!bare && !parse_duration(parser, from)) {
    return false;
  }
  if (!parser_expect(parser, WORD_TO) || !parse_duration(parser, to)) {
    return false;
  }
  if (bare) {
    *from = *to;
    from->count = 1;
    from->parts[0].number = number;
    const uint32_t begin =
        scan_skip_marks(parser->source, before, parser->line.end);
    from->where = parser_location(parser, begin, to->where.begin);
  }
  if (duration_in_breaths(from) != duration_in_breaths(to) ||
      duration_in_breaths(from) != duration_in_breaths(&value->duration)) {
    return parser_error(parser, to->where,
                        "A range is either in breaths or in time, like the "
                        "value itself.");
  }
  value->has_range = true;
  const double usual = duration_number(&value->duration);
  return (duration_number(from) > 0 && duration_number(from) <= usual &&
          usual <= duration_number(to)) ||
         refuse_range(parser, value);
}

/* duration value = duration [ "from" duration "to" duration ] */
static bool parse_duration_value(struct parser *parser, struct value *value)
{
  value->kind = VALUE_DURATION;
  if (!parse_duration(parser, &value->duration)) {
    return false;
  }
  return !parser_accept(parser, WORD_FROM) ||
         parse_duration_range(parser, value);
}

/* number value = number [ "from" number "to" number ] */
static bool parse_number_value(struct parser *parser, struct value *value)
{
  value->kind = VALUE_NUMBER;
  if (!parse_number(parser, &value->number)) {
    return false;
  }
  parser_accept(parser, WORD_TIMES);
  if (!parser_accept(parser, WORD_FROM)) {
    return true;
  }
  if (!parse_number(parser, &value->number_from) ||
      !parser_expect(parser, WORD_TO) ||
      !parse_number(parser, &value->number_to)) {
    return false;
  }
  parser_accept(parser, WORD_TIMES);
  value->has_range = true;
  return (value->number_from <= value->number &&
          value->number <= value->number_to) ||
         refuse_range(parser, value);
}

static bool has_more_words(const struct parser *parser)
{
  struct parser ahead = *parser;
  struct scan_word word;
  if (parser_peek(&ahead, &word)) {
    ahead.cursor = word.after;
  }
  return !parser_at_end(&ahead);
}

static bool parse_default(struct parser *parser, struct value *value)
{
  if (has_choices(parser)) {
    return parse_choices(parser, value);
  }
  if (!parse_at_quantity(parser)) {
    return has_more_words(parser)
               ? parser_lacks(parser, WORD_OR)
               : parser_unexpected(parser,
                                   "a length, a number, or choices with "
                                   "\"or\" between them");
  }
  return parser_lacks_unit(parser) ? parse_number_value(parser, value)
                                   : parse_duration_value(parser, value);
}

/* value = "value" NAME ( choices | duration value | number value ) */
bool parse_value(struct parser *parser)
{
  struct value *value = parser_take(parser, sizeof(*value));
  if (!value || !parse_new_name(parser, value)) {
    return false;
  }
  /* Known even when the rest is wrong, so that its uses are no errors too. */
  *parser->next_value = value;
  parser->next_value = &value->next;
  return parse_default(parser, value) && parser_finish_line(parser);
}
