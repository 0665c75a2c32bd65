/* What a line begins with. */

#include "parse/first_word.h"

#include "parse/likely_word.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/number.h"

#include <assert.h>
#include <string.h>

/* The block whose inside a word is made for. */
static enum word home_of(enum word word)
{
  return word == WORD_MOVE        ? WORD_REPS
         : word == WORD_OTHERWISE ? WORD_WHEN
                                  : WORD_DURING;
}

/* What helps who puts a wrong line into a block. */
static const char *advice_for(enum word opener)
{
  switch (opener) {
  case WORD_DURING:
    return " Its lines say when. Example: at 20 seconds say Let go.";
  case WORD_REPS:
    return " Its lines are moves. Example: move Lift for 2 seconds.";
  case WORD_WITHIN:
    return " Put it before the block or after it.";
  default:
    return " It belongs at the top of the file.";
  }
}

/* The innermost open block that does not take every statement; the innermost
   of all when each does. */
static struct open_block find_narrow_block(const struct builder *builder)
{
  assert(builder->depth > 0);
  for (size_t i = builder->depth; i > 0; i--) {
    const enum word opener = builder->blocks[i - 1].opener;
    if (opener == WORD_DURING || opener == WORD_REPS || opener == WORD_WITHIN) {
      return builder->blocks[i - 1];
    }
  }
  return builder->blocks[builder->depth - 1];
}

/* Reports a known word at a place where it cannot stand. */
static void refuse_place(struct cursor *cursor, enum word word)
{
  const struct word_entry *entry = word_entry(word);
  const struct location where = cursor_line_location(cursor);
  if (entry->places == PLACE_HEADER && cursor->builder->depth == 0) {
    cursor_error_plain(cursor, where,
                       "\"%s\" belongs at the top of the file, before "
                       "anything is said or timed.",
                       entry->spelling);
  } else if (word == WORD_OTHERWISE || word == WORD_BEFORE_THE_END ||
             !(entry->places & (PLACE_HEADER | PLACE_TOP))) {
    cursor_error_plain(cursor, where, "\"%s\" can only stand inside \"%s\".",
                       entry->spelling, word_entry(home_of(word))->spelling);
  } else {
    const struct open_block block = find_narrow_block(cursor->builder);
    cursor_error_plain(
        cursor, where, "\"%s\" cannot stand inside \"%s\" from line %u.%s",
        entry->spelling, word_entry(block.opener)->spelling,
        (unsigned)location_line(block.where), advice_for(block.opener));
  }
}

/* "an" alone is rather a mistyped "at" than a number. */
static bool begins_with_time(const struct cursor *cursor)
{
  const char first = cursor->source->bytes[cursor->at];
  struct scan_word found;
  return parse_at_quantity(cursor) &&
         (cursor_find_last(cursor, WORD_BEFORE_THE_END, &found) ||
          (cursor->builder->place == PLACE_DURING &&
           strchr("0123456789@", first)));
}

/* "for 3 rounds" can only mean "repeat 3 times". */
static bool begins_with_rounds(const struct cursor *cursor,
                               struct scan_word *found)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word times;
  if (!cursor_matches(cursor, WORD_FOR, found)) {
    return false;
  }
  ahead.at = found->after;
  double number;
  return parse_number(&ahead, &number) &&
         cursor_matches(&ahead, WORD_TIMES, &times);
}

enum word first_word_take(struct cursor *cursor)
{
  struct scan_word found;
  enum word word = cursor_match_longest(cursor, WORD_TITLE, WORD_NOTE, &found);
  if (word == WORD_NONE && begins_with_time(cursor)) {
    cursor->statement = WORD_BEFORE_THE_END;
    if (!(cursor->builder->place & PLACE_DURING)) {
      refuse_place(cursor, WORD_BEFORE_THE_END);
    }
    return WORD_BEFORE_THE_END;
  }
  if (word == WORD_NONE && builder_takes(cursor->builder, WORD_REPEAT) &&
      begins_with_rounds(cursor, &found)) {
    word = WORD_REPEAT;
  }
  if (word == WORD_NONE) {
    return likely_word_take(cursor);
  }
  cursor->statement = word;
  if (!builder_takes(cursor->builder, word) && word != WORD_END) {
    refuse_place(cursor, word);
  }
  cursor_lay_piece(cursor, found.begin, found.end,
                   word == WORD_NOTE ? NULL : word_entry(word)->spelling);
  cursor->at = found.after;
  return word;
}
