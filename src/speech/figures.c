/* Figures, signs and abbreviations as words. */

#include "speech/figures.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "phrases/kana.h"
#include "phrases/spellout.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

/* Ordinals beyond this are numbers of houses or years. */
#define LARGEST_ORDINAL 999

/* The longest number that is taken apart, in bytes. */
#define LONGEST_NUMBER 15

/* One sentence on its way. */
struct reading {
  const char *begin; /* of the sentence */
  const char *at;    /* what comes next */
  const char *language;
  const struct speech_rules *rules;
  struct text *out;
};

/* A number as it is written, with what belongs to it. */
struct number {
  double value;
  const char *begin, *end; /* of the figures */
  bool whole;              /* figures alone */
  bool half_more;          /* "1 1/2" */
  enum measure measure;    /* MEASURE_COUNT: none */
  const char *after;       /* behind the unit */
};

static bool is_digit(char byte)
{
  return byte >= '0' && byte <= '9';
}

static uint32_t code_point_at(const char *text, size_t *length)
{
  uint32_t c = 0;
  const size_t left = strnlen(text, 4);
  *length = left > 0 ? utf8_decode(text, left, &c) : 0;
  return c;
}

static bool is_letter_at(const char *text)
{
  size_t length;
  const uint32_t c = code_point_at(text, &length);
  return u_isalpha((UChar32)c);
}

static uint32_t code_point_before(const struct reading *reading,
                                  const char *text)
{
  if (text == reading->begin) {
    return 0;
  }
  do {
    text--;
  } while (text > reading->begin && ((unsigned char)*text & 0xC0) == 0x80);
  size_t length;
  return code_point_at(text, &length);
}

static bool follows_word(const struct reading *reading, const char *text)
{
  return u_isalnum((UChar32)code_point_before(reading, text));
}

/* Behind blanks and no-break spaces. */
static const char *skip_blanks(const char *text)
{
  size_t length;
  uint32_t c = code_point_at(text, &length);
  while (c == ' ' || c == 0xA0 || c == 0x202F) {
    text += length;
    c = code_point_at(text, &length);
  }
  return text;
}

/* Behind a hyphen or dash, or NULL. */
static const char *skip_dash(const char *text)
{
  size_t length;
  const uint32_t c = code_point_at(text, &length);
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? text + length
                                                                 : NULL;
}

/* --- Numbers and what belongs to them --- */

/* The figures at `text`: "12", "2.5", "2,5", "1,000". */
static bool take_figures(const char *text, struct number *number)
{
  if (!is_digit(*text)) {
    return false;
  }
  double value = 0;
  double place = 0;
  const char *at = text;
  for (; is_digit(*at) ||
         ((*at == '.' || *at == ',') && place == 0 && is_digit(at[1]));
       at++) {
    if (!is_digit(*at)) {
      place = 1;
      continue;
    }
    value = value * 10 + (*at - '0');
    place *= 10;
  }
  *number = (struct number){.value = place > 0 ? value / place : value,
                            .begin = text,
                            .end = at,
                            .whole = place == 0,
                            .measure = MEASURE_COUNT,
                            .after = at};
  const bool thousands = place == 1000 && value >= 1000;
  number->value = thousands ? value : number->value;
  return at - text <= LONGEST_NUMBER;
}

/* "1/2" after a whole number and a blank. */
static void take_half(struct number *number)
{
  const char *at = skip_blanks(number->end);
  if (number->whole && at > number->end && strncmp(at, "1/2", 3) == 0 &&
      !is_digit(at[3])) {
    number->value += 0.5;
    number->half_more = true;
    number->end = number->after = at + 3;
  }
}

/* How many bytes of a unit stand at `text`: letters, or one of the signs. */
static size_t unit_length(const char *text)
{
  size_t bytes;
  uint32_t c = code_point_at(text, &bytes);
  if (c == '%') {
    return bytes;
  }
  size_t length = c == 0xB0 || c == 0x2103 ? bytes : 0;
  c = code_point_at(text + length, &bytes);
  while (bytes > 0 && (u_isalpha((UChar32)c) ||
                       u_charType((UChar32)c) == U_NON_SPACING_MARK ||
                       u_charType((UChar32)c) == U_COMBINING_SPACING_MARK)) {
    length += bytes;
    c = code_point_at(text + length, &bytes);
  }
  return length;
}

/* Whether the sentence goes on behind the full stop at `text`. */
static bool goes_on_behind(const char *text)
{
  const char *next = skip_blanks(text + 1);
  return *next && (next > text + 1 || strchr(",;:)", *next));
}

/* The full stop of an abbreviated unit goes, unless it ends the sentence. */
static const char *skip_point(const char *text)
{
  return *text == '.' && goes_on_behind(text) ? text + 1 : text;
}

static void take_unit(const struct reading *reading, struct number *number)
{
  const char *unit = skip_blanks(number->end);
  const size_t length = unit_length(unit);
  const bool elided =
      unit[length] == '\'' || strncmp(unit + length, "\xE2\x80\x99", 3) == 0;
  const enum measure measure =
      length > 0 && !elided ? speech_rules_unit(reading->rules, unit, length)
                            : MEASURE_COUNT;
  if (measure != MEASURE_COUNT) {
    number->measure = measure;
    number->after =
        is_letter_at(unit) ? skip_point(unit + length) : unit + length;
  }
}

static bool take_number(const struct reading *reading, const char *text,
                        struct number *number)
{
  if (!take_figures(text, number)) {
    return false;
  }
  take_half(number);
  take_unit(reading, number);
  return true;
}

static void append_number(const struct reading *reading,
                          const struct number *number)
{
  struct text *out = reading->out;
  if (number->measure != MEASURE_COUNT) {
    measures_append(reading->language, number->value, number->measure, out);
  } else if (number->half_more && number->value < 2 &&
             reading->rules->one_and_half) {
    text_append(out, reading->rules->one_and_half);
  } else if (number->half_more && reading->rules->and_half) {
    text_append_format(out, "%.0f %s", number->value - 0.5,
                       reading->rules->and_half);
  } else if (reading->rules->kana_numbers && number->whole &&
             number->value <= KANA_LARGEST) {
    kana_append_number((int)number->value, out);
  } else {
    text_append_bytes(out, number->begin,
                      (size_t)(number->end - number->begin));
  }
}

/* --- What a number can begin --- */

/* "1/2" by itself. */
static bool read_fraction(struct reading *reading)
{
  const struct speech_rules *rules = reading->rules;
  const char *const words[] = {rules->half, rules->quarter,
                               rules->three_quarters, rules->third,
                               rules->two_thirds};
  static const char *const figures[] = {"1/2", "1/4", "3/4", "1/3", "2/3"};
  /* 0: no decimals that anybody says. */
  static const double values[] = {0.5, 0.25, 0.75, 0, 0};
  for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
    if (!words[i] || strncmp(reading->at, figures[i], 3) != 0 ||
        is_digit(reading->at[3]) || reading->at[3] == '/') {
      continue;
    }
    struct number number = {.value = values[i],
                            .begin = reading->at,
                            .end = reading->at + 3,
                            .measure = MEASURE_COUNT,
                            .after = reading->at + 3};
    take_unit(reading, &number);
    if (number.measure == MEASURE_COUNT || values[i] == 0) {
      text_append(reading->out, words[i]);
      reading->at = number.end;
    } else {
      append_number(reading, &number);
      reading->at = number.after;
    }
    return true;
  }
  return false;
}

/* The second number of a range that begins with `first`. Not of a date, and
   not of a telephone number: "2024-05-06". */
static bool take_range(const struct reading *reading,
                       const struct number *first, struct number *second)
{
  const char *dash = skip_blanks(first->after);
  const char *behind = skip_dash(dash);
  if (!behind || !reading->rules->to) {
    return false;
  }
  const char *next = skip_blanks(behind);
  const bool even = (dash > first->after) == (next > behind);
  if (!even || !take_number(reading, next, second)) {
    return false;
  }
  const char *third = skip_dash(skip_blanks(second->after));
  return !(third && is_digit(*skip_blanks(third)));
}

static bool read_range(struct reading *reading, const struct number *first)
{
  struct number second;
  if (!take_range(reading, first, &second)) {
    return false;
  }
  append_number(reading, first);
  text_append(reading->out, reading->rules->to);
  append_number(reading, &second);
  reading->at = second.after;
  return true;
}

/* Behind "x" or its sign, or NULL. */
static const char *skip_times(const char *text)
{
  size_t length;
  const uint32_t c = code_point_at(text, &length);
  return c == 'x' || c == 'X' || c == 0xD7 ? text + length : NULL;
}

/* The sign of "3 x 10" and "3x10 s", and of "3x" alone. */
static bool read_times(struct reading *reading)
{
  const struct speech_rules *rules = reading->rules;
  const char *behind = skip_times(reading->at);
  const char *before = reading->at;
  while (before > reading->begin && before[-1] == ' ') {
    before--;
  }
  if (!behind || !rules->by || before == reading->begin ||
      !is_digit(before[-1])) {
    return false;
  }
  if (is_digit(*skip_blanks(behind))) {
    text_append_format(reading->out, "%s%s ", before == reading->at ? " " : "",
                       rules->by);
    reading->at = skip_blanks(behind);
    return true;
  }
  if (!is_letter_at(behind)) {
    text_append_format(reading->out, "%s%s", before == reading->at ? " " : "",
                       rules->times);
    reading->at = behind;
    return true;
  }
  return false;
}

/* Whether what stands before `at` asks for the oblique case. */
static bool is_oblique(const struct reading *reading)
{
  const char *end = reading->at;
  while (end > reading->begin && end[-1] == ' ') {
    end--;
  }
  const char *const *words = reading->rules->oblique_after;
  for (; words && *words; words++) {
    const size_t length = strlen(*words);
    const char *begin = end - length;
    if ((size_t)(end - reading->begin) >= length &&
        strncasecmp(begin, *words, length) == 0 &&
        (begin == reading->begin || begin[-1] == ' ')) {
      return true;
    }
  }
  return false;
}

/* Behind the full stop of "3. Runde" or the ending of "2e", or NULL. */
static const char *skip_ordinal(const struct reading *reading,
                                const struct number *number)
{
  const struct speech_rules *rules = reading->rules;
  const char *ending = number->end;
  const size_t length = unit_length(ending);
  if (length > 0 &&
      speech_rules_lists(rules->ordinal_endings, ending, length)) {
    return ending + length;
  }
  const char *next = *ending == '.' ? skip_blanks(ending + 1) : ending;
  return next > ending + 1 && is_letter_at(next) &&
                 speech_rules_may_order(rules, reading->begin, number->begin)
             ? ending + 1
             : NULL;
}

/* "3. Runde" is "dritte Runde". */
static bool read_ordinal(struct reading *reading, const struct number *number)
{
  const struct speech_rules *rules = reading->rules;
  const char *behind = skip_ordinal(reading, number);
  if (!rules->ordinal || !behind || !number->whole || number->value < 1 ||
      number->value > LARGEST_ORDINAL) {
    return false;
  }
  char16_t words[SPELLOUT_MOST_UNITS];
  const int32_t length = spellout(
      reading->language, (int64_t)number->value,
      rules->oblique && is_oblique(reading) ? rules->oblique : rules->ordinal,
      words);
  unicode_append_utf16(words, (size_t)length, reading->out);
  reading->at = length > 0 ? behind : reading->at;
  return length > 0;
}

/* --- The sentence --- */

/* A figure inside a word, a date, a version or a time of day: "F1", "2024-05",
   "1.2.3", "10:30". */
static bool is_inside(const struct reading *reading)
{
  static const char joints[] = "-.,:/";
  const char *at = reading->at;
  return follows_word(reading, at) ||
         (at > reading->begin + 1 && strchr(joints, at[-1]) &&
          is_digit(at[-2]));
}

static bool read_number(struct reading *reading)
{
  struct number number;
  if (!is_digit(*reading->at) || is_inside(reading)) {
    return false;
  }
  if (read_fraction(reading)) {
    return true;
  }
  if (!take_number(reading, reading->at, &number)) {
    return false;
  }
  if (read_range(reading, &number) || read_ordinal(reading, &number)) {
    return true;
  }
  append_number(reading, &number);
  reading->at = number.after;
  return true;
}

/* An abbreviation that the rules have words for; its last full stop stays
   where it ends the sentence. */
static bool read_word(struct reading *reading)
{
  if (follows_word(reading, reading->at)) {
    return false;
  }
  const struct speech_word *word = reading->rules->words;
  for (; word && word->written; word++) {
    const size_t length = strlen(word->written);
    const char *end = reading->at + length;
    if (strncasecmp(reading->at, word->written, length) == 0 &&
        !is_letter_at(end) && !is_digit(*end)) {
      const bool ends = end[-1] == '.' && *skip_blanks(end) == '\0';
      text_append(reading->out, word->spoken);
      reading->at = ends ? end - 1 : end;
      return true;
    }
  }
  return false;
}

static void copy_character(struct reading *reading)
{
  size_t length;
  code_point_at(reading->at, &length);
  text_append_bytes(reading->out, reading->at, length);
  reading->at += length;
}

/* The rest of a number that was not taken apart, so that no figure in its
   midst begins another. */
static void copy_figures(struct reading *reading)
{
  do {
    copy_character(reading);
  } while (is_digit(*reading->at));
}

void figures_append(const char *sentence, const char *language,
                    const struct speech_rules *rules, struct text *out)
{
  struct reading reading = {.begin = sentence,
                            .at = sentence,
                            .language = language,
                            .rules = rules,
                            .out = out};
  while (*reading.at) {
    if (read_number(&reading) || read_times(&reading) || read_word(&reading)) {
      continue;
    }
    if (is_digit(*reading.at)) {
      copy_figures(&reading);
    } else {
      copy_character(&reading);
    }
  }
}
