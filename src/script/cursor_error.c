/* What is said of a line that is wrong: one error a line. */

#include "script/cursor_error.h"

#include "base/text.h"
#include "script/guess.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void report(struct cursor *cursor, struct location where,
                   enum word example, const char *format, va_list arguments)
{
  char *message = NULL;
  if (cursor->quiet) {
    return;
  }
  cursor->quiet = true;
  struct text text = {0};
  if (vasprintf(&message, format, arguments) >= 0) {
    text_append(&text, message);
    append_example(&text, example);
    free(message);
  } else {
    text.status = STATUS_NO_MEMORY;
  }
  if (text.status == STATUS_OK) {
    report_error(cursor->diagnostics, where, "%s", text_string(&text));
  } else {
    cursor->status = STATUS_NO_MEMORY;
    cursor->stopped = true;
  }
  text_finish(&text);
}

bool cursor_error(struct cursor *cursor, struct location where,
                  const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(cursor, where, cursor->statement, format, arguments);
  va_end(arguments);
  return false;
}

bool cursor_error_plain(struct cursor *cursor, struct location where,
                        const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  report(cursor, where, WORD_NONE, format, arguments);
  va_end(arguments);
  return false;
}

/* The example that shows a word in its place: that of the line's first word,
   if it has it. */
static enum word example_for(const struct cursor *cursor, enum word word)
{
  const char *spelling = word_entry(word)->spelling;
  return strstr(word_entry(cursor->statement)->example, spelling)
             ? cursor->statement
             : word;
}

bool cursor_unfinished(struct cursor *cursor, enum word word)
{
  struct scan_word next;
  cursor_peek(cursor, &next);
  const struct location where = cursor_word_location(cursor, next);
  return cursor_error(cursor, where,
                      "I know " QUOTED " only as part of \"%s\".", QUOTE(where),
                      word_entry(word)->spelling);
}

bool cursor_refuse_near(struct cursor *cursor)
{
  struct guess guess = {.word = WORD_NONE};
  if (cursor->expected_at != cursor->at) {
    return false;
  }
  for (size_t i = 0; i < cursor->expected_count; i++) {
    guess_consider(&guess, cursor, cursor->expected[i]);
  }
  if (guess.word != WORD_NONE) {
    const struct location found = cursor_word_location(cursor, guess.found);
    cursor->statement = example_for(cursor, guess.word);
    cursor_error(cursor, found,
                 "I do not know " QUOTED " here. Did you mean \"%s\"?",
                 QUOTE(found), word_entry(guess.word)->spelling);
    return true;
  }
  for (size_t i = 0; i < cursor->expected_count; i++) {
    if (cursor_begins(cursor, cursor->expected[i])) {
      cursor->statement = example_for(cursor, cursor->expected[i]);
      cursor_unfinished(cursor, cursor->expected[i]);
      return true;
    }
  }
  return false;
}

bool cursor_unexpected(struct cursor *cursor, const char *missing)
{
  struct scan_word next;
  if (!cursor_peek(cursor, &next)) {
    return cursor_error(cursor, cursor_line_location(cursor),
                        "This line lacks %s.", missing);
  }
  if (cursor_refuse_near(cursor)) {
    return false;
  }
  const struct location where = cursor_word_location(cursor, next);
  if (cursor->source->bytes[next.begin] == '#') {
    return cursor_error_plain(cursor, where, "A note needs a line of its own.");
  }
  return cursor_error(cursor, where, "I expected %s here, not " QUOTED ".",
                      missing, QUOTE(where));
}

bool cursor_expect(struct cursor *cursor, enum word word)
{
  if (cursor_accept(cursor, word)) {
    return true;
  }
  char missing[40];
  snprintf(missing, sizeof(missing), "the word \"%s\"",
           word_entry(word)->spelling);
  return cursor_unexpected(cursor, missing);
}

bool cursor_expect_name(struct cursor *cursor, const char *missing,
                        struct location *name)
{
  *name = cursor_take_name(cursor);
  return name->begin < name->end || cursor_unexpected(cursor, missing);
}

bool cursor_lacks(struct cursor *cursor, enum word word)
{
  struct scan_word next;
  const uint32_t start = cursor->at;
  while (cursor_peek(cursor, &next)) {
    struct guess guess = {.word = WORD_NONE};
    if (cursor->at > start) {
      guess_consider(&guess, cursor, word);
    }
    if (guess.word != WORD_NONE) {
      break;
    }
    cursor->at = next.after;
  }
  return cursor_expect(cursor, word);
}

bool cursor_finish_line(struct cursor *cursor)
{
  return cursor_at_end(cursor) ||
         cursor_unexpected(cursor, "the end of the line");
}
