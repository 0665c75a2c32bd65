/* The parser's hold on the line: its words, what could stand next, errors. */

#include "parse/parse.h"

#include "base/nearest.h"
#include "base/text.h"
#include "base/utf8.h"
#include "script/name.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void *parser_take(struct parser *parser, size_t size)
{
  void *bytes = arena_take(parser->arena, size);
  if (!bytes) {
    parser->status = STATUS_NO_MEMORY;
    parser->stopped = true;
  }
  return bytes;
}

const char *parser_copy(struct parser *parser, uint32_t begin, uint32_t end)
{
  const size_t length = end - begin;
  char *copy = parser_take(parser, length + 1);
  return copy ? memcpy(copy, parser->source->bytes + begin, length) : NULL;
}

const char *parser_fold(struct parser *parser, struct location where)
{
  struct text folded = {0};
  name_append_folded(parser->source->bytes + where.begin,
                     where.end - where.begin, &folded);
  char *copy = folded.status == STATUS_OK
                   ? parser_take(parser, folded.length + 1)
                   : NULL;
  if (copy) {
    memcpy(copy, text_string(&folded), folded.length);
  } else {
    parser->status = STATUS_NO_MEMORY;
    parser->stopped = true;
  }
  text_finish(&folded);
  return copy;
}

bool parser_next_line(struct parser *parser)
{
  while (!parser->stopped &&
         scan_line(parser->source, parser->next_line, &parser->line)) {
    parser->next_line = parser->line.next;
    if (parser->line.begin < parser->line.end) {
      parser->cursor = parser->line.begin;
      parser->statement = WORD_NONE;
      parser->quiet = false;
      parser->expected_count = 0;
      return true;
    }
  }
  return false;
}

void parser_lay_line(struct parser *parser, enum layout_kind kind, size_t depth)
{
  layout_add_line(parser->layout,
                  (struct layout_line){parser->line.begin, parser->line.end,
                                       kind, (unsigned)depth});
}

void parser_lay_piece(struct parser *parser, uint32_t begin, uint32_t end,
                      const char *text)
{
  layout_add_piece(parser->layout, (struct layout_piece){begin, end, text});
}

bool parser_peek(const struct parser *parser, struct scan_word *word)
{
  return scan_word(parser->source, parser->cursor, parser->line.end, word);
}

bool parser_at_end(const struct parser *parser)
{
  struct scan_word word;
  return !parser_peek(parser, &word);
}

/* Several words of a spelling, one after the other, from `next` on. */
static bool matches_all(const struct parser *parser, const char *spelling,
                        struct scan_word next, struct scan_word *found)
{
  for (;;) {
    const size_t length = strcspn(spelling, " ");
    if (next.end - next.begin != length ||
        strncasecmp(parser->source->bytes + next.begin, spelling, length) !=
            0) {
      return false;
    }
    found->end = next.end;
    found->after = next.after;
    if (spelling[length] == '\0') {
      return true;
    }
    spelling += length + 1;
    if (!scan_word(parser->source, next.after, parser->line.end, &next)) {
      return false;
    }
  }
}

bool parser_matches(const struct parser *parser, enum word word,
                    struct scan_word *found)
{
  struct scan_word next;
  if (!parser_peek(parser, &next)) {
    return false;
  }
  *found = next;
  return word_is_spelled(word, parser->source->bytes + next.begin,
                         next.end - next.begin) ||
         matches_all(parser, word_entry(word)->spelling, next, found);
}

static void expect_also(struct parser *parser, enum word word)
{
  if (parser->expected_at != parser->cursor) {
    parser->expected_at = parser->cursor;
    parser->expected_count = 0;
  }
  if (parser->expected_count < PARSE_MOST_EXPECTED) {
    parser->expected[parser->expected_count++] = word;
  }
}

bool parser_accept(struct parser *parser, enum word word)
{
  struct scan_word found;
  if (!parser_matches(parser, word, &found)) {
    expect_also(parser, word);
    return false;
  }
  parser_lay_piece(parser, found.begin, found.end, word_entry(word)->spelling);
  parser->cursor = found.after;
  return true;
}

bool parser_lacks(struct parser *parser, enum word word)
{
  struct scan_word next;
  const uint32_t start = parser->cursor;
  while (parser_peek(parser, &next)) {
    struct parse_guess guess = {.word = WORD_NONE};
    if (parser->cursor > start) {
      parser_consider(parser, word, &guess);
    }
    if (guess.word != WORD_NONE) {
      break;
    }
    parser->cursor = next.after;
  }
  return parser_expect(parser, word);
}

bool parser_expect(struct parser *parser, enum word word)
{
  if (parser_accept(parser, word)) {
    return true;
  }
  char missing[40];
  snprintf(missing, sizeof(missing), "the word \"%s\"",
           word_entry(word)->spelling);
  return parser_unexpected(parser, missing);
}

struct location parser_location(const struct parser *parser, uint32_t begin,
                                uint32_t end)
{
  return (struct location){parser->source, begin, end};
}

struct location parser_line_location(const struct parser *parser)
{
  return parser_location(parser, parser->line.begin, parser->line.end);
}

struct location parser_take_rest(struct parser *parser)
{
  const uint32_t end = parser->line.end;
  const uint32_t begin = scan_skip_marks(parser->source, parser->cursor, end);
  parser->cursor = end;
  if (begin < end) {
    parser_lay_piece(parser, begin, end, NULL);
  }
  return parser_location(parser, begin, end);
}

struct location parser_take_name(struct parser *parser)
{
  struct location where = parser_take_rest(parser);
  const char *bytes = parser->source->bytes + where.begin;
  size_t length = where.end - where.begin;
  name_strip(&bytes, &length);
  where.begin = (uint32_t)(bytes - parser->source->bytes);
  where.end = where.begin + (uint32_t)length;
  return where;
}

int quoted_length(struct location where)
{
  const size_t length = where.end - where.begin;
  if (length <= QUOTED_MOST_BYTES) {
    return (int)length;
  }
  const char *bytes = quoted_bytes(where);
  size_t cut = QUOTED_MOST_BYTES;
  while (cut > 0 && ((unsigned char)bytes[cut] & 0xC0) == 0x80) {
    cut--;
  }
  return (int)cut;
}

const char *quoted_bytes(struct location where)
{
  return where.source->bytes + where.begin;
}

const char *quoted_rest(struct location where)
{
  return where.end - where.begin > QUOTED_MOST_BYTES ? " and so on" : "";
}

/* The example of a word as it is said in a message: its first line. */
static void append_example(struct text *out, enum word word)
{
  const char *example = word_entry(word)->example;
  const size_t length = strcspn(example, "\n");
  if (length == 0) {
    return;
  }
  text_append(out, " Example: ");
  text_append_bytes(out, example, length);
  if (!strchr(".!?", example[length - 1])) {
    text_append(out, ".");
  }
}

static void report(struct parser *parser, struct location where,
                   enum word example, const char *format, va_list arguments)
{
  char *message = NULL;
  if (parser->quiet) {
    return;
  }
  parser->quiet = true;
  struct text text = {0};
  if (vasprintf(&message, format, arguments) >= 0) {
    text_append(&text, message);
    append_example(&text, example);
    free(message);
  } else {
    text.status = STATUS_NO_MEMORY;
  }
  if (text.status == STATUS_OK) {
    report_error(parser->diagnostics, where, "%s", text_string(&text));
  } else {
    parser->status = STATUS_NO_MEMORY;
    parser->stopped = true;
  }
  text_finish(&text);
}

bool parser_error(struct parser *parser, struct location where,
                  const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(parser, where, parser->statement, format, arguments);
  va_end(arguments);
  return false;
}

bool parser_error_plain(struct parser *parser, struct location where,
                        const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(parser, where, WORD_NONE, format, arguments);
  va_end(arguments);
  return false;
}

void parser_consider(const struct parser *parser, enum word word,
                     struct parse_guess *guess)
{
  const char *spelling = word_entry(word)->spelling;
  struct scan_word next;
  if (!parser_peek(parser, &next)) {
    return;
  }
  const uint32_t begin = next.begin;
  for (const char *gap = spelling; gap; gap = strchr(gap + 1, ' ')) {
    guess->nearest.typed = parser->source->bytes + begin;
    guess->nearest.length = next.end - begin;
    if (nearest_consider(&guess->nearest, spelling)) {
      guess->word = word;
      guess->found = (struct scan_word){begin, next.end, next.after};
    }
    if (!scan_word(parser->source, next.after, parser->line.end, &next)) {
      return;
    }
  }
  guess->nearest.length = next.end - begin;
  if (nearest_consider(&guess->nearest, spelling)) {
    guess->word = word;
    guess->found = (struct scan_word){begin, next.end, next.after};
  }
}

/* The example that shows a word in its place: that of the line's first word,
   if it has it. */
static enum word example_for(const struct parser *parser, enum word word)
{
  const char *spelling = word_entry(word)->spelling;
  return strstr(word_entry(parser->statement)->example, spelling)
             ? parser->statement
             : word;
}

bool parser_begins(const struct parser *parser, enum word word)
{
  struct scan_word next;
  const char *spelling = word_entry(word)->spelling;
  const size_t length = strcspn(spelling, " ");
  return spelling[length] == ' ' && parser_peek(parser, &next) &&
         next.end - next.begin == length &&
         strncasecmp(parser->source->bytes + next.begin, spelling, length) == 0;
}

bool parser_unfinished(struct parser *parser, enum word word)
{
  struct scan_word next;
  parser_peek(parser, &next);
  const struct location where = parser_location(parser, next.begin, next.end);
  return parser_error(parser, where,
                      "I know " QUOTED " only as part of \"%s\".", QUOTE(where),
                      word_entry(word)->spelling);
}

bool parser_refuse_near(struct parser *parser)
{
  struct parse_guess guess = {.word = WORD_NONE};
  if (parser->expected_at != parser->cursor) {
    return false;
  }
  for (size_t i = 0; i < parser->expected_count; i++) {
    parser_consider(parser, parser->expected[i], &guess);
  }
  if (guess.word != WORD_NONE) {
    const struct location found =
        parser_location(parser, guess.found.begin, guess.found.end);
    parser->statement = example_for(parser, guess.word);
    parser_error(parser, found,
                 "I do not know " QUOTED " here. Did you mean \"%s\"?",
                 QUOTE(found), word_entry(guess.word)->spelling);
    return true;
  }
  for (size_t i = 0; i < parser->expected_count; i++) {
    if (parser_begins(parser, parser->expected[i])) {
      parser->statement = example_for(parser, parser->expected[i]);
      parser_unfinished(parser, parser->expected[i]);
      return true;
    }
  }
  return false;
}

bool parser_unexpected(struct parser *parser, const char *missing)
{
  struct scan_word next;
  if (!parser_peek(parser, &next)) {
    return parser_error(parser, parser_line_location(parser),
                        "This line lacks %s.", missing);
  }
  if (parser_refuse_near(parser)) {
    return false;
  }
  const struct location where = parser_location(parser, next.begin, next.end);
  if (parser->source->bytes[next.begin] == '#') {
    return parser_error_plain(parser, where, "A note needs a line of its own.");
  }
  return parser_error(parser, where, "I expected %s here, not " QUOTED ".",
                      missing, QUOTE(where));
}

bool parser_finish_line(struct parser *parser)
{
  return parser_at_end(parser) ||
         parser_unexpected(parser, "the end of the line");
}
