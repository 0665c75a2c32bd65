/* Signs as words, and shorthand as what it is short for. */

#include "speech/signs.h"

#include "base/utf8.h"
#include "speech/sign_words.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

/* One sentence on its way. */
struct reading {
  const char *begin; /* of the sentence */
  const char *at;    /* what comes next */
  const struct speech_rules *rules;
  const struct speech_signs *signs;
  struct text *out;
};

static bool is_digit(char byte)
{
  return byte >= '0' && byte <= '9';
}

static bool is_letter_at(const char *text, size_t *length)
{
  uint32_t c = 0;
  const size_t left = strnlen(text, 4);
  *length = left > 0 ? utf8_decode(text, left, &c) : 0;
  return u_isalpha((UChar32)c) ||
         (U_MASK(u_charType((UChar32)c)) & U_GC_M_MASK) != 0;
}

static const char *skip_digits(const char *text)
{
  while (is_digit(*text)) {
    text++;
  }
  return text;
}

static const char *skip_blanks(const char *text)
{
  while (*text == ' ') {
    text++;
  }
  return text;
}

static const char *skip_letters(const char *text)
{
  size_t length;
  while (is_letter_at(text, &length)) {
    text += length;
  }
  return text;
}

/* Where the letters and marks begin that end at `end`. */
static const char *letters_before(const struct reading *reading,
                                  const char *end)
{
  const char *begin = end;
  while (begin > reading->begin) {
    const char *before = begin - 1;
    while (before > reading->begin && ((unsigned char)*before & 0xC0) == 0x80) {
      before--;
    }
    size_t length;
    if (!is_letter_at(before, &length)) {
      break;
    }
    begin = before;
  }
  return begin;
}

static const char *blanks_before(const struct reading *reading, const char *end)
{
  while (end > reading->begin && end[-1] == ' ') {
    end--;
  }
  return end;
}

/* Whether a figure or a letter stands before. */
static bool follows_word(const struct reading *reading)
{
  return reading->at > reading->begin &&
         (is_digit(reading->at[-1]) ||
          letters_before(reading, reading->at) < reading->at);
}

static void append_bytes(struct reading *reading, const char *end)
{
  text_append_bytes(reading->out, reading->at, (size_t)(end - reading->at));
  reading->at = end;
}

/* Appends words in the place of what ends at `behind`, a blank around them. */
static void append_words(struct reading *reading, const char *words,
                         const char *behind)
{
  struct text *out = reading->out;
  const bool parted = out->length == 0 || out->bytes[out->length - 1] == ' ';
  text_append(out, parted ? "" : " ");
  text_append(out, words);
  reading->at = skip_blanks(behind);
  size_t length;
  const bool goes_on = is_digit(*reading->at) || *reading->at == '(' ||
                       is_letter_at(reading->at, &length);
  text_append(out, goes_on ? " " : "");
}

/* --- Signs --- */

/* "~30", "≥ 5", "#2" before figures, and "&" anywhere. */
static bool read_sign(struct reading *reading)
{
  const struct speech_word *sign = reading->signs->words;
  for (; sign->written; sign++) {
    const char *behind = reading->at + strlen(sign->written);
    if (strncmp(reading->at, sign->written, strlen(sign->written)) == 0 &&
        (*sign->written == '&' || is_digit(*skip_blanks(behind)))) {
      append_words(reading, sign->spoken, behind);
      return true;
    }
  }
  return false;
}

/* Whether what stands before is a number with what it counts: "12 reps". */
static bool follows_amount(const struct reading *reading, const char *end)
{
  const char *word = letters_before(reading, end);
  const char *number = blanks_before(reading, word);
  return number > reading->begin && (is_digit(number[-1]) || number[-1] == '%');
}

/* Whether the word that ends, or begins, at the slash is the "or" itself. */
static bool stands_by_or(const struct reading *reading, const char *end,
                         const char *next)
{
  const char *word = reading->signs->or_word;
  const char *before = letters_before(reading, end);
  const size_t length = strlen(word);
  return ((size_t)(end - before) == length &&
          strncasecmp(before, word, length) == 0) ||
         ((size_t)(skip_letters(next) - next) == length &&
          strncasecmp(next, word, length) == 0);
}

/* "12 reps/side", "chair/wall", "and/or"; not "L/R" and not "c/o", which are no
   words, and not "1/2". */
static bool read_slash(struct reading *reading)
{
  const struct speech_signs *signs = reading->signs;
  const char *end = blanks_before(reading, reading->at);
  const char *next = skip_blanks(reading->at + (*reading->at == '/'));
  const char *next_end = skip_letters(next);
  if (*reading->at != '/' || !signs->or_word || next_end == next) {
    return false;
  }
  end -= end > reading->begin && end[-1] == '.';
  const size_t length = (size_t)(next_end - next);
  const bool is_word = length > 1 || speech_rules_unit(reading->rules, next,
                                                       length) != MEASURE_COUNT;
  if (signs->per && is_word && follows_amount(reading, end)) {
    append_words(reading, signs->per, next);
    return true;
  }
  if (stands_by_or(reading, end, next)) {
    append_words(reading, "", next);
    return true;
  }
  if (end - letters_before(reading, end) < 2 || length < 2) {
    return false;
  }
  append_words(reading, signs->or_word, next);
  return true;
}

/* --- Shorthand --- */

/* "10+" before anything but figures, and "20+ s". */
static bool read_or_more(struct reading *reading)
{
  const char *plus = skip_digits(reading->at);
  const char *next = skip_blanks(plus + (*plus == '+'));
  if (plus == reading->at || *plus != '+' || is_digit(*next) ||
      !reading->signs->or_more) {
    return false;
  }
  const char *end = skip_letters(next);
  append_bytes(reading, plus);
  if (speech_rules_unit(reading->rules, next, (size_t)(end - next)) !=
      MEASURE_COUNT) {
    reading->at = next;
    text_append(reading->out, " ");
    append_bytes(reading, end);
    append_words(reading, reading->signs->or_more, end);
  } else {
    append_words(reading, reading->signs->or_more, plus + 1);
  }
  return true;
}

/* "x10" for "10x". */
static bool read_times_first(struct reading *reading)
{
  const char *figures = reading->at + 1;
  const char *end = skip_digits(figures);
  const char *before = blanks_before(reading, reading->at);
  size_t length;
  if ((*reading->at | 0x20) != 'x' || end == figures ||
      is_letter_at(end, &length) || !reading->rules->times ||
      (before > reading->begin && is_digit(before[-1]))) {
    return false;
  }
  reading->at = figures;
  append_bytes(reading, end);
  text_append(reading->out, "x");
  return true;
}

/* The measure of the letters at `text`, which end at `*end`. */
static enum measure unit_at(const struct reading *reading, const char *text,
                            const char **end)
{
  *end = skip_letters(text);
  return speech_rules_unit(reading->rules, text, (size_t)(*end - text));
}

static void append_length(struct reading *reading, const char *second,
                          const char *end, enum measure larger,
                          const char *behind)
{
  const char *const larger_unit = larger == MEASURE_HOUR ? "h" : "min";
  const char *const smaller_unit = larger == MEASURE_HOUR ? "min" : "s";
  const char *first_end = skip_digits(reading->at);
  if (first_end - reading->at != 1 || *reading->at != '0') {
    append_bytes(reading, first_end);
    text_append_format(reading->out, " %s ", larger_unit);
  }
  reading->at = second;
  append_bytes(reading, end);
  text_append_format(reading->out, " %s", smaller_unit);
  reading->at = behind;
}

/* "2:30 min", "1:15 h". */
static bool read_clock(struct reading *reading)
{
  const char *colon = skip_digits(reading->at);
  const char *second = colon + 1;
  if (colon == reading->at || *colon != ':' ||
      skip_digits(second) - second != 2) {
    return false;
  }
  const char *behind;
  const enum measure unit = unit_at(reading, skip_blanks(second + 2), &behind);
  if (unit != MEASURE_MINUTE && unit != MEASURE_HOUR) {
    return false;
  }
  append_length(reading, second, second + 2, unit, behind);
  return true;
}

/* The larger unit of "1h30", "2min30", "2m30s": only before seconds is an "m"
   that of minutes. */
static enum measure larger_unit(const struct reading *reading,
                                const char *letters, const char *figures_end)
{
  const char *end;
  const char *behind;
  const enum measure unit = unit_at(reading, letters, &end);
  const bool seconds = unit_at(reading, figures_end, &behind) == MEASURE_SECOND;
  if (end - letters == 1 && *letters == 'm') {
    return seconds ? MEASURE_MINUTE : MEASURE_COUNT;
  }
  return unit;
}

static bool read_joined_length(struct reading *reading)
{
  const char *letters = skip_digits(reading->at);
  const char *second = skip_letters(letters);
  const char *end = skip_digits(second);
  if (letters == reading->at || second == letters || end == second) {
    return false;
  }
  const enum measure larger = larger_unit(reading, letters, end);
  const char *behind;
  const enum measure smaller = unit_at(reading, end, &behind);
  const enum measure fitting =
      larger == MEASURE_HOUR ? MEASURE_MINUTE : MEASURE_SECOND;
  const bool fits = smaller == fitting || behind == end ||
                    (larger == MEASURE_HOUR && smaller == MEASURE_METRE);
  if ((larger != MEASURE_HOUR && larger != MEASURE_MINUTE) || !fits) {
    return false;
  }
  append_length(reading, second, end, larger, behind);
  return true;
}

/* "4-7-8" is said without its dashes. */
static bool read_chain(struct reading *reading)
{
  const char *first = skip_digits(reading->at);
  const char *second = first + (*first == '-');
  const char *third = skip_digits(second);
  if (first == reading->at || second == first || third == second ||
      *third != '-' || !is_digit(third[1])) {
    return false;
  }
  append_bytes(reading, first);
  while (*reading->at == '-' && is_digit(reading->at[1])) {
    text_append(reading->out, " ");
    reading->at++;
    append_bytes(reading, skip_digits(reading->at));
  }
  return true;
}

static bool read_shorthand(struct reading *reading)
{
  return !follows_word(reading) &&
         (read_or_more(reading) || read_times_first(reading) ||
          read_clock(reading) || read_joined_length(reading) ||
          read_chain(reading));
}

void signs_append(const char *sentence, const struct speech_rules *rules,
                  struct text *out)
{
  static const struct speech_signs none;
  struct reading reading = {.begin = sentence,
                            .at = sentence,
                            .rules = rules,
                            .signs = rules->signs ? rules->signs : &none,
                            .out = out};
  while (*reading.at) {
    if (!read_shorthand(&reading) && !read_slash(&reading) &&
        !read_sign(&reading)) {
      append_bytes(&reading, reading.at + 1);
    }
  }
}
