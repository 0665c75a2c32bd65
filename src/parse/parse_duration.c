/* Lengths of time. */

#include "base/nearest.h"
#include "parse/parse.h"

#include <string.h>

static const double seconds_in[] = {
    [UNIT_NONE] = 1,     [UNIT_SECONDS] = 1,  [UNIT_MINUTES] = 60,
    [UNIT_HOURS] = 3600, [UNIT_BREATHS] = 10,
};

struct unit_word {
  enum word word;
  enum unit unit;
};

static const struct unit_word unit_words[] = {
    {WORD_SECONDS, UNIT_SECONDS},
    {WORD_MINUTES, UNIT_MINUTES},
    {WORD_HOURS, UNIT_HOURS},
    {WORD_BREATHS, UNIT_BREATHS},
};
enum { UNIT_WORDS = sizeof(unit_words) / sizeof(unit_words[0]) };

/* The letters at the cursor: of "30s" the "s", of "1m30s" the "m". */
static bool peek_letters(const struct parser *parser, struct scan_word *word)
{
  if (!parser_peek(parser, word)) {
    return false;
  }
  const char *bytes = parser->source->bytes;
  uint32_t end = word->begin;
  while (end < word->end && !strchr("0123456789@", bytes[end])) {
    end++;
  }
  if (end < word->end) {
    word->end = end;
    word->after = end;
  }
  return word->begin < word->end;
}

/* The unit at the cursor, as an index of `unit_words`; UNIT_WORDS when there is
   none. */
static size_t find_unit(const struct parser *parser, struct scan_word *word)
{
  size_t i = peek_letters(parser, word) ? 0 : UNIT_WORDS;
  while (i < UNIT_WORDS && !word_is_spelled(unit_words[i].word,
                                            parser->source->bytes + word->begin,
                                            word->end - word->begin)) {
    i++;
  }
  return i;
}

/* unit = "seconds" | "minutes" | "hours" | "breaths", in any spelling */
static bool accept_unit(struct parser *parser, double number, enum unit *unit)
{
  struct scan_word word;
  const size_t i = find_unit(parser, &word);
  if (i == UNIT_WORDS) {
    return false;
  }
  *unit = unit_words[i].unit;
  parser_lay_piece(parser, word.begin, word.end,
                   word_counted(unit_words[i].word, number));
  parser->cursor = word.after;
  return true;
}

/* Whether the next word is one of the language, so that the unit before it is
   missing and not mistaken. */
static bool is_known_word(const struct parser *parser)
{
  struct scan_word found;
  for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
    if (parser_matches(parser, word, &found) || parser_begins(parser, word)) {
      return true;
    }
  }
  return parse_at_quantity(parser);
}

static bool refuse_unit(struct parser *parser, struct quantity quantity)
{
  struct scan_word word;
  struct nearest best = {0};
  if (!peek_letters(parser, &word)) {
    return parser_error(parser, quantity.where,
                        QUOTED " needs a unit: seconds, minutes, hours or "
                               "breaths.",
                        QUOTE(quantity.where));
  }
  const struct location where = parser_location(parser, word.begin, word.end);
  best.typed = quoted_bytes(where);
  best.length = where.end - where.begin;
  for (size_t i = 0; i < UNIT_WORDS; i++) {
    nearest_consider(&best, word_entry(unit_words[i].word)->spelling);
  }
  if (best.nearest) {
    return parser_error(parser, where,
                        "I do not know the unit " QUOTED
                        ". Did you mean \"%s\"?",
                        QUOTE(where), best.nearest);
  }
  if (!is_known_word(parser)) {
    return parser_error(parser, where,
                        "I do not know the unit " QUOTED
                        ". The units are seconds, minutes, hours and breaths.",
                        QUOTE(where));
  }
  return parser_error(parser, quantity.where,
                      QUOTED " needs a unit after it: seconds, minutes, hours "
                             "or breaths.",
                      QUOTE(quantity.where));
}

/* quantity unit | "@" NAME */
static bool parse_part(struct parser *parser, struct quantity *part)
{
  struct scan_word word;
  *part = (struct quantity){0};
  if (!parser_peek(parser, &word)) {
    return parser_unexpected(parser, "a length of time");
  }
  const uint32_t begin = word.begin;
  if (parser->source->bytes[begin] == '@') {
    if (!parse_value_name(parser, NEED_ANY, &part->value, &part->where)) {
      return false;
    }
    const bool has_unit = accept_unit(parser, 0, &part->unit);
    parser_use_value(parser, part->value,
                     has_unit ? NEED_NUMBER : NEED_DURATION, NULL, part->where);
    return true;
  }
  if (!parse_at_quantity(parser)) {
    return parser_unexpected(parser, "a length of time");
  }
  if (!parse_number(parser, &part->number)) {
    return false;
  }
  part->where = parser_location(parser, begin, parser->cursor);
  if (part->where.end > word.end) {
    part->where.end = word.end;
  }
  if (!accept_unit(parser, part->number, &part->unit)) {
    return refuse_unit(parser, *part);
  }
  part->where.end = parser->cursor;
  return true;
}

/* Whether another part follows, after an "and" perhaps. */
static bool accept_further_part(struct parser *parser)
{
  const uint32_t before = parser->cursor;
  struct scan_word and;
  if (parser_matches(parser, WORD_AND, &and)) {
    parser->cursor = and.after;
    if (!parse_at_quantity(parser)) {
      parser->cursor = before;
      return false;
    }
    return true;
  }
  return parse_at_quantity(parser);
}

static bool check_duration(struct parser *parser,
                           const struct duration *duration)
{
  double seconds = 0;
  for (size_t i = 0; i < duration->count; i++) {
    const struct quantity *part = &duration->parts[i];
    if (i > 0 && (part->unit == UNIT_BREATHS || part->unit == UNIT_NONE ||
                  part->unit >= duration->parts[i - 1].unit)) {
      return parser_error(parser, duration->where,
                          QUOTED " is no length of time: hours come first, "
                                 "then minutes, then seconds.",
                          QUOTE(duration->where));
    }
    if (part->value) {
      return true;
    }
    seconds += part->number * seconds_in[part->unit];
  }
  if (seconds <= 0) {
    return parser_error(parser, duration->where,
                        "A length of time must be longer than nothing.%s",
                        parser->statement == WORD_AT
                            ? " What is said at once stands before the block."
                            : "");
  }
  if (seconds > PARSE_LONGEST_HOURS * 3600.0) {
    return parser_error(parser, duration->where,
                        "A session can last 24 hours; " QUOTED " is longer.",
                        QUOTE(duration->where));
  }
  return true;
}

bool parse_duration(struct parser *parser, struct duration *duration)
{
  struct scan_word word;
  const uint32_t begin =
      parser_peek(parser, &word) ? word.begin : parser->cursor;
  *duration = (struct duration){0};
  do {
    if (duration->count == 3) {
      return parser_unexpected(parser, "no further unit");
    }
    if (!parse_part(parser, &duration->parts[duration->count])) {
      return false;
    }
    duration->count++;
  } while (accept_further_part(parser));
  const struct quantity *last = &duration->parts[duration->count - 1];
  duration->where = parser_location(parser, begin, last->where.end);
  return check_duration(parser, duration);
}

bool parse_length(struct parser *parser, struct duration *duration)
{
  const bool exactly = parser_accept(parser, WORD_EXACTLY);
  if (!parse_duration(parser, duration)) {
    return false;
  }
  duration->exactly = exactly;
  return true;
}

bool parse_stay(struct parser *parser, struct duration *duration)
{
  struct scan_word word;
  if (parser_matches(parser, WORD_FOR, &word)) {
    parser->cursor = word.after;
  }
  return parse_length(parser, duration);
}

bool parser_lacks_unit(const struct parser *parser)
{
  static const enum word followers[] = {WORD_FROM, WORD_TO, WORD_TIMES};
  struct parser ahead = *parser;
  struct parse_guess guess = {.word = WORD_NONE};
  struct scan_word word;
  double number;
  ahead.quiet = true;
  ahead.layout = NULL;
  if (!parse_number(&ahead, &number) || find_unit(&ahead, &word) < UNIT_WORDS) {
    return false;
  }
  for (size_t i = 0; i < sizeof(followers) / sizeof(followers[0]); i++) {
    parser_consider(&ahead, followers[i], &guess);
  }
  return parser_at_end(&ahead) || guess.word != WORD_NONE;
}
