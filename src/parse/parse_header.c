/* The lines at the top of a file. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/parse_text.h"

#include <string.h>

/* Reports a second line of a kind that a file has once. */
static bool is_first(struct cursor *cursor, struct location earlier)
{
  return !earlier.source ||
         cursor_error_plain(
             cursor, cursor_line_location(cursor),
             "There is a \"%s\" already, on line %u. Keep one of the two.",
             word_entry(cursor->statement)->spelling,
             (unsigned)location_line(earlier));
}

/* WORD TEXT, once a file */
static bool parse_header_text(struct cursor *cursor, struct words *words)
{
  struct location where;
  if (!is_first(cursor, words->where) ||
      !cursor_expect_name(cursor, "its text", &where)) {
    return false;
  }
  return parse_words(cursor, where, words);
}

/* title = "title" TEXT */
bool parse_title(struct cursor *cursor)
{
  return parse_header_text(cursor, &cursor->builder->routine->title);
}

/* about = "about" TEXT */
bool parse_about(struct cursor *cursor)
{
  return parse_header_text(cursor, &cursor->builder->routine->about);
}

/* author = "author" TEXT */
bool parse_author(struct cursor *cursor)
{
  return parse_header_text(cursor, &cursor->builder->routine->author);
}

/* licence = "licence" TEXT */
bool parse_licence(struct cursor *cursor)
{
  return parse_header_text(cursor, &cursor->builder->routine->licence);
}

/* source = "source" TEXT */
bool parse_source(struct cursor *cursor)
{
  return parse_header_text(cursor, &cursor->builder->routine->origin);
}

/* opening = "opening" ( "title only" | "none" ) */
bool parse_opening(struct cursor *cursor)
{
  struct routine *routine = cursor->builder->routine;
  if (!is_first(cursor, routine->opening_where)) {
    return false;
  }
  if (cursor_accept(cursor, WORD_TITLE_ONLY)) {
    routine->opening = OPENING_TITLE;
  } else if (cursor_accept(cursor, WORD_NOTHING)) {
    routine->opening = OPENING_NONE;
  } else {
    return cursor_unexpected(cursor, "\"title only\" or \"none\"");
  }
  routine->opening_where = cursor_line_location(cursor);
  return cursor_finish_line(cursor);
}

/* closing = "closing" "none" */
bool parse_closing(struct cursor *cursor)
{
  struct routine *routine = cursor->builder->routine;
  if (!is_first(cursor, routine->closing_where) ||
      !cursor_expect(cursor, WORD_NOTHING)) {
    return false;
  }
  routine->closing_where = cursor_line_location(cursor);
  routine->no_closing = true;
  return cursor_finish_line(cursor);
}

static bool is_tag(const char *bytes, size_t length)
{
  size_t part = 0;
  for (size_t i = 0; i < length; i++) {
    const char c = bytes[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (c == '-' && part > 1) {
      part = 0;
    } else if (letter || (digit && i > part)) {
      part++;
    } else {
      return false;
    }
    if (part > 8) {
      return false;
    }
  }
  return part > 0 && length > 1;
}

/* language = "language" TAG ; a tag as in BCP 47 */
bool parse_language(struct cursor *cursor)
{
  const struct location where = cursor_take_name(cursor);
  if (!is_tag(quoted_bytes(where), where.end - where.begin)) {
    return cursor_error(cursor, cursor_line_location(cursor),
                        "A language is named by its tag, such as en, en-gb or "
                        "de.");
  }
  struct routine *routine = cursor->builder->routine;
  if (routine->language) {
    return cursor_error_plain(
        cursor, cursor_line_location(cursor),
        "There is a \"%s\" already, on line %u. Keep one of the two.",
        word_entry(cursor->statement)->spelling,
        (unsigned)location_line(routine->language_where));
  }
  routine->language_where = where;
  routine->language = cursor_copy(cursor, where);
  return routine->language;
}

/* pronounce = "pronounce" WORD "as" TEXT */
bool parse_pronounce(struct cursor *cursor)
{
  const struct location word = cursor_take_until(cursor, WORD_AS);
  if (word.begin == word.end) {
    return cursor_unexpected(cursor, "the word to pronounce");
  }
  if (!cursor_accept(cursor, WORD_AS)) {
    cursor->at = word.begin;
    return cursor_lacks(cursor, WORD_AS);
  }
  struct location spoken;
  if (!cursor_expect_name(cursor, "how the word is spoken", &spoken)) {
    return false;
  }
  struct pronunciation *entry = cursor_take(cursor, sizeof(*entry));
  if (!entry) {
    return false;
  }
  entry->word = cursor_copy(cursor, word);
  entry->spoken = cursor_copy(cursor, spoken);
  builder_add_pronunciation(cursor->builder, entry);
  return entry->word && entry->spoken;
}

/* include = "include" NAME */
bool parse_include(struct cursor *cursor)
{
  struct location where;
  if (!cursor_expect_name(cursor, "the name of a routine", &where)) {
    return false;
  }
  if (memchr(quoted_bytes(where), '/', where.end - where.begin)) {
    return cursor_error(cursor, where,
                        QUOTED " is a path. Give the name alone: of a file "
                               "beside this one, or of a routine in the "
                               "library.",
                        QUOTE(where));
  }
  builder_add_include(cursor, where);
  return cursor->status == STATUS_OK;
}

/* Of the four below, the last one before anything happens is the one that
   holds. */

/* voice = "voice" NAME */
bool parse_first_voice(struct cursor *cursor)
{
  struct statement setting = {0};
  if (!parse_voice(cursor, &setting)) {
    return false;
  }
  cursor->builder->routine->voice = setting.voice.name;
  cursor->builder->routine->voice_where = cursor_line_location(cursor);
  return true;
}

static bool parse_first_setting(struct cursor *cursor,
                                statement_production *parse,
                                struct quantity *quantity)
{
  struct statement setting = {0};
  if (!parse(cursor, &setting)) {
    return false;
  }
  *quantity = setting.setting.number;
  return true;
}

/* as speed among the statements */
bool parse_first_speed(struct cursor *cursor)
{
  return parse_first_setting(cursor, parse_speed,
                             &cursor->builder->routine->speed);
}

/* as pitch among the statements */
bool parse_first_pitch(struct cursor *cursor)
{
  return parse_first_setting(cursor, parse_pitch,
                             &cursor->builder->routine->pitch);
}

/* as volume among the statements */
bool parse_first_volume(struct cursor *cursor)
{
  return parse_first_setting(cursor, parse_volume,
                             &cursor->builder->routine->volume);
}
