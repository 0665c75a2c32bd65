/* What a line with an unknown first word was likely meant to be. */

#include "parse/likely_word.h"

#include "parse/odd_line.h"
#include "parse/productions.h"
#include "script/cursor_error.h"
#include "script/guess.h"
#include "script/meanings.h"
#include "terms/builder.h"
#include "terms/duration.h"

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

/* To be compared with another guess: what "do" is followed by is not known
   yet, so it suits no better than a text. */
static size_t compare_misfit(const struct cursor *cursor,
                             const struct guess *guess)
{
  return measure_misfit(cursor, guess) + (guess->word == WORD_DO);
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
    least = measured ? least : compare_misfit(cursor, guess);
    measured = true;
    const size_t misfit = compare_misfit(cursor, &other);
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
static void refuse_wait(struct cursor *cursor, struct scan_word wait)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct duration length;
  const struct location where = cursor_word_location(cursor, wait);
  ahead.at = wait.after;
  if (parse_stay(&ahead, &length)) {
    cursor_error_plain(cursor, where,
                       "\"wait for me\" waits for a key. For a silence, "
                       "write: pause %.*s%s",
                       QUOTE(length.where));
    return;
  }
  cursor->statement = WORD_PAUSE;
  cursor_error(
      cursor, where,
      "\"wait for me\" waits for a key, and \"pause\" is a silence: " QUOTED
      " alone says neither.",
      QUOTE(where));
}

/* The meaning of the words that the line begins with, unless what it stands
   for cannot stand here. */
static const struct meaning *find_meaning(const struct cursor *cursor,
                                          size_t *taken)
{
  struct scan_word first;
  if (!cursor_peek(cursor, &first)) {
    return NULL;
  }
  const struct meaning *meaning =
      meaning_find(cursor->source->bytes + first.begin,
                   cursor->line.end - first.begin, taken);
  const bool fits = meaning && (meaning->word == WORD_NONE ||
                                builder_takes(cursor->builder, meaning->word));
  return fits ? meaning : NULL;
}

/* Reports what people type who mean something else, and reads the line on as
   that. */
static enum word refuse_meaning(struct cursor *cursor,
                                const struct meaning *meaning, size_t taken)
{
  struct scan_word word;
  struct scan_word first;
  cursor_peek(cursor, &first);
  for (size_t i = 0; i < taken && cursor_peek(cursor, &word); i++) {
    cursor->at = word.after;
  }
  const struct location where = cursor_word_location(cursor, first);
  cursor->statement = meaning->word;
  if (meaning->advice) {
    cursor_error_plain(cursor, where, "I do not know " QUOTED ". %s",
                       QUOTE(where), meaning->advice);
  } else {
    cursor_error(cursor, where,
                 "I do not know " QUOTED ". Did you mean \"%s\"?", QUOTE(where),
                 word_entry(meaning->word)->spelling);
  }
  const bool opens_passage =
      cursor_at_end(cursor) &&
      (meaning->word == WORD_SAY || meaning->word == WORD_EXPLAIN);
  return opens_passage ? WORD_NONE : meaning->word;
}

/* A word that is like the one typed. */
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
    refuse_wait(cursor, next);
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
  size_t taken = 0;
  struct guess guess = {.word = WORD_NONE};
  cursor_peek(cursor, &next);
  if (odd_line_refuse_start(cursor)) {
    return WORD_NONE;
  }
  const struct meaning *meaning = find_meaning(cursor, &taken);
  const bool guessed = guess_spelling(cursor, &guess);
  if (meaning && !(guessed && measure_misfit(cursor, &guess) == 0)) {
    return refuse_meaning(cursor, meaning, taken);
  }
  if (guessed) {
    return refuse_guessed(cursor, &guess);
  }
  const enum word unfinished = find_unfinished(cursor);
  if (unfinished != WORD_NONE) {
    return refuse_unfinished(cursor, next, unfinished);
  }
  if (!odd_line_refuse_text(cursor)) {
    refuse_unknown(cursor, cursor_word_location(cursor, next));
  }
  return WORD_NONE;
}
