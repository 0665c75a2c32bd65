/* What has a beat: counting, repetitions and their moves, breathing. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"
#include "terms/parse_text.h"

/* count = "count" quantity "every" duration */
bool parse_counting(struct cursor *cursor, struct statement *statement)
{
  return parse_count(cursor, &statement->count.count) &&
         cursor_expect(cursor, WORD_EVERY) &&
         parse_interval(cursor, &statement->count.every) &&
         cursor_finish_line(cursor);
}

/* reps = "reps" quantity [ "alternating sides" [ first side ] ]
          [ "without numbers" ] lines "end reps" */
bool parse_reps(struct cursor *cursor, struct statement *statement)
{
  builder_open(cursor, PLACE_REPS, &statement->reps.body);
  if (!parse_often(cursor, &statement->reps.count)) {
    return false;
  }
  if (cursor_accept(cursor, WORD_ALTERNATING_SIDES)) {
    statement->reps.alternating = true;
    statement->reps.first_side = parse_first_side(cursor);
  }
  statement->reps.without_numbers = cursor_accept(cursor, WORD_WITHOUT_NUMBERS);
  return cursor_finish_line(cursor);
}

/* move = "move" TEXT "for" duration ; the last "for" of the line, as a move may
   be called "reach for it" */
bool parse_move(struct cursor *cursor, struct statement *statement)
{
  struct scan_word word;
  struct scan_word last = {.begin = cursor->line.end};
  const bool has_length = cursor_find_last(cursor, WORD_FOR, &last);
  const uint32_t begin = cursor_peek(cursor, &word) ? word.begin : last.begin;
  uint32_t end = begin;
  while (cursor_peek(cursor, &word) && word.begin < last.begin) {
    end = word.end;
    cursor->at = word.after;
  }
  if (end == begin) {
    return cursor_unexpected(cursor, "what the move is called");
  }
  if (!has_length) {
    cursor->at = begin;
    return cursor_lacks(cursor, WORD_FOR);
  }
  cursor_lay_piece(cursor, begin, end, NULL);
  return parse_words(cursor, cursor_location(cursor, begin, end),
                     &statement->move.words) &&
         cursor_expect(cursor, WORD_FOR) &&
         parse_duration(cursor, &statement->move.duration) &&
         cursor_finish_line(cursor);
}

/* seconds = quantity [ "seconds" ] */
static bool parse_breath_seconds(struct cursor *cursor,
                                 struct quantity *quantity)
{
  if (!parse_quantity(cursor, NEED_SECONDS, quantity)) {
    return false;
  }
  cursor_accept(cursor, WORD_SECONDS);
  if (quantity_is_literal(quantity) && quantity->number <= 0) {
    return cursor_error(cursor, quantity->where,
                        "Part of a breath must last longer than nothing.");
  }
  return true;
}

/* pattern = "in" seconds [ "in" seconds ] [ "hold" seconds ] "out" seconds
             [ "hold" seconds ] */
static bool parse_pattern(struct cursor *cursor, struct breath_pattern *pattern)
{
  if (!cursor_expect(cursor, WORD_IN) ||
      !parse_breath_seconds(cursor, &pattern->in)) {
    return false;
  }
  if (cursor_accept(cursor, WORD_IN)) {
    pattern->has_in_again = true;
    if (!parse_breath_seconds(cursor, &pattern->in_again)) {
      return false;
    }
  }
  if (cursor_accept(cursor, WORD_HOLD_BREATH)) {
    pattern->has_hold_in = true;
    if (!parse_breath_seconds(cursor, &pattern->hold_in)) {
      return false;
    }
  }
  if (!cursor_expect(cursor, WORD_OUT) ||
      !parse_breath_seconds(cursor, &pattern->out)) {
    return false;
  }
  if (cursor_accept(cursor, WORD_HOLD_BREATH)) {
    pattern->has_hold_out = true;
    return parse_breath_seconds(cursor, &pattern->hold_out);
  }
  return true;
}

/* quantity "breaths" | length */
static bool parse_breath_length(struct cursor *cursor,
                                struct statement *statement)
{
  if (!parse_length(cursor, &statement->breathe.duration)) {
    return false;
  }
  const struct quantity part = statement->breathe.duration.parts[0];
  if (part.unit != UNIT_BREATHS || statement->breathe.duration.count > 1) {
    return true;
  }
  statement->breathe.breaths = part;
  statement->breathe.breaths.unit = UNIT_NONE;
  statement->breathe.has_breaths = true;
  statement->breathe.duration = (struct duration){0};
  if (quantity_is_literal(&part) && part.number != (double)(long)part.number) {
    return cursor_error(cursor, part.where,
                        "Breaths are led whole: " QUOTED " will not do.",
                        QUOTE(part.where));
  }
  return true;
}

/* breathe = "breathe" pattern [ "becoming" pattern ] [ "for" ( quantity
   "breaths" | length ) ] ; the length is left out inside during, and only there
 */
bool parse_breathe(struct cursor *cursor, struct statement *statement)
{
  if (!parse_pattern(cursor, &statement->breathe.pattern)) {
    return false;
  }
  statement->breathe.has_becoming = cursor_accept(cursor, WORD_BECOMING);
  if (statement->breathe.has_becoming &&
      !parse_pattern(cursor, &statement->breathe.becoming)) {
    return false;
  }
  const unsigned place = cursor->builder->place;
  if (place == PLACE_ANY && cursor_at_end(cursor)) {
    return true;
  }
  if (place == PLACE_DURING) {
    struct scan_word word;
    if (cursor_matches(cursor, WORD_FOR, &word)) {
      return cursor_error(cursor,
                          cursor_location(cursor, word.begin, cursor->line.end),
                          "Inside \"during\" the breathing lasts as long as "
                          "the block. Leave out what follows \"for\".");
    }
    return cursor_finish_line(cursor);
  }
  return cursor_expect(cursor, WORD_FOR) &&
         parse_breath_length(cursor, statement) && cursor_finish_line(cursor);
}
