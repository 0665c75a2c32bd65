/* Numbers in digits and in words, and the quantities made of them. */

#include "parse/parse.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* More digits than any session needs; fewer than a double holds exactly. */
#define MOST_DIGITS 9

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* "forty", "ten", "forty-five"; 0 when it is none. */
static int read_number_word(const struct parser *parser, struct scan_word word)
{
  const char *bytes = parser->source->bytes;
  const int whole = word_number(bytes + word.begin, word.end - word.begin);
  const char *hyphen = memchr(bytes + word.begin, '-', word.end - word.begin);
  if (whole > 0 || !hyphen) {
    return whole;
  }
  const uint32_t middle = (uint32_t)(hyphen - bytes);
  const int tens = word_number(bytes + word.begin, middle - word.begin);
  const int ones = word_number(bytes + middle + 1, word.end - middle - 1);
  return tens >= 20 && ones > 0 && ones < 10 ? tens + ones : 0;
}

bool parse_at_quantity(const struct parser *parser)
{
  struct scan_word word;
  if (!parser_peek(parser, &word)) {
    return false;
  }
  const char *bytes = parser->source->bytes + word.begin;
  return is_digit(bytes[0]) || bytes[0] == '@' ||
         ((bytes[0] == '-' || bytes[0] == '+' || bytes[0] == '.') &&
          word.end - word.begin > 1 && is_digit(bytes[1])) ||
         read_number_word(parser, word) > 0;
}

static bool parse_number_word(struct parser *parser, double *number)
{
  struct scan_word word;
  int sum = parser_peek(parser, &word) ? read_number_word(parser, word) : 0;
  if (sum == 0) {
    return false;
  }
  const uint32_t begin = word.begin;
  uint32_t end = word.end;
  parser->cursor = word.after;
  if (sum >= 20 && sum % 10 == 0 && parser_peek(parser, &word)) {
    const int ones = read_number_word(parser, word);
    if (ones > 0 && ones < 10 && word.end - word.begin > 2) {
      sum += ones;
      end = word.end;
      parser->cursor = word.after;
    }
  }
  *number = sum;
  char digits[16];
  const int length = snprintf(digits, sizeof(digits), "%d", sum);
  char *text = parser_take(parser, (size_t)length + 1);
  if (text) {
    memcpy(text, digits, (size_t)length);
    parser_lay_piece(parser, begin, end, text);
  }
  return text;
}

/* Writes "1 minute 30 seconds" of two numbers, without parts that are 0. */
static void print_reading(char *out, size_t size, const double numbers[2],
                          const enum word units[2])
{
  int length = 0;
  out[0] = '\0';
  for (size_t i = 0; i < 2; i++) {
    if (numbers[i] > 0 && length >= 0 && (size_t)length < size) {
      length += snprintf(out + length, size - (size_t)length, "%s%.0f %s",
                         length > 0 ? " " : "", numbers[i],
                         word_counted(units[i], numbers[i]));
    }
  }
}

/* `1:30` means different things to different people. */
static bool refuse_colon(struct parser *parser, struct location where,
                         const double numbers[2])
{
  static const enum word small[] = {WORD_MINUTES, WORD_SECONDS};
  static const enum word large[] = {WORD_HOURS, WORD_MINUTES};
  char first[80];
  char second[80];
  if (numbers[0] + numbers[1] <= 0 || numbers[0] + numbers[1] > 1e6) {
    return parser_error(parser, where, QUOTED " is no length of time.",
                        QUOTE(where));
  }
  print_reading(first, sizeof(first), numbers, small);
  print_reading(second, sizeof(second), numbers, large);
  return parser_error_plain(parser, where,
                            QUOTED " can be read in two ways. Write \"%s\" or "
                                   "\"%s\".",
                            QUOTE(where), first, second);
}

/* So does `1,5`. */
static bool refuse_comma(struct parser *parser, struct location where,
                         uint32_t mark)
{
  const char *bytes = parser->source->bytes;
  const int before = (int)(mark - where.begin);
  uint32_t end = mark + 1;
  while (end < where.end && is_digit(bytes[end])) {
    end++;
  }
  const int after = (int)(end - mark - 1);
  if (before + after > MOST_DIGITS) {
    return parser_error(parser, where, QUOTED " has too many digits.",
                        QUOTE(where));
  }
  const char *first = bytes + where.begin;
  const char *second = bytes + mark + 1;
  return parser_error_plain(
      parser, where,
      QUOTED " can be read in two ways. Write \"%.*s.%.*s\" with a point, or "
             "\"%.*s%.*s\" without a comma.",
      QUOTE(where), before, first, after, second, before, first, after, second);
}

/* Reads the digits from the cursor; *end gets where they stop. */
static double read_digits(const char *bytes, uint32_t from, uint32_t limit,
                          uint32_t *end)
{
  double whole = 0;
  uint32_t at = from;
  for (; at < limit && is_digit(bytes[at]); at++) {
    whole = whole * 10 + (bytes[at] - '0');
  }
  double part = 0;
  double scale = 1;
  if (at + 1 < limit && bytes[at] == '.' && is_digit(bytes[at + 1])) {
    for (at++; at < limit && is_digit(bytes[at]); at++) {
      part = part * 10 + (bytes[at] - '0');
      scale *= 10;
    }
  }
  *end = at;
  return whole + part / scale;
}

bool parse_number(struct parser *parser, double *number)
{
  struct scan_word word;
  if (parse_number_word(parser, number)) {
    return true;
  }
  if (!parser_peek(parser, &word)) {
    return parser_unexpected(parser, "a number");
  }
  const char *bytes = parser->source->bytes;
  const struct location where = parser_location(parser, word.begin, word.end);
  if (bytes[word.begin] == '-') {
    return parser_error(parser, where,
                        QUOTED " is less than nothing. Leave out the minus.",
                        QUOTE(where));
  }
  if (!is_digit(bytes[word.begin]) && bytes[word.begin] != '.') {
    return parser_unexpected(parser, "a number");
  }
  uint32_t end;
  *number = read_digits(bytes, word.begin, word.end, &end);
  if (end == word.begin) {
    return parser_unexpected(parser, "a number");
  }
  if (end + 1 < word.end && (bytes[end] == ',' || bytes[end] == ':') &&
      is_digit(bytes[end + 1])) {
    if (bytes[end] == ',') {
      return refuse_comma(parser, where, end);
    }
    uint32_t ignored;
    const double numbers[] = {*number,
                              read_digits(bytes, end + 1, word.end, &ignored)};
    return refuse_colon(parser, where, numbers);
  }
  if (end < word.end && bytes[end] == '.') {
    return parser_error(parser, where, QUOTED " is no number.", QUOTE(where));
  }
  if (end - word.begin > MOST_DIGITS + 1) {
    return parser_error(parser, where, QUOTED " has too many digits.",
                        QUOTE(where));
  }
  parser_lay_piece(parser, word.begin, end, NULL);
  parser->cursor = end < word.end ? end : word.after;
  return true;
}

/* quantity = number | "@" NAME */
static bool parse_quantity(struct parser *parser, enum value_need need,
                           struct quantity *quantity)
{
  struct scan_word word;
  *quantity = (struct quantity){0};
  if (parser_peek(parser, &word) && parser->source->bytes[word.begin] == '@') {
    return parse_value_name(parser, need, &quantity->value, &quantity->where);
  }
  const uint32_t begin = parser_peek(parser, &word) ? word.begin : 0;
  if (!parse_number(parser, &quantity->number)) {
    return false;
  }
  quantity->where = parser_location(parser, begin, parser->cursor);
  return true;
}

bool parse_count(struct parser *parser, struct quantity *quantity)
{
  if (!parse_quantity(parser, NEED_NUMBER, quantity)) {
    return false;
  }
  if (!quantity->value &&
      (quantity->number < 1 || quantity->number != floor(quantity->number))) {
    return parser_error(parser, quantity->where,
                        QUOTED " is not a whole number from 1 on.",
                        QUOTE(quantity->where));
  }
  return true;
}

bool parse_plain_quantity(struct parser *parser, struct quantity *quantity)
{
  return parse_quantity(parser, NEED_NUMBER, quantity);
}

bool parse_breath_seconds(struct parser *parser, struct quantity *quantity)
{
  if (!parse_quantity(parser, NEED_SECONDS, quantity)) {
    return false;
  }
  parser_accept(parser, WORD_SECONDS);
  if (!quantity->value && quantity->number <= 0) {
    return parser_error(parser, quantity->where,
                        "Part of a breath must last longer than nothing.");
  }
  return true;
}

bool parse_setting(struct parser *parser, struct quantity *quantity,
                   double least, double most)
{
  if (!parse_quantity(parser, NEED_NUMBER, quantity)) {
    return false;
  }
  if (!quantity->value &&
      (quantity->number < least || quantity->number > most)) {
    return parser_error(parser, quantity->where,
                        QUOTED " is out of range: \"%s\" goes from %g to %g.",
                        QUOTE(quantity->where),
                        word_entry(parser->statement)->spelling, least, most);
  }
  return true;
}
