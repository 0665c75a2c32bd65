/* Numbers in digits and in words, and the quantities made of them. */

#include "terms/number.h"

#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/parse_text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* More digits than any session needs; fewer than a double holds exactly. */
#define MOST_DIGITS 9

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* "forty", "ten", "forty-five"; 0 when it is none. */
static int read_number_word(const struct cursor *cursor, struct scan_word word)
{
  const char *bytes = cursor->source->bytes;
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

/* "half a minute", "half minute" */
static bool is_half(const struct cursor *cursor, struct scan_word half)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word word;
  ahead.at = half.after;
  if (!word_is_half(cursor->source->bytes + half.begin,
                    half.end - half.begin) ||
      !cursor_peek(&ahead, &word)) {
    return false;
  }
  if (read_number_word(&ahead, word) == 1) {
    return true;
  }
  return cursor_match_longest(&ahead, WORD_SECONDS, WORD_BREATHS, &word) !=
         WORD_NONE;
}

bool parse_at_quantity(const struct cursor *cursor)
{
  struct scan_word word;
  if (!cursor_peek(cursor, &word)) {
    return false;
  }
  const char *bytes = cursor->source->bytes + word.begin;
  return is_digit(bytes[0]) || bytes[0] == '@' ||
         ((bytes[0] == '-' || bytes[0] == '+' || bytes[0] == '.') &&
          word.end - word.begin > 1 && is_digit(bytes[1])) ||
         read_number_word(cursor, word) > 0 || is_half(cursor, word);
}

static bool parse_number_word(struct cursor *cursor, double *number)
{
  struct scan_word word;
  int sum = cursor_peek(cursor, &word) ? read_number_word(cursor, word) : 0;
  if (sum == 0) {
    return false;
  }
  const uint32_t begin = word.begin;
  uint32_t end = word.end;
  cursor->at = word.after;
  if (sum >= 20 && sum % 10 == 0 && cursor_peek(cursor, &word)) {
    const int ones = read_number_word(cursor, word);
    if (ones > 0 && ones < 10 && word.end - word.begin > 2) {
      sum += ones;
      end = word.end;
      cursor->at = word.after;
    }
  }
  *number = sum;
  char digits[16];
  const int length = snprintf(digits, sizeof(digits), "%d", sum);
  char *text = cursor_take(cursor, (size_t)length + 1);
  if (text) {
    memcpy(text, digits, (size_t)length);
    cursor_lay_piece(cursor, begin, end, text);
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
static bool refuse_colon(struct cursor *cursor, struct location where,
                         const double numbers[2])
{
  static const enum word small[] = {WORD_MINUTES, WORD_SECONDS};
  static const enum word large[] = {WORD_HOURS, WORD_MINUTES};
  char first[80];
  char second[80];
  if (numbers[0] + numbers[1] <= 0 || numbers[0] + numbers[1] > 1e6) {
    return cursor_error(cursor, where, QUOTED " is no length of time.",
                        QUOTE(where));
  }
  print_reading(first, sizeof(first), numbers, small);
  print_reading(second, sizeof(second), numbers, large);
  return cursor_error_plain(cursor, where,
                            QUOTED " can be read in two ways. Write \"%s\" or "
                                   "\"%s\".",
                            QUOTE(where), first, second);
}

/* So does `1,5`. */
static bool refuse_comma(struct cursor *cursor, struct location where,
                         uint32_t mark)
{
  const char *bytes = cursor->source->bytes;
  const int before = (int)(mark - where.begin);
  uint32_t end = mark + 1;
  while (end < where.end && is_digit(bytes[end])) {
    end++;
  }
  const int after = (int)(end - mark - 1);
  if (before + after > MOST_DIGITS) {
    return cursor_error(cursor, where, QUOTED " has too many digits.",
                        QUOTE(where));
  }
  const char *first = bytes + where.begin;
  const char *second = bytes + mark + 1;
  return cursor_error_plain(
      cursor, where,
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

bool parse_number(struct cursor *cursor, double *number)
{
  struct scan_word word;
  if (parse_number_word(cursor, number)) {
    return true;
  }
  if (!cursor_peek(cursor, &word)) {
    return cursor_unexpected(cursor, "a number");
  }
  const char *bytes = cursor->source->bytes;
  const struct location where = cursor_word_location(cursor, word);
  if (bytes[word.begin] == '-') {
    return cursor_error(cursor, where,
                        QUOTED " is less than nothing. Leave out the minus.",
                        QUOTE(where));
  }
  if (!is_digit(bytes[word.begin]) && bytes[word.begin] != '.') {
    return cursor_unexpected(cursor, "a number");
  }
  uint32_t end;
  *number = read_digits(bytes, word.begin, word.end, &end);
  if (end == word.begin) {
    return cursor_unexpected(cursor, "a number");
  }
  if (end + 1 < word.end && (bytes[end] == ',' || bytes[end] == ':') &&
      is_digit(bytes[end + 1])) {
    if (bytes[end] == ',') {
      return refuse_comma(cursor, where, end);
    }
    uint32_t ignored;
    const double numbers[] = {*number,
                              read_digits(bytes, end + 1, word.end, &ignored)};
    return refuse_colon(cursor, where, numbers);
  }
  if (end < word.end && bytes[end] == '.') {
    return cursor_error(cursor, where, QUOTED " is no number.", QUOTE(where));
  }
  if (end - word.begin > MOST_DIGITS + 1) {
    return cursor_error(cursor, where, QUOTED " has too many digits.",
                        QUOTE(where));
  }
  cursor_lay_piece(cursor, word.begin, end, NULL);
  cursor->at = end < word.end ? end : word.after;
  return true;
}

/* part = number | "@" NAME | "@round" */
static bool parse_part(struct cursor *cursor, enum value_need need,
                       struct quantity *quantity)
{
  struct scan_word word;
  *quantity = (struct quantity){0};
  if (parse_accept_round(cursor, &quantity->where)) {
    quantity->is_round = true;
    return true;
  }
  if (cursor_peek(cursor, &word) && cursor->source->bytes[word.begin] == '@') {
    return parse_value_name(cursor, need, &quantity->value, &quantity->where);
  }
  const uint32_t begin = cursor_peek(cursor, &word) ? word.begin : 0;
  if (!parse_number(cursor, &quantity->number)) {
    return false;
  }
  quantity->where = cursor_location(cursor, begin, cursor->at);
  return true;
}

bool parse_multiplier(struct cursor *cursor, const struct quantity **times)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct quantity ignored;
  struct scan_word found;
  *times = NULL;
  if (!parse_part(&ahead, NEED_ANY, &ignored) ||
      !cursor_matches(&ahead, WORD_TIMES, &found)) {
    return true;
  }
  ahead.at = found.after;
  if (!parse_at_quantity(&ahead)) {
    return true;
  }
  struct quantity *made = cursor_take(cursor, sizeof(*made));
  *times = made;
  return made && parse_part(cursor, NEED_NUMBER, made) &&
         cursor_expect(cursor, WORD_TIMES);
}

enum word parse_operation(struct cursor *cursor)
{
  return cursor_accept(cursor, WORD_PLUS)    ? WORD_PLUS
         : cursor_accept(cursor, WORD_MINUS) ? WORD_MINUS
                                             : WORD_NONE;
}

/* A number from which another one is taken away, as what is checked. */
static void keep_difference(struct cursor *cursor,
                            const struct quantity *quantity)
{
  struct duration amount = {.parts = {*quantity, *quantity->plus},
                            .count = 2,
                            .where = quantity->where};
  builder_add_difference(cursor, &amount);
}

static bool parse_operand(struct cursor *cursor, enum value_need need,
                          struct quantity *quantity)
{
  const enum word operation = parse_operation(cursor);
  if (operation == WORD_NONE) {
    return true;
  }
  struct quantity *other = cursor_take(cursor, sizeof(*other));
  if (!other || !parse_part(cursor, need, other)) {
    return false;
  }
  other->minus = operation == WORD_MINUS;
  quantity->plus = other;
  quantity->where.end = other->where.end;
  if (other->minus) {
    keep_difference(cursor, quantity);
  }
  return cursor->status == STATUS_OK;
}

bool parse_quantity(struct cursor *cursor, enum value_need need,
                    struct quantity *quantity)
{
  const struct quantity *times;
  if (!parse_multiplier(cursor, &times) ||
      !parse_part(cursor, need, quantity)) {
    return false;
  }
  if (!times) {
    return parse_operand(cursor, need, quantity);
  }
  quantity->times = times;
  quantity->where.begin = times->where.begin;
  return true;
}

bool parse_count(struct cursor *cursor, struct quantity *quantity)
{
  if (!parse_quantity(cursor, NEED_NUMBER, quantity)) {
    return false;
  }
  if (quantity_is_literal(quantity) &&
      (quantity->number < 1 || quantity->number != floor(quantity->number))) {
    return cursor_error(cursor, quantity->where,
                        QUOTED " is not a whole number from 1 on.",
                        QUOTE(quantity->where));
  }
  return true;
}

bool parse_often(struct cursor *cursor, struct quantity *quantity)
{
  static const char *const digits[] = {"1", "2", "3"};
  struct scan_word word;
  const int often = cursor_peek(cursor, &word)
                        ? word_often(cursor->source->bytes + word.begin,
                                     word.end - word.begin)
                        : 0;
  if (often == 0) {
    return parse_count(cursor, quantity) &&
           (cursor_accept(cursor, WORD_TIMES) || true);
  }
  *quantity = (struct quantity){.number = often,
                                .where = cursor_word_location(cursor, word)};
  cursor_lay_piece(cursor, word.begin, word.end, digits[often - 1]);
  cursor->at = word.after;
  return true;
}
