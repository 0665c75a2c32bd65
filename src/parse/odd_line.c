/* Lines that begin with no word at all: bullets, numbers, sentences. */

#include "parse/odd_line.h"

#include "script/cursor_error.h"
#include "script/name.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"

#include <string.h>

#define BARE                                                                   \
  "%.*s%s" /* a quotation without its marks, for what is to be typed */

/* So many words, or a mark at the end, make a sentence. */
#define SENTENCE_WORDS 3

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* What follows the first `length` bytes of the line. */
static struct location line_after(const struct cursor *cursor, uint32_t length)
{
  struct location rest = cursor_line_location(cursor);
  rest.begin += length;
  return location_strip(rest);
}

static bool begins_with_word(const struct cursor *cursor, struct location rest)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word found;
  ahead.at = rest.begin;
  return cursor_match_longest(&ahead, WORD_TITLE, WORD_NOTE, &found) !=
         WORD_NONE;
}

/* Tells what to write in place of a line whose first `length` bytes are to be
   left out. */
static bool refuse_prefix(struct cursor *cursor, uint32_t length)
{
  struct location prefix = cursor_line_location(cursor);
  const struct location rest = line_after(cursor, length);
  prefix.end = prefix.begin + length;
  if (begins_with_word(cursor, rest)) {
    cursor_error_plain(cursor, prefix,
                       "Leave out " QUOTED " at the start, and write: " BARE,
                       QUOTE(prefix), QUOTE(rest));
  } else {
    cursor_error_plain(cursor, prefix,
                       "Leave out " QUOTED " at the start, and begin with a "
                       "word. To speak the line: say " BARE,
                       QUOTE(prefix), QUOTE(rest));
  }
  return true;
}

/* Bytes of one of the marks that lists and quotations begin with; 0: none. */
static uint32_t bullet_length(struct location line)
{
  static const char *const bullets[] = {"- ", "* ", "+ ", "> ",
                                        "• ", "– ", "— ", "[ ] "};
  const char *bytes = quoted_bytes(line);
  for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++) {
    const size_t length = strlen(bullets[i]);
    if (line.end - line.begin > length &&
        strncmp(bytes, bullets[i], length) == 0) {
      return (uint32_t)length - 1;
    }
  }
  return 0;
}

/* Bytes of "1." or "12)"; 0: there is no such number. */
static uint32_t ordinal_length(struct location line)
{
  const char *bytes = quoted_bytes(line);
  const uint32_t length = line.end - line.begin;
  uint32_t at = 0;
  while (at < length && is_digit(bytes[at])) {
    at++;
  }
  return at > 0 && at + 1 < length && strchr(".)", bytes[at]) &&
                 bytes[at + 1] == ' '
             ? at + 1
             : 0;
}

/* Whether a line is nothing but marks, as the rules and fences of other
   formats are. */
static bool is_rule(struct location line)
{
  const char *bytes = quoted_bytes(line);
  const size_t length = line.end - line.begin;
  return length >= 2 && strspn(bytes, "-=*_~`{}[]()") >= length;
}

static bool is_foreign_remark(struct location line)
{
  static const char *const openers[] = {"//", "/*", "<!--", "--", "%%"};
  for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++) {
    if (strncmp(quoted_bytes(line), openers[i], strlen(openers[i])) == 0) {
      return true;
    }
  }
  return false;
}

static bool refuse_marks(struct cursor *cursor)
{
  const struct location line = cursor_line_location(cursor);
  const uint32_t bullet = bullet_length(line);
  const char first = quoted_bytes(line)[0];
  if (is_rule(line)) {
    cursor_error_plain(cursor, line,
                       "Leave out this line of marks. Blank lines and notes "
                       "may part a routine.");
  } else if (is_foreign_remark(line)) {
    cursor_error_plain(cursor, line,
                       "A remark begins with note, or with a number sign. "
                       "Example: note For the evening class.");
  } else if (bullet > 0) {
    return refuse_prefix(cursor, bullet);
  } else if (first == '<' || first == '{') {
    cursor_error_plain(cursor, line,
                       "A routine has no tags and no brackets. To have text "
                       "spoken, write say and the text alone.");
  } else if (first == '@') {
    cursor_error_plain(cursor, line,
                       "A line begins with a word, and not with a value. "
                       "Example: say " BARE,
                       QUOTE(line));
  } else {
    return false;
  }
  return true;
}

/* "30 seconds plank" */
static void refuse_length(struct cursor *cursor, const struct duration *length,
                          struct location rest)
{
  if (rest.begin < rest.end) {
    cursor_error_plain(cursor, cursor_line_location(cursor),
                       "A length of time stands behind its word. Write two "
                       "lines: say " BARE ", and: hold " BARE,
                       QUOTE(rest), QUOTE(length->where));
  } else {
    cursor_error_plain(
        cursor, cursor_line_location(cursor),
        "A length of time stands behind its word. Write: hold " BARE,
        QUOTE(length->where));
  }
}

static bool refuse_number(struct cursor *cursor)
{
  const struct location line = cursor_line_location(cursor);
  const uint32_t ordinal = ordinal_length(line);
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word found;
  struct duration length;
  double number;
  if (!is_digit(quoted_bytes(line)[0])) {
    return false;
  }
  if (ordinal > 0) {
    return refuse_prefix(cursor, ordinal);
  }
  if (parse_duration(&ahead, &length)) {
    refuse_length(cursor, &length, cursor_take_name(&ahead));
    return true;
  }
  ahead = cursor_ahead(cursor);
  if (!parse_number(&ahead, &number)) {
    return false;
  }
  const bool is_rounds = cursor_matches(&ahead, WORD_TIMES, &found);
  cursor->statement = is_rounds ? WORD_REPEAT : WORD_REPS;
  cursor_error_plain(cursor, line,
                     is_rounds
                         ? "Rounds are written: repeat %.10g times, then the "
                           "lines, then end repeat."
                         : "Repetitions are written: reps %.10g, then a line "
                           "for each move, then end reps. Example: move Lift "
                           "for 2 seconds.",
                     number);
  return true;
}

bool odd_line_refuse_start(struct cursor *cursor)
{
  return refuse_marks(cursor) || refuse_number(cursor);
}

static const struct exercise *find_exercise(struct cursor *cursor)
{
  const char *folded = cursor_fold(cursor, cursor_line_location(cursor));
  const struct exercise *exercise = cursor->builder->routine->exercises;
  while (exercise && folded && strcmp(exercise->folded, folded) != 0) {
    exercise = exercise->next;
  }
  return folded ? exercise : NULL;
}

static bool is_sentence(const struct cursor *cursor)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word word;
  const struct location line = cursor_line_location(cursor);
  size_t count = 0;
  while (cursor_peek(&ahead, &word)) {
    ahead.at = word.after;
    count++;
  }
  return count >= SENTENCE_WORDS ||
         strchr(".!?\"", line.source->bytes[line.end - 1]);
}

bool odd_line_refuse_text(struct cursor *cursor)
{
  const struct location line = cursor_line_location(cursor);
  const struct exercise *exercise = find_exercise(cursor);
  struct scan_word word;
  if (exercise && builder_takes(cursor->builder, WORD_DO)) {
    cursor_error_plain(cursor, line,
                       "\"%s\" is an exercise. To do it, write: do %s",
                       exercise->name, exercise->name);
    return true;
  }
  if (!is_sentence(cursor) || !builder_takes(cursor->builder, WORD_SAY) ||
      !cursor_peek(cursor, &word)) {
    return false;
  }
  const struct location first = cursor_word_location(cursor, word);
  const struct location text = location_strip(line);
  cursor_error_plain(cursor, first,
                     "I do not know " QUOTED
                     ". To have the line spoken, write: say " BARE,
                     QUOTE(first), QUOTE(text));
  return true;
}
