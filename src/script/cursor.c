/* A source line by line, and how far into the line the parser is. */

#include "script/cursor.h"

#include "base/text.h"
#include "script/name.h"

#include <string.h>
#include <strings.h>

static void run_short(struct cursor *cursor)
{
  cursor->status = STATUS_NO_MEMORY;
  cursor->stopped = true;
}

void *cursor_take(struct cursor *cursor, size_t size)
{
  void *bytes = arena_take(cursor->arena, size);
  if (!bytes) {
    run_short(cursor);
  }
  return bytes;
}

const char *cursor_copy(struct cursor *cursor, struct location where)
{
  const char *copy =
      arena_copy(cursor->arena, quoted_bytes(where), where.end - where.begin);
  if (!copy) {
    run_short(cursor);
  }
  return copy;
}

const char *cursor_fold(struct cursor *cursor, struct location where)
{
  struct text folded = {0};
  name_append_folded(quoted_bytes(where), where.end - where.begin, &folded);
  const char *copy =
      folded.status == STATUS_OK
          ? arena_copy(cursor->arena, text_string(&folded), folded.length)
          : NULL;
  if (!copy) {
    run_short(cursor);
  }
  text_finish(&folded);
  return copy;
}

bool cursor_next_line(struct cursor *cursor)
{
  while (!cursor->stopped &&
         scan_line(cursor->source, cursor->next_line, &cursor->line)) {
    cursor->next_line = cursor->line.next;
    if (cursor->line.begin < cursor->line.end) {
      cursor->at = cursor->line.begin;
      cursor->statement = WORD_NONE;
      cursor->quiet = false;
      cursor->expected_count = 0;
      return true;
    }
  }
  return false;
}

struct cursor cursor_ahead(const struct cursor *cursor)
{
  struct cursor ahead = *cursor;
  ahead.layout = NULL;
  ahead.quiet = true;
  return ahead;
}

void cursor_lay_line(struct cursor *cursor, enum layout_kind kind, size_t depth)
{
  layout_add_line(cursor->layout,
                  (struct layout_line){cursor->line.begin, cursor->line.end,
                                       kind, (unsigned)depth});
}

void cursor_lay_piece(struct cursor *cursor, uint32_t begin, uint32_t end,
                      const char *text)
{
  layout_add_piece(cursor->layout, (struct layout_piece){begin, end, text});
}

void cursor_lay_missing(struct cursor *cursor, uint32_t at, enum word word)
{
  cursor_lay_piece(cursor, at, at, word_entry(word)->spelling);
}

bool cursor_peek(const struct cursor *cursor, struct scan_word *word)
{
  return scan_word(cursor->source, cursor->at, cursor->line.end, word);
}

bool cursor_at_end(const struct cursor *cursor)
{
  struct scan_word word;
  return !cursor_peek(cursor, &word);
}

char cursor_next_byte(const struct cursor *cursor)
{
  struct scan_word word;
  return cursor_peek(cursor, &word) ? cursor->source->bytes[word.begin] : '\0';
}

/* Several words of a spelling, one after the other, from `next` on. */
static bool matches_all(const struct cursor *cursor, const char *spelling,
                        struct scan_word next, struct scan_word *found)
{
  for (;;) {
    const size_t length = strcspn(spelling, " ");
    if (next.end - next.begin != length ||
        strncasecmp(cursor->source->bytes + next.begin, spelling, length) !=
            0) {
      return false;
    }
    found->end = next.end;
    found->after = next.after;
    if (spelling[length] == '\0') {
      return true;
    }
    spelling += length + 1;
    if (!scan_word(cursor->source, next.after, cursor->line.end, &next)) {
      return false;
    }
  }
}

/* Whether a word is spelled from `next` on. */
static bool matches_at(const struct cursor *cursor, enum word word,
                       struct scan_word next, struct scan_word *found)
{
  *found = next;
  return word_is_spelled(word, cursor->source->bytes + next.begin,
                         next.end - next.begin) ||
         matches_all(cursor, word_entry(word)->spelling, next, found);
}

bool cursor_matches(const struct cursor *cursor, enum word word,
                    struct scan_word *found)
{
  struct scan_word next;
  return cursor_peek(cursor, &next) && matches_at(cursor, word, next, found);
}

enum word cursor_match_longest(const struct cursor *cursor, enum word first,
                               enum word last, struct scan_word *found)
{
  struct scan_word next;
  enum word longest = WORD_NONE;
  if (!cursor_peek(cursor, &next)) {
    return WORD_NONE;
  }
  for (enum word word = first; word <= last; word++) {
    struct scan_word here;
    if (matches_at(cursor, word, next, &here) &&
        (longest == WORD_NONE || here.end > found->end)) {
      longest = word;
      *found = here;
    }
  }
  return longest;
}

bool cursor_begins(const struct cursor *cursor, enum word word)
{
  struct scan_word next;
  const char *spelling = word_entry(word)->spelling;
  const size_t length = strcspn(spelling, " ");
  return spelling[length] == ' ' && cursor_peek(cursor, &next) &&
         next.end - next.begin == length &&
         strncasecmp(cursor->source->bytes + next.begin, spelling, length) == 0;
}

bool cursor_find_last(const struct cursor *cursor, enum word word,
                      struct scan_word *found)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word next;
  bool is_there = false;
  while (cursor_peek(&ahead, &next)) {
    struct scan_word here;
    if (cursor_matches(&ahead, word, &here)) {
      *found = here;
      is_there = true;
    }
    ahead.at = next.after;
  }
  return is_there;
}

static void expect_also(struct cursor *cursor, enum word word)
{
  if (cursor->expected_at != cursor->at) {
    cursor->expected_at = cursor->at;
    cursor->expected_count = 0;
  }
  if (cursor->expected_count < CURSOR_MOST_EXPECTED) {
    cursor->expected[cursor->expected_count++] = word;
  }
}

bool cursor_accept(struct cursor *cursor, enum word word)
{
  struct scan_word found;
  if (!cursor_matches(cursor, word, &found)) {
    expect_also(cursor, word);
    return false;
  }
  cursor_lay_piece(cursor, found.begin, found.end, word_entry(word)->spelling);
  cursor->at = found.after;
  return true;
}

struct location cursor_take_until(struct cursor *cursor, enum word word)
{
  struct scan_word next;
  struct scan_word found;
  struct location where = cursor_location(cursor, cursor->at, cursor->at);
  while (cursor_peek(cursor, &next) && !cursor_matches(cursor, word, &found)) {
    where.begin = where.begin == where.end ? next.begin : where.begin;
    where.end = next.end;
    cursor_lay_piece(cursor, next.begin, next.end, NULL);
    cursor->at = next.after;
  }
  return where;
}

/* Ends a word before the first comma in it or behind it. */
static bool cut_at_comma(const struct cursor *cursor, struct scan_word *word)
{
  const char *bytes = cursor->source->bytes;
  const char *comma =
      memchr(bytes + word->begin, ',', word->after - word->begin);
  if (comma) {
    const uint32_t at = (uint32_t)(comma - bytes);
    word->end = at < word->end ? at : word->end;
    word->after = at + 1;
  }
  return comma;
}

struct location cursor_take_item(struct cursor *cursor, enum word word,
                                 enum word stop)
{
  struct scan_word next;
  struct scan_word found;
  struct location where = cursor_location(cursor, cursor->at, cursor->at);
  bool ended = false;
  while (!ended && cursor_peek(cursor, &next) &&
         !cursor_matches(cursor, word, &found) &&
         (stop == WORD_NONE || !cursor_matches(cursor, stop, &found))) {
    ended = cut_at_comma(cursor, &next);
    where.begin = where.begin == where.end ? next.begin : where.begin;
    where.end = next.end;
    cursor_lay_piece(cursor, next.begin, next.end, NULL);
    cursor->at = next.after;
  }
  return where;
}

bool cursor_accept_next_item(struct cursor *cursor, enum word word)
{
  if (cursor_accept(cursor, word)) {
    return true;
  }
  const struct source *source = cursor->source;
  const uint32_t begin =
      scan_trim_marks(source, cursor->line.begin, cursor->at);
  if (cursor_at_end(cursor) ||
      !memchr(source->bytes + begin, ',', cursor->at - begin)) {
    return false;
  }
  cursor_lay_piece(cursor, begin, cursor->at, word_entry(word)->spelling);
  return true;
}

struct location cursor_take_rest(struct cursor *cursor)
{
  const uint32_t end = cursor->line.end;
  const uint32_t begin = scan_skip_marks(cursor->source, cursor->at, end);
  cursor->at = end;
  if (begin < end) {
    cursor_lay_piece(cursor, begin, end, NULL);
  }
  return cursor_location(cursor, begin, end);
}

struct location cursor_take_name(struct cursor *cursor)
{
  return location_strip(cursor_take_rest(cursor));
}

struct location cursor_location(const struct cursor *cursor, uint32_t begin,
                                uint32_t end)
{
  return (struct location){cursor->source, begin, end};
}

struct location cursor_word_location(const struct cursor *cursor,
                                     struct scan_word word)
{
  return cursor_location(cursor, word.begin, word.end);
}

struct location cursor_line_location(const struct cursor *cursor)
{
  return cursor_location(cursor, cursor->line.begin, cursor->line.end);
}
