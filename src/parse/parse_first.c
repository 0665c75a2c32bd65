/* What a line begins with. */

#include "parse/parse.h"

#include <string.h>
#include <strings.h>

/* The exact first word of the line, the longest spelling winning. */
static enum word find_first_word(const struct parser *parser)
{
  enum word best = WORD_NONE;
  uint32_t best_end = 0;
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    struct scan_word found;
    if (parser_matches(parser, word, &found) && found.end > best_end) {
      best = word;
      best_end = found.end;
    }
  }
  return best;
}

bool parser_in_when(const struct parser *parser)
{
  return parser->depth > 0 &&
         parser->frames[parser->depth - 1].opener == WORD_WHEN;
}

bool parser_is_legal(const struct parser *parser, enum word word)
{
  if (word == WORD_END) {
    return parser->depth > 0;
  }
  if (word == WORD_OTHERWISE) {
    return parser_in_when(parser);
  }
  return word_entry(word)->places & parser->place;
}

/* A legal word of several words that the line begins and does not finish. */
static enum word find_unfinished(const struct parser *parser)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    if (parser_is_legal(parser, word) && parser_begins(parser, word)) {
      return word;
    }
  }
  return WORD_NONE;
}

/* Whoever writes "wait 10 seconds" means a silence. */
static void refuse_wait(struct parser *parser, struct location where)
{
  parser->statement = WORD_PAUSE;
  parser_error(
      parser, where,
      "\"wait for me\" waits for a key, and \"pause\" is a silence: " QUOTED
      " alone says neither.",
      QUOTE(where));
}

/* Whoever writes "stop background" means "background off". */
static bool refuse_stop(struct parser *parser, struct scan_word next)
{
  struct parser ahead = *parser;
  struct scan_word found;
  const struct location stop = parser_location(parser, next.begin, next.end);
  ahead.cursor = next.after;
  if (quoted_length(stop) != 4 ||
      strncasecmp(quoted_bytes(stop), "stop", 4) != 0 ||
      !parser_is_legal(parser, WORD_BACKGROUND) ||
      !parser_matches(&ahead, WORD_BACKGROUND, &found)) {
    return false;
  }
  parser_error_plain(parser, parser_location(parser, next.begin, found.end),
                     "I do not know \"stop\". A background ends with "
                     "\"background off\".");
  return true;
}

/* The legal word that the first one of the line was meant to be. */
static bool guess_meaning(const struct parser *parser, struct scan_word next,
                          struct parse_guess *guess)
{
  guess->word =
      word_meant(parser->source->bytes + next.begin, next.end - next.begin);
  guess->found = next;
  return guess->word != WORD_NONE && parser_is_legal(parser, guess->word);
}

/* Reports an unknown first word. Returns the word it was likely meant to be,
   with the cursor behind it, so that a block that it opens is not missed. */
static enum word refuse_first_word(struct parser *parser)
{
  struct scan_word next;
  struct parse_guess guess = {.word = WORD_NONE};
  parser_peek(parser, &next);
  if (refuse_stop(parser, next)) {
    return WORD_NONE;
  }
  if (parser_guess_first(parser, &guess) ||
      guess_meaning(parser, next, &guess)) {
    const struct location where =
        parser_location(parser, guess.found.begin, guess.found.end);
    parser->statement = guess.word;
    parser->cursor = guess.found.after;
    parser_error(parser, where,
                 "I do not know " QUOTED ". Did you mean \"%s\"?", QUOTE(where),
                 word_entry(guess.word)->spelling);
    return guess.word;
  }
  const struct location where = parser_location(parser, next.begin, next.end);
  const enum word unfinished = find_unfinished(parser);
  if (unfinished != WORD_NONE) {
    parser->statement = unfinished;
    if (unfinished == WORD_WAIT_FOR_ME) {
      refuse_wait(parser, where);
    }
    parser_unfinished(parser, unfinished);
    parser->cursor = next.after;
    return unfinished;
  }
  const bool in_during = parser->place == PLACE_DURING;
  const bool in_reps = parser->place == PLACE_REPS;
  parser->statement = in_during ? WORD_AT : in_reps ? WORD_MOVE : WORD_SAY;
  parser_error(parser, where,
               "I do not know " QUOTED ". A line here begins with %s.",
               QUOTE(where),
               in_during ? "a word such as at, every or breathe"
               : in_reps ? "the word move"
                         : "a word such as say, hold or step");
  return WORD_NONE;
}

/* The block whose inside a word is made for. */
static enum word home_of(enum word word)
{
  return word == WORD_MOVE        ? WORD_REPS
         : word == WORD_OTHERWISE ? WORD_WHEN
                                  : WORD_DURING;
}

/* The innermost open block that does not take every statement; the innermost
   of all when each does. */
static const struct parse_frame *find_narrow_block(const struct parser *parser)
{
  for (size_t i = parser->depth; i > 0; i--) {
    const enum word opener = parser->frames[i - 1].opener;
    if (opener == WORD_DURING || opener == WORD_REPS || opener == WORD_WITHIN) {
      return &parser->frames[i - 1];
    }
  }
  return &parser->frames[parser->depth - 1];
}

/* Reports a known word at a place where it cannot stand. */
static void refuse_place(struct parser *parser, enum word word)
{
  const struct word_entry *entry = word_entry(word);
  const struct location where = parser_line_location(parser);
  if (word == WORD_END) {
    parser_error_plain(parser, where, "There is no open block to end here.");
  } else if (entry->places == PLACE_HEADER && parser->depth == 0) {
    parser_error_plain(parser, where,
                       "\"%s\" belongs at the top of the file, before "
                       "anything is said or timed.",
                       entry->spelling);
  } else if (word == WORD_OTHERWISE || word == WORD_BEFORE_THE_END ||
             !(entry->places & (PLACE_HEADER | PLACE_TOP))) {
    parser_error_plain(parser, where, "\"%s\" can only stand inside \"%s\".",
                       entry->spelling, word_entry(home_of(word))->spelling);
  } else {
    const struct parse_frame *frame = find_narrow_block(parser);
    const enum word home = frame->opener;
    parser_error_plain(
        parser, where, "\"%s\" cannot stand inside \"%s\" from line %u.%s%s",
        entry->spelling, word_entry(home)->spelling,
        (unsigned)location_line(frame->where),
        home == WORD_DURING
            ? " Its lines say when. Example: at 20 seconds say Let go."
        : home == WORD_REPS
            ? " Its lines are moves. Example: move Lift for 2 seconds."
            : "",
        home == WORD_WITHIN ? " Put it before the block or after it."
        : home == WORD_DURING || home == WORD_REPS
            ? ""
            : " It belongs at the top of the file.");
  }
}

static bool has_before_the_end(const struct parser *parser)
{
  struct parser ahead = *parser;
  struct scan_word word;
  while (parser_peek(&ahead, &word)) {
    if (parser_matches(&ahead, WORD_BEFORE_THE_END, &word)) {
      return true;
    }
    ahead.cursor = word.after;
  }
  return false;
}

/* "an" alone is rather a mistyped "at" than a number. */
static bool begins_with_time(const struct parser *parser)
{
  const char first = parser->source->bytes[parser->cursor];
  return parse_at_quantity(parser) &&
         (has_before_the_end(parser) ||
          (parser->place == PLACE_DURING && strchr("0123456789@", first)));
}

enum word parser_take_first_word(struct parser *parser)
{
  struct scan_word found;
  enum word word = find_first_word(parser);
  if (word == WORD_NONE && begins_with_time(parser)) {
    parser->statement = WORD_BEFORE_THE_END;
    if (parser->place != PLACE_DURING) {
      refuse_place(parser, WORD_BEFORE_THE_END);
    }
    return WORD_BEFORE_THE_END;
  }
  if (word == WORD_NONE) {
    return refuse_first_word(parser);
  }
  parser->statement = word;
  if (!parser_is_legal(parser, word)) {
    refuse_place(parser, word);
  }
  parser_matches(parser, word, &found);
  parser_lay_piece(parser, found.begin, found.end,
                   word == WORD_NOTE ? NULL : word_entry(word)->spelling);
  parser->cursor = found.after;
  return word;
}
