/* Lengths of time: in a routine, and read in the same way outside one. */

#include "terms/duration.h"

#include "base/frames.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "script/cursor_error.h"
#include "script/guess.h"
#include "terms/builder.h"
#include "terms/number.h"
#include "terms/parse_text.h"

#include <assert.h>
#include <string.h>

#define LONGEST_SECONDS (24 * 3600.0)

/* A breath as long as in 4 out 6, to judge a length by; how long it really is
   the planner knows. */
static const double seconds_in[] = {
    [UNIT_NONE] = 1,     [UNIT_SECONDS] = 1,  [UNIT_MINUTES] = 60,
    [UNIT_HOURS] = 3600, [UNIT_BREATHS] = 10,
};

static_assert(sizeof(seconds_in) / sizeof(seconds_in[0]) == UNIT_BREATHS + 1,
              "every unit has a length");

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
static bool peek_letters(const struct cursor *cursor, struct scan_word *word)
{
  if (!cursor_peek(cursor, word)) {
    return false;
  }
  const char *bytes = cursor->source->bytes;
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
static size_t find_unit(const struct cursor *cursor, struct scan_word *word)
{
  size_t i = peek_letters(cursor, word) ? 0 : UNIT_WORDS;
  while (i < UNIT_WORDS && !word_is_spelled(unit_words[i].word,
                                            cursor->source->bytes + word->begin,
                                            word->end - word->begin)) {
    i++;
  }
  return i;
}

/* unit = "seconds" | "minutes" | "hours" | "breaths", in any spelling */
static bool accept_unit(struct cursor *cursor, double number, enum unit *unit)
{
  struct scan_word word;
  const size_t i = find_unit(cursor, &word);
  if (i == UNIT_WORDS) {
    return false;
  }
  *unit = unit_words[i].unit;
  cursor_lay_piece(cursor, word.begin, word.end,
                   word_counted(unit_words[i].word, number));
  cursor->at = word.after;
  return true;
}

/* Whether the next word is one of the language, so that the unit before it is
   missing and not mistaken. */
static bool is_known_word(const struct cursor *cursor)
{
  struct scan_word found;
  for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
    if (cursor_matches(cursor, word, &found) || cursor_begins(cursor, word)) {
      return true;
    }
  }
  return parse_at_quantity(cursor);
}

static bool refuse_unit(struct cursor *cursor, struct quantity quantity)
{
  struct scan_word word;
  struct nearest best = {0};
  if (!peek_letters(cursor, &word)) {
    return cursor_error(cursor, quantity.where,
                        QUOTED " needs a unit: seconds, minutes, hours or "
                               "breaths.",
                        QUOTE(quantity.where));
  }
  const struct location where = cursor_word_location(cursor, word);
  best.typed = quoted_bytes(where);
  best.length = where.end - where.begin;
  for (size_t i = 0; i < UNIT_WORDS; i++) {
    nearest_consider(&best, word_entry(unit_words[i].word)->spelling);
  }
  if (best.nearest) {
    return cursor_error(cursor, where,
                        "I do not know the unit " QUOTED
                        ". Did you mean \"%s\"?",
                        QUOTE(where), best.nearest);
  }
  if (!is_known_word(cursor)) {
    return cursor_error(cursor, where,
                        "I do not know the unit " QUOTED
                        ". The units are seconds, minutes, hours and breaths.",
                        QUOTE(where));
  }
  return cursor_error(cursor, quantity.where,
                      QUOTED " needs a unit after it: seconds, minutes, hours "
                             "or breaths.",
                      QUOTE(quantity.where));
}

/* "@" NAME [ unit ] */
static bool parse_named_part(struct cursor *cursor, struct quantity *part,
                             bool bare)
{
  if (parse_accept_round(cursor, &part->where)) {
    part->is_round = true;
    return accept_unit(cursor, 0, &part->unit) || bare ||
           refuse_unit(cursor, *part);
  }
  if (!parse_value_name(cursor, NEED_ANY, &part->value, &part->where)) {
    return false;
  }
  const bool has_unit = accept_unit(cursor, 0, &part->unit);
  builder_add_use(cursor, &(struct value_use){.folded = part->value,
                                              .need = has_unit ? NEED_NUMBER
                                                      : bare   ? NEED_SECONDS
                                                               : NEED_DURATION,
                                              .where = part->where});
  return cursor->status == STATUS_OK;
}

/* number unit | "@" NAME [ unit ] ; a `bare` one may lack its unit */
static bool parse_half(struct cursor *cursor, struct quantity *part)
{
  struct scan_word word;
  double one;
  cursor_peek(cursor, &word);
  const uint32_t begin = word.begin;
  cursor->at = word.after;
  struct cursor ahead = cursor_ahead(cursor);
  if (parse_number(&ahead, &one) && one == 1) {
    cursor->at = ahead.at;
  }
  const size_t i = find_unit(cursor, &word);
  if (i == UNIT_WORDS) {
    return cursor_unexpected(cursor, "a unit, as in half a minute");
  }
  const enum unit unit = unit_words[i].unit;
  cursor->at = word.after;
  *part = (struct quantity){
      .number = unit == UNIT_MINUTES || unit == UNIT_HOURS ? 30 : 0.5,
      .unit = unit == UNIT_HOURS     ? UNIT_MINUTES
              : unit == UNIT_MINUTES ? UNIT_SECONDS
                                     : unit,
      .where = cursor_location(cursor, begin, word.end)};
  cursor_lay_piece(cursor, begin, word.end,
                   unit == UNIT_HOURS     ? "30 minutes"
                   : unit == UNIT_MINUTES ? "30 seconds"
                                          : NULL);
  return true;
}

static bool parse_part(struct cursor *cursor, struct quantity *part, bool bare)
{
  struct scan_word word;
  *part = (struct quantity){0};
  if (!cursor_peek(cursor, &word) || !parse_at_quantity(cursor)) {
    return cursor_unexpected(cursor, bare ? "a number or a length of time"
                                          : "a length of time");
  }
  const uint32_t begin = word.begin;
  if (cursor->source->bytes[begin] == '@') {
    return parse_named_part(cursor, part, bare);
  }
  if (word_is_half(cursor->source->bytes + begin, word.end - begin)) {
    return parse_half(cursor, part);
  }
  if (!parse_number(cursor, &part->number)) {
    return false;
  }
  part->where = cursor_location(cursor, begin, cursor->at);
  if (part->where.end > word.end) {
    part->where.end = word.end;
  }
  if (!accept_unit(cursor, part->number, &part->unit)) {
    return bare || refuse_unit(cursor, *part);
  }
  part->where.end = cursor->at;
  return true;
}

/* Whether another part follows, after an "and" perhaps. */
static bool accept_further_part(struct cursor *cursor)
{
  const uint32_t before = cursor->at;
  struct scan_word and;
  if (cursor_matches(cursor, WORD_AND, &and)) {
    cursor->at = and.after;
    if (!parse_at_quantity(cursor)) {
      cursor->at = before;
      return false;
    }
    return true;
  }
  return parse_at_quantity(cursor);
}

/* How far a length has been read, and how it is to be read on. */
struct sum {
  struct duration *duration;
  bool bare; /* numbers need no unit */
};

static void extend_where(struct sum *sum, const struct quantity *part)
{
  struct location *where = &sum->duration->where;
  where->source = part->where.source;
  where->end = part->where.end;
}

/* Hours come before minutes, and minutes before seconds. */
static bool check_units(struct cursor *cursor, const struct duration *duration,
                        size_t first)
{
  for (size_t i = first + 1; i < duration->count; i++) {
    const struct quantity *part = &duration->parts[i];
    if (part->unit == UNIT_BREATHS || part->unit == UNIT_NONE ||
        part->unit >= part[-1].unit) {
      return cursor_error(cursor, duration->where,
                          QUOTED " is no length of time: hours come first, "
                                 "then minutes, then seconds.",
                          QUOTE(duration->where));
    }
  }
  return true;
}

/* plain duration = part { [ "and" ] part } */
static bool parse_term(struct cursor *cursor, struct sum *sum,
                       const struct quantity *times, bool minus)
{
  struct duration *duration = sum->duration;
  const size_t first = duration->count;
  do {
    struct quantity *part = &duration->parts[duration->count];
    if (duration->count - first == TREE_MOST_UNITS) {
      return cursor_unexpected(cursor, "no further unit");
    }
    if (!parse_part(cursor, part, sum->bare)) {
      return false;
    }
    part->times = times;
    part->minus = minus;
    extend_where(sum, part);
    duration->count++;
  } while (accept_further_part(cursor));
  return check_units(cursor, duration, first);
}

static bool is_literal(const struct duration *duration)
{
  for (size_t i = 0; i < duration->count; i++) {
    if (!quantity_is_literal(&duration->parts[i])) {
      return false;
    }
  }
  return true;
}

static bool check_whole(struct cursor *cursor, const struct duration *duration)
{
  double seconds = 0;
  for (size_t i = 0; i < duration->count; i++) {
    const struct quantity *part = &duration->parts[i];
    const double length = part->number * seconds_in[part->unit];
    seconds += part->minus ? -length : length;
  }
  if (!is_literal(duration)) {
    return true;
  }
  if (seconds <= 0) {
    return cursor_error(cursor, duration->where,
                        "A length of time must be longer than nothing.%s",
                        cursor->statement == WORD_AT
                            ? " What is said at once stands before the block."
                            : "");
  }
  if (seconds > LONGEST_SECONDS) {
    return cursor_error(cursor, duration->where,
                        "A session can last 24 hours; " QUOTED " is longer.",
                        QUOTE(duration->where));
  }
  return true;
}

static void begin_sum(const struct cursor *cursor, struct duration *duration)
{
  struct scan_word word;
  const uint32_t begin = cursor_peek(cursor, &word) ? word.begin : cursor->at;
  *duration = (struct duration){.where = cursor_location(cursor, begin, begin)};
}

bool parse_plain_duration(struct cursor *cursor, struct duration *duration)
{
  struct sum sum = {.duration = duration};
  begin_sum(cursor, duration);
  return parse_term(cursor, &sum, NULL, false) && check_whole(cursor, duration);
}

static bool parse_sum(struct cursor *cursor, struct sum *sum)
{
  const struct quantity *times;
  begin_sum(cursor, sum->duration);
  if (!parse_multiplier(cursor, &times) ||
      !parse_term(cursor, sum, times, false)) {
    return false;
  }
  const enum word operation = times ? WORD_NONE : parse_operation(cursor);
  if (operation == WORD_NONE) {
    return true;
  }
  if (!parse_term(cursor, sum, NULL, operation == WORD_MINUS)) {
    return false;
  }
  if (operation == WORD_MINUS && !is_literal(sum->duration)) {
    builder_add_difference(cursor, sum->duration);
  }
  return cursor->status == STATUS_OK;
}

bool parse_duration(struct cursor *cursor, struct duration *duration)
{
  struct sum sum = {.duration = duration};
  return parse_sum(cursor, &sum) && check_whole(cursor, duration);
}

bool parse_amount(struct cursor *cursor, struct duration *amount)
{
  struct sum sum = {.duration = amount, .bare = true};
  return parse_sum(cursor, &sum);
}

bool parse_interval(struct cursor *cursor, struct duration *duration)
{
  static const char *const one[] = {[UNIT_SECONDS] = "1 second",
                                    [UNIT_MINUTES] = "1 minute",
                                    [UNIT_HOURS] = "1 hour",
                                    [UNIT_BREATHS] = "1 breath"};
  struct scan_word word;
  const size_t i =
      parse_at_quantity(cursor) ? UNIT_WORDS : find_unit(cursor, &word);
  if (i == UNIT_WORDS) {
    return parse_duration(cursor, duration);
  }
  const enum unit unit = unit_words[i].unit;
  const struct location where = cursor_word_location(cursor, word);
  *duration =
      (struct duration){.parts = {{.number = 1, .unit = unit, .where = where}},
                        .count = 1,
                        .where = where};
  cursor_lay_piece(cursor, word.begin, word.end, one[unit]);
  cursor->at = word.after;
  return true;
}

bool parse_length(struct cursor *cursor, struct duration *duration)
{
  const bool exactly = cursor_accept(cursor, WORD_EXACTLY);
  if (!parse_duration(cursor, duration)) {
    return false;
  }
  duration->exactly = exactly;
  return true;
}

bool parse_stay(struct cursor *cursor, struct duration *duration)
{
  struct scan_word word;
  if (cursor_matches(cursor, WORD_FOR, &word)) {
    cursor->at = word.after;
  }
  return parse_length(cursor, duration);
}

bool parse_lacks_unit(const struct cursor *cursor)
{
  static const enum word followers[] = {WORD_FROM, WORD_TO, WORD_TIMES};
  struct cursor ahead = cursor_ahead(cursor);
  struct guess guess = {.word = WORD_NONE};
  struct scan_word word;
  double number;
  if (!parse_number(&ahead, &number) || find_unit(&ahead, &word) < UNIT_WORDS) {
    return false;
  }
  for (size_t i = 0; i < sizeof(followers) / sizeof(followers[0]); i++) {
    guess_consider(&guess, &ahead, followers[i]);
  }
  return cursor_at_end(&ahead) || guess.word != WORD_NONE;
}

/* --- Outside a routine --- */

/* The text is a source of one line, of whose mistakes nobody hears. A value
   would have to be looked up, and there are none. */
bool duration_read(const char *text, struct duration *duration)
{
  const size_t length = strlen(text);
  if (length > SOURCE_MOST_BYTES || strchr(text, '@') ||
      utf8_find_malformed(text, length) < length) {
    return false;
  }
  const struct source source = {.bytes = text, .length = length};
  struct arena arena;
  arena_init(&arena);
  struct cursor cursor = {
      .arena = &arena,
      .source = &source,
      .line = {.end = (uint32_t)length, .next = (uint32_t)length},
      .quiet = true,
  };
  struct duration found;
  const bool is_read =
      parse_plain_duration(&cursor, &found) && cursor_at_end(&cursor);
  arena_finish(&arena);
  if (is_read) {
    found.where = (struct location){0};
    *duration = found;
  }
  return is_read;
}

bool duration_read_frames(const char *text, int64_t *frames)
{
  struct duration duration;
  if (!duration_read(text, &duration) || duration_in_breaths(&duration)) {
    return false;
  }
  *frames = frames_from_seconds(duration_number(&duration));
  return true;
}

double duration_unit_seconds(enum unit unit)
{
  return seconds_in[unit];
}

double duration_number(const struct duration *duration)
{
  double sum = 0;
  for (size_t i = 0; i < duration->count; i++) {
    const struct quantity *part = &duration->parts[i];
    const double length =
        part->number *
        (part->unit == UNIT_BREATHS ? 1 : seconds_in[part->unit]);
    sum += part->minus ? -length : length;
  }
  return sum;
}

bool duration_in_breaths(const struct duration *duration)
{
  return duration->parts[0].unit == UNIT_BREATHS;
}

bool duration_is_within(const struct duration *duration,
                        const struct value *value)
{
  if (!value->has_range || !is_literal(duration) ||
      duration_in_breaths(duration) != duration_in_breaths(&value->duration)) {
    return true;
  }
  const double length = duration_number(duration);
  return duration_number(&value->duration_from) <= length &&
         length <= duration_number(&value->duration_to);
}
