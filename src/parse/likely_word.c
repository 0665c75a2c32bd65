/* What a line with an unknown first word was likely meant to be. */

#include "parse/likely_word.h"

#include "parse/builder.h"
#include "parse/productions.h"
#include "script/cursor_error.h"
#include "script/guess.h"

#include <string.h>
#include <strings.h>

/* How badly the rest of the line suits when the words of a guess are taken for
   the word: whether it is wrong, and a little by a word that suits anything.
   The line is read into a copy that is forgotten. */
static size_t measure_misfit(const struct cursor *cursor,
                             const struct guess *guess)
{
  enum statement_kind kind;
  statement_production *statement = production_statement(guess->word, &kind);
  definition_production *definition = production_definition(guess->word);
  if (!statement && !definition) {
    return 1;
  }
  struct statement read = {0};
  struct routine routine = *cursor->builder->routine;
  struct parse_result left = {.routine = &routine};
  struct builder builder = *cursor->builder;
  struct cursor ahead = cursor_ahead(cursor);
  builder_init(&builder, &left);
  ahead.builder = &builder;
  ahead.at = guess->found.after;
  ahead.statement = guess->word;
  const bool suits = statement ? statement(&ahead, &read) : definition(&ahead);
  const size_t wrong = !suits || builder.opening.passage;
  return 2 * wrong + word_takes_text(guess->word);
}

static void consider_legal(struct guess *guess, const struct cursor *cursor,
                           enum word word)
{
  if (builder_takes(cursor->builder, word)) {
    guess_consider(guess, cursor, word);
  }
}

/* The legal word whose spelling is nearest; of words that are as near, the one
   that the rest of the line suits. */
static bool guess_spelling(const struct cursor *cursor, struct guess *guess)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    consider_legal(guess, cursor, word);
  }
  if (guess->word == WORD_NONE) {
    return false;
  }
  const size_t distance = guess->nearest.distance;
  size_t least = 0; /* misfit, once there is something to compare */
  bool measured = false;
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    struct guess other = {.word = WORD_NONE};
    consider_legal(&other, cursor, word);
    if (other.word == WORD_NONE || other.word == guess->word ||
        other.nearest.distance != distance) {
      continue;
    }
    least = measured ? least : measure_misfit(cursor, guess);
    measured = true;
    const size_t misfit = measure_misfit(cursor, &other);
    if (misfit < least) {
      least = misfit;
      *guess = other;
    }
  }
  return true;
}

/* A legal word of several words that the line begins and does not finish. */
static enum word find_unfinished(const struct cursor *cursor)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    if (builder_takes(cursor->builder, word) && cursor_begins(cursor, word)) {
      return word;
    }
  }
  return WORD_NONE;
}

/* Whoever writes "wait 10 seconds" means a silence. */
static void refuse_wait(struct cursor *cursor, struct location where)
{
  cursor->statement = WORD_PAUSE;
  cursor_error(
      cursor, where,
      "\"wait for me\" waits for a key, and \"pause\" is a silence: " QUOTED
      " alone says neither.",
      QUOTE(where));
}

/* Whoever writes "stop background" means "background off". */
static bool refuse_stop(struct cursor *cursor, struct scan_word next)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct scan_word found;
  const struct location stop = cursor_word_location(cursor, next);
  ahead.at = next.after;
  if (quoted_length(stop) != 4 ||
      strncasecmp(quoted_bytes(stop), "stop", 4) != 0 ||
      !builder_takes(cursor->builder, WORD_BACKGROUND) ||
      !cursor_matches(&ahead, WORD_BACKGROUND, &found)) {
    return false;
  }
  cursor_error_plain(cursor, cursor_location(cursor, next.begin, found.end),
                     "I do not know \"stop\". A background ends with "
                     "\"background off\".");
  return true;
}

/* The legal word that the first one of the line was meant to be. */
static bool guess_meaning(const struct cursor *cursor, struct scan_word next,
                          struct guess *guess)
{
  guess->word =
      word_meant(cursor->source->bytes + next.begin, next.end - next.begin);
  guess->found = next;
  return guess->word != WORD_NONE &&
         builder_takes(cursor->builder, guess->word);
}

/* A word that is like the one typed, or that means the same. */
static enum word refuse_guessed(struct cursor *cursor,
                                const struct guess *guess)
{
  const struct location where = cursor_word_location(cursor, guess->found);
  cursor->statement = guess->word;
  cursor->at = guess->found.after;
  cursor_error(cursor, where, "I do not know " QUOTED ". Did you mean \"%s\"?",
               QUOTE(where), word_entry(guess->word)->spelling);
  return guess->word;
}

static enum word refuse_unfinished(struct cursor *cursor, struct scan_word next,
                                   enum word word)
{
  cursor->statement = word;
  if (word == WORD_WAIT_FOR_ME) {
    refuse_wait(cursor, cursor_word_location(cursor, next));
  }
  cursor_unfinished(cursor, word);
  cursor->at = next.after;
  return word;
}

static void refuse_unknown(struct cursor *cursor, struct location where)
{
  const bool in_during = cursor->builder->place == PLACE_DURING;
  const bool in_reps = cursor->builder->place == PLACE_REPS;
  cursor->statement = in_during ? WORD_AT : in_reps ? WORD_MOVE : WORD_SAY;
  cursor_error(cursor, where,
               "I do not know " QUOTED ". A line here begins with %s.",
               QUOTE(where),
               in_during ? "a word such as at, every or breathe"
               : in_reps ? "the word move"
                         : "a word such as say, hold or step");
}

enum word likely_word_take(struct cursor *cursor)
{
  struct scan_word next;
  struct guess guess = {.word = WORD_NONE};
  cursor_peek(cursor, &next);
  if (refuse_stop(cursor, next)) {
    return WORD_NONE;
  }
  if (guess_spelling(cursor, &guess) || guess_meaning(cursor, next, &guess)) {
    return refuse_guessed(cursor, &guess);
  }
  const enum word unfinished = find_unfinished(cursor);
  if (unfinished != WORD_NONE) {
    return refuse_unfinished(cursor, next, unfinished);
  }
  refuse_unknown(cursor, cursor_word_location(cursor, next));
  return WORD_NONE;
}
