/* What a line with a mistyped first word was meant to be. */

#include "parse/parse.h"

/* How badly the rest of the line suits when the words of a guess are taken for
   the word: by its errors, and a little by a word that suits anything.
   Everything is read into a copy and forgotten. */
static size_t measure_misfit(const struct parser *parser,
                             const struct parse_guess *guess)
{
  enum statement_kind kind;
  const parse_function parse = parse_production(guess->word, &kind);
  const enum word_kind word_kind = word_entry(guess->word)->kind;
  struct parse_result left = {0};
  struct diagnostics diagnostics;
  struct statement statement = {0};
  struct routine routine = *parser->routine;
  struct source line = *parser->source;
  struct parser ahead = *parser;
  if (!parse && word_kind != WORD_KIND_HEADER) {
    return 1;
  }
  diagnostics_init(&diagnostics);
  line.length = parser->line.end;
  ahead.source = &line;
  ahead.routine = &routine;
  ahead.diagnostics = &diagnostics;
  ahead.layout = NULL;
  ahead.cursor = guess->found.after;
  ahead.statement = guess->word;
  ahead.next_line = parser->line.end;
  parser_collect(&ahead, &left);
  if (parse) {
    parse(&ahead, &statement);
  } else {
    parse_header(&ahead, guess->word);
  }
  const size_t errors = diagnostics.error_count;
  diagnostics_finish(&diagnostics);
  /* A block is never ended within its first line. */
  const size_t counted = errors - (word_kind == WORD_KIND_BLOCK && errors > 0);
  return 2 * counted + word_takes_text(guess->word);
}

bool parser_guess_first(const struct parser *parser, struct parse_guess *guess)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    if (parser_is_legal(parser, word)) {
      parser_consider(parser, word, guess);
    }
  }
  if (guess->word == WORD_NONE) {
    return false;
  }
  /* Of words that are as near, the one that the rest of the line suits. */
  const size_t distance = guess->nearest.distance;
  size_t least = measure_misfit(parser, guess);
  for (enum word word = WORD_TITLE; word <= WORD_NOTE && least > 0; word++) {
    struct parse_guess other = {.word = WORD_NONE};
    if (parser_is_legal(parser, word)) {
      parser_consider(parser, word, &other);
    }
    const size_t misfit =
        other.word != WORD_NONE && other.nearest.distance == distance
            ? measure_misfit(parser, &other)
            : least;
    if (misfit < least) {
      least = misfit;
      *guess = other;
    }
  }
  return true;
}
