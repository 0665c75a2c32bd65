/* Silences: pauses, holds with their cues, rests, waiting. */

#include "parse/statements.h"
#include "script/cursor_error.h"
#include "terms/duration.h"
#include "terms/number.h"

/* pause = "pause" [ "for" ] length */
bool parse_pause(struct cursor *cursor, struct statement *statement)
{
  return parse_stay(cursor, &statement->pause.duration) &&
         cursor_finish_line(cursor);
}

/* wait = "wait for me" [ "at most" duration ] */
bool parse_wait(struct cursor *cursor, struct statement *statement)
{
  if (cursor_accept(cursor, WORD_AT_MOST) &&
      !parse_duration(cursor, &statement->wait.limit)) {
    return false;
  }
  return cursor_finish_line(cursor);
}

/* cue = "halfway" | "countdown from" quantity | "chime every" duration
       | "time left every" duration */
static const enum word cue_words[] = {WORD_HALFWAY, WORD_COUNTDOWN_FROM,
                                      WORD_CHIME_EVERY, WORD_TIME_LEFT_EVERY};
enum { CUE_WORDS = sizeof(cue_words) / sizeof(cue_words[0]) };

static enum word accept_cue_word(struct cursor *cursor)
{
  for (size_t i = 0; i < CUE_WORDS; i++) {
    if (cursor_accept(cursor, cue_words[i])) {
      return cue_words[i];
    }
  }
  return WORD_NONE;
}

static bool refuse_cue_again(struct cursor *cursor, enum word word)
{
  return cursor_error_plain(cursor, cursor_line_location(cursor),
                            "The cue \"%s\" is there twice.",
                            word_entry(word)->spelling);
}

static bool parse_hold_cue(struct cursor *cursor, struct hold_cues *cues)
{
  const enum word word = accept_cue_word(cursor);
  if (word == WORD_NONE) {
    return cursor_unexpected(cursor,
                             "a cue such as halfway or countdown from 3");
  }
  cursor->statement = word; /* the example of what goes wrong from here */
  switch (word) {
  case WORD_HALFWAY:
    if (cues->halfway) {
      return refuse_cue_again(cursor, word);
    }
    cues->halfway = true;
    return true;
  case WORD_COUNTDOWN_FROM:
    if (cues->has_countdown) {
      return refuse_cue_again(cursor, word);
    }
    cues->has_countdown = true;
    return parse_count(cursor, &cues->countdown);
  case WORD_CHIME_EVERY:
    return cues->chime_every.count > 0
               ? refuse_cue_again(cursor, word)
               : parse_interval(cursor, &cues->chime_every);
  default:
    return cues->time_left_every.count > 0
               ? refuse_cue_again(cursor, word)
               : parse_interval(cursor, &cues->time_left_every);
  }
}

static bool at_cue(const struct cursor *cursor)
{
  struct scan_word found;
  for (size_t i = 0; i < CUE_WORDS; i++) {
    if (cursor_matches(cursor, cue_words[i], &found)) {
      return true;
    }
  }
  return false;
}

/* A comma does for an "and". */
static bool accept_further_cue(struct cursor *cursor)
{
  if (cursor_accept(cursor, WORD_AND)) {
    return true;
  }
  if (!at_cue(cursor)) {
    return false;
  }
  cursor_lay_missing(cursor, cursor->at, WORD_AND);
  return true;
}

/* "and countdown from 3" can only mean "with countdown from 3". */
static bool accept_with(struct cursor *cursor)
{
  struct scan_word and;
  struct cursor ahead = cursor_ahead(cursor);
  if (!cursor_matches(cursor, WORD_AND, &and)) {
    return cursor_accept(cursor, WORD_WITH);
  }
  ahead.at = and.after;
  if (!at_cue(&ahead)) {
    return false;
  }
  cursor_lay_piece(cursor, and.begin, and.end, word_entry(WORD_WITH)->spelling);
  cursor->at = and.after;
  return true;
}

/* cues = [ "without cues" | "with" cue { "and" cue } ], to the line's end */
static bool parse_cues(struct cursor *cursor, struct hold_cues *cues)
{
  if (cursor_accept(cursor, WORD_WITHOUT_CUES)) {
    cues->given = true;
    cues->none = true;
    return cursor_finish_line(cursor);
  }
  if (!accept_with(cursor)) {
    if (at_cue(cursor)) {
      cursor->statement = WORD_WITH;
      return cursor_error(cursor, cursor_line_location(cursor),
                          "The word \"with\" is missing before the cue.");
    }
    return cursor_finish_line(cursor);
  }
  cues->given = true;
  cursor->statement = WORD_WITH;
  do {
    if (!parse_hold_cue(cursor, cues)) {
      return false;
    }
  } while (accept_further_cue(cursor));
  return cursor_finish_line(cursor);
}

/* hold = "hold" [ "for" ] length cues */
bool parse_hold(struct cursor *cursor, struct statement *statement)
{
  return parse_stay(cursor, &statement->hold.duration) &&
         parse_cues(cursor, &statement->hold.cues);
}

/* rest = "rest" [ "for" ] length [ "between rounds" ] cues */
bool parse_rest(struct cursor *cursor, struct statement *statement)
{
  if (!parse_stay(cursor, &statement->rest.duration)) {
    return false;
  }
  statement->rest.between_rounds = cursor_accept(cursor, WORD_BETWEEN_ROUNDS);
  return parse_cues(cursor, &statement->rest.cues);
}
