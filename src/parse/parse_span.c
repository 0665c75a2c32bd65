/* Spans with lines inside: during and its cues, within. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/duration.h"
#include "terms/number.h"

/* during = "during" length lines "end during" */
bool parse_during(struct cursor *cursor, struct statement *statement)
{
  builder_open(cursor, PLACE_DURING, &statement->during.body);
  return parse_length(cursor, &statement->during.duration) &&
         cursor_finish_line(cursor);
}

/* action = say | chime | sound */
static bool parse_action(struct cursor *cursor, struct statement *cue)
{
  static const struct {
    enum word word;
    enum statement_kind kind;
    statement_production *parse;
  } actions[] = {
      {WORD_SAY, STATEMENT_SAY, parse_say},
      {WORD_CHIME, STATEMENT_CHIME, parse_chime},
      {WORD_SOUND, STATEMENT_SOUND, parse_sound},
  };
  struct statement *action = cursor_take(cursor, sizeof(*action));
  if (!action) {
    return false;
  }
  cue->span_cue.action = action;
  action->where = cue->where;
  for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
    if (cursor_accept(cursor, actions[i].word)) {
      cursor->statement = actions[i].word;
      action->kind = actions[i].kind;
      return actions[i].parse(cursor, action);
    }
  }
  return cursor_unexpected(cursor, "say, chime or sound");
}

/* duration, where people also write "the end" and "the start" */
static bool parse_moment(struct cursor *cursor, struct duration *moment)
{
  struct scan_word word;
  if (parse_at_quantity(cursor) || !cursor_peek(cursor, &word)) {
    return parse_duration(cursor, moment);
  }
  const struct location where = cursor_word_location(cursor, word);
  return !cursor_refuse_near(cursor) &&
         cursor_error(cursor, where,
                      "I expected a length of time here, not " QUOTED
                      ". What is said first or last stands before the block "
                      "or behind it.",
                      QUOTE(where));
}

/* at = "at" ( "halfway" | duration ) action */
bool parse_at(struct cursor *cursor, struct statement *statement)
{
  if (cursor_accept(cursor, WORD_HALFWAY)) {
    statement->span_cue.when = CUE_AT_HALFWAY;
  } else {
    statement->span_cue.when = CUE_AT;
    if (!parse_moment(cursor, &statement->span_cue.at)) {
      return false;
    }
  }
  return parse_action(cursor, statement);
}

/* every = "every" duration action */
bool parse_every(struct cursor *cursor, struct statement *statement)
{
  statement->span_cue.when = CUE_EVERY;
  return parse_duration(cursor, &statement->span_cue.at) &&
         parse_action(cursor, statement);
}

/* before the end = duration "before the end" action ; nothing has been taken */
bool parse_before_the_end(struct cursor *cursor, struct statement *statement)
{
  statement->span_cue.when = CUE_BEFORE_END;
  return parse_duration(cursor, &statement->span_cue.at) &&
         cursor_expect(cursor, WORD_BEFORE_THE_END) &&
         parse_action(cursor, statement);
}

/* within = "within" duration lines "end within" */
bool parse_within(struct cursor *cursor, struct statement *statement)
{
  builder_open(cursor, PLACE_WITHIN, &statement->within.body);
  return parse_duration(cursor, &statement->within.duration) &&
         cursor_finish_line(cursor);
}
