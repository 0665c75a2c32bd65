/* Sounds: once, to their end, or under everything. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/number.h"

#include <string.h>

/* The name of a sound: never a path. */
static bool check_sound_name(struct cursor *cursor, struct location where)
{
  const char *bytes = quoted_bytes(where);
  const size_t length = where.end - where.begin;
  if (memchr(bytes, '/', length) || memchr(bytes, '\\', length)) {
    return cursor_error(cursor, where,
                        QUOTED " is a path. Put the sound file beside the "
                               "routine and give its name alone.",
                        QUOTE(where));
  }
  return true;
}

/* "chime 3 times": no sound is called that. */
static bool is_how_often(const struct cursor *cursor)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word found;
  double number;
  return parse_at_quantity(&ahead) && parse_number(&ahead, &number) &&
         cursor_matches(&ahead, WORD_TIMES, &found);
}

/* The `soft` that ends the line; false when none does. */
static bool find_soft(const struct cursor *cursor, struct scan_word *soft)
{
  struct cursor ahead = cursor_ahead(cursor);
  if (!cursor_find_last(cursor, WORD_SOFT, soft)) {
    return false;
  }
  ahead.at = soft->after;
  return cursor_at_end(&ahead);
}

/* What is left of the line, or of what stands before its last `soft`. */
static struct location take_chime_name(struct cursor *cursor, bool *is_soft)
{
  struct scan_word soft = {0};
  *is_soft = find_soft(cursor, &soft);
  if (!*is_soft) {
    return cursor_take_name(cursor);
  }
  const uint32_t begin =
      scan_skip_marks(cursor->source, cursor->at, soft.begin);
  const struct location name = location_strip(cursor_location(
      cursor, begin, scan_trim_marks(cursor->source, begin, soft.begin)));
  if (name.begin < name.end) {
    cursor_lay_piece(cursor, name.begin, name.end, NULL);
  }
  cursor->at = soft.begin;
  cursor_accept(cursor, WORD_SOFT);
  return name;
}

/* chime = "chime" [ NAME ] [ "soft" ] */
bool parse_chime(struct cursor *cursor, struct statement *statement)
{
  if (is_how_often(cursor)) {
    cursor->statement = WORD_REPEAT;
    return cursor_error(cursor, cursor_line_location(cursor),
                        "A chime rings once. For more, put it inside "
                        "\"repeat\".");
  }
  const struct location name = take_chime_name(cursor, &statement->chime.soft);
  if (name.begin == name.end) {
    return true;
  }
  statement->chime.name = cursor_copy(cursor, name);
  return statement->chime.name && check_sound_name(cursor, name);
}

/* sound = "sound" NAME */
bool parse_sound(struct cursor *cursor, struct statement *statement)
{
  struct location name;
  if (!cursor_expect_name(cursor, "the name of a sound", &name)) {
    return false;
  }
  statement->sound.name = cursor_copy(cursor, name);
  return statement->sound.name && check_sound_name(cursor, name);
}

static bool accept_level(struct cursor *cursor, enum bed_level *level)
{
  if (cursor_accept(cursor, WORD_QUIET)) {
    *level = BED_QUIET;
    return true;
  }
  if (cursor_accept(cursor, WORD_SOFT)) {
    *level = BED_SOFT;
    return true;
  }
  if (cursor_accept(cursor, WORD_FULL)) {
    *level = BED_FULL;
    return true;
  }
  return false;
}

/* background = "background" ( "off" | NAME [ "quiet" | "soft" | "full" ] ) */
bool parse_background(struct cursor *cursor, struct statement *statement)
{
  struct scan_word word;
  if (cursor_accept(cursor, WORD_OFF)) {
    return cursor_finish_line(cursor);
  }
  struct location name = cursor_location(cursor, 0, 0);
  struct scan_word percent;
  const bool is_measured = cursor_find_last(cursor, WORD_PERCENT, &percent);
  while (cursor_peek(cursor, &word)) {
    const uint32_t before = cursor->at;
    struct cursor ahead = cursor_ahead(cursor);
    if (name.end > 0 && accept_level(&ahead, &statement->background.level) &&
        cursor_at_end(&ahead)) {
      accept_level(cursor, &statement->background.level);
      break;
    }
    statement->background.level = BED_SOFT;
    name.begin = name.end > 0 ? name.begin : word.begin;
    name.end = word.end;
    cursor->at = word.after > before ? word.after : cursor->line.end;
  }
  if (name.end == 0) {
    return cursor_unexpected(cursor, "the name of a sound, or \"off\"");
  }
  if (is_measured || memchr(quoted_bytes(name), '%', name.end - name.begin)) {
    return cursor_error(cursor, name,
                        "How loud a background is, is said with quiet, soft or "
                        "full, and not with a number.");
  }
  cursor_lay_piece(cursor, name.begin, name.end, NULL);
  statement->background.name = cursor_copy(cursor, name);
  return statement->background.name && check_sound_name(cursor, name);
}
