/* Passages: speech over several lines. */

#include "parse/parse.h"

/* passage end = "end" [ "say" | "explain" ] and nothing else */
static bool is_passage_end(struct parser *parser, enum word opener)
{
  struct scan_word found;
  if (!parser_matches(parser, WORD_END, &found)) {
    return false;
  }
  const uint32_t begin = found.begin;
  const uint32_t end = found.end;
  struct parser ahead = *parser;
  ahead.layout = NULL;
  ahead.cursor = found.after;
  if (!parser_at_end(&ahead) && !parser_accept(&ahead, WORD_SAY) &&
      !parser_accept(&ahead, WORD_EXPLAIN)) {
    return false;
  }
  if (!parser_at_end(&ahead)) {
    return false;
  }
  parser_lay_piece(parser, begin, end, word_entry(WORD_END)->spelling);
  parser_lay_piece(parser, parser->line.end, parser->line.end,
                   word_entry(opener)->spelling);
  return true;
}

bool parse_passage(struct parser *parser, struct words *words)
{
  const struct parse_frame frame = {parser->statement,
                                    parser_line_location(parser)};
  struct location where = {0};
  while (parser_next_line(parser)) {
    if (is_passage_end(parser, frame.opener)) {
      parser_lay_line(parser, LAYOUT_STATEMENT, parser->depth);
      return where.source ? parse_words(parser, where, words)
                          : parser_error_plain(parser, frame.where,
                                               "This passage is empty.");
    }
    parser_lay_line(parser, LAYOUT_PASSAGE, parser->depth + 1);
    const struct location line = parser_line_location(parser);
    where =
        where.source ? parser_location(parser, where.begin, line.end) : line;
  }
  return parser_never_ended(parser, frame);
}
