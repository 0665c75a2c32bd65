/* Lines and blocks: what a line begins with, and where blocks end. */

#include "parse/parse.h"

#include <string.h>

/* Why the lines of a block stopped. */
enum stop { STOP_END, STOP_OTHERWISE, STOP_OUTER, STOP_FILE };

/* --- Blocks --- */

static bool open_block(struct parser *parser, enum word opener)
{
  if (parser->depth == PARSE_MOST_BLOCKS) {
    parser->quiet = false;
    parser->stopped = true;
    return parser_error_plain(parser, parser_line_location(parser),
                              "There are more than %d blocks inside one "
                              "another here. Nothing further is read.",
                              PARSE_MOST_BLOCKS);
  }
  parser->frames[parser->depth++] =
      (struct parse_frame){opener, parser_line_location(parser)};
  return true;
}

bool parser_never_ended(struct parser *parser, struct parse_frame frame)
{
  if (parser->stopped) {
    return false;
  }
  parser->quiet = false;
  return parser_error_plain(
      parser, frame.where, "\"%s\" is never ended. Add a line: end %s.",
      word_entry(frame.opener)->spelling, word_entry(frame.opener)->spelling);
}

/* What an `end` names: WORD_NONE when it names nothing. */
static enum word find_named_block(const struct parser *parser)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    struct scan_word found;
    const bool opens = word_entry(word)->kind == WORD_KIND_BLOCK ||
                       word == WORD_SAY || word == WORD_EXPLAIN;
    if (opens && parser_matches(parser, word, &found)) {
      return word;
    }
  }
  return WORD_NONE;
}

/* The open block that an `end` of this name closes, from outside counted from
   1; 0 when none is open. */
static size_t find_open(const struct parser *parser, enum word opener)
{
  size_t i = parser->depth;
  while (i > 0 && parser->frames[i - 1].opener != opener) {
    i--;
  }
  return i;
}

static void refuse_end(struct parser *parser, enum word named)
{
  const struct parse_frame *frame = &parser->frames[parser->depth - 1];
  const struct location opener = frame->where;
  parser_error_plain(parser, parser_line_location(parser),
                     "This ends \"%s\", but the open block is " QUOTED
                     " from line %u.",
                     word_entry(named)->spelling, QUOTE(opener),
                     (unsigned)location_line(opener));
}

/* Reports an `end` of words that open nothing, and says what it has to be. */
static void refuse_end_words(struct parser *parser, enum word opener)
{
  if (parser_refuse_near(parser)) {
    return;
  }
  const struct location where = parser_take_name(parser);
  parser_error_plain(parser, where,
                     QUOTED
                     " opens no block. To end the open one, write: end %s.",
                     QUOTE(where), word_entry(opener)->spelling);
}

/* end = "end" [ opener ] ; `end` has been taken. STOP_OUTER leaves the line to
   the block further out that it names. */
static enum stop parse_end(struct parser *parser)
{
  const enum word opener = parser->frames[parser->depth - 1].opener;
  struct scan_word word;
  if (!parser_peek(parser, &word)) {
    parser_lay_piece(parser, parser->line.end, parser->line.end,
                     word_entry(opener)->spelling);
    return STOP_END;
  }
  if (parser_accept(parser, opener)) {
    parser_finish_line(parser);
    return STOP_END;
  }
  const enum word named = find_named_block(parser);
  if (named == WORD_NONE) {
    refuse_end_words(parser, opener);
    return STOP_END;
  }
  refuse_end(parser, named);
  if (find_open(parser, named) == 0) {
    return STOP_END;
  }
  parser->next_line = parser->line.begin;
  return STOP_OUTER;
}

/* After a mismatch the inner blocks close without a word, and the line is read
   again by the block that it names. */
static enum stop take_end(struct parser *parser)
{
  const bool unwinding = parser->unwinding;
  parser->quiet = parser->quiet || unwinding;
  parser->unwinding = false;
  const enum stop stop = parse_end(parser);
  parser->unwinding = stop == STOP_OUTER;
  if (stop == STOP_END) {
    parser_lay_line(parser, LAYOUT_STATEMENT, parser->depth - 1);
  }
  return stop;
}

static bool is_note(struct parser *parser)
{
  struct scan_word found;
  if (parser->source->bytes[parser->line.begin] != '#' &&
      !parser_matches(parser, WORD_NOTE, &found)) {
    return false;
  }
  parser_lay_line(parser, LAYOUT_NOTE, parser->depth);
  return true;
}

/* One statement, its block included; NULL when it was wrong or is kept
   elsewhere. */
static struct statement *parse_line(struct parser *parser, enum word word)
{
  enum statement_kind kind;
  const bool first_of_file = parser->place & PLACE_HEADER;
  const struct word_entry *entry = word_entry(word);
  if (entry->kind == WORD_KIND_HEADER ||
      (entry->kind == WORD_KIND_STATEMENT && first_of_file &&
       entry->places & PLACE_HEADER)) {
    parse_header(parser, word);
    return NULL;
  }
  if (word == WORD_EXERCISE) {
    parse_exercise(parser);
    return NULL;
  }
  const parse_function parse = parse_production(word, &kind);
  struct statement *statement =
      parse ? parser_take(parser, sizeof(*statement)) : NULL;
  if (!statement) {
    return NULL;
  }
  if (parser->depth == 0) {
    parser->place = PLACE_TOP;
  }
  statement->kind = kind;
  statement->where = parser_line_location(parser);
  return parse(parser, statement) ? statement : NULL;
}

/* lines = { statement } up to the end of the innermost block */
static enum stop parse_lines(struct parser *parser, struct block *body)
{
  const struct statement **next = &body->first;
  while (parser_next_line(parser)) {
    if (is_note(parser)) {
      continue;
    }
    const enum word word = parser_take_first_word(parser);
    if (word == WORD_END && parser->depth > 0) {
      body->end = parser_line_location(parser);
      return take_end(parser);
    }
    if (word == WORD_OTHERWISE && parser_in_when(parser)) {
      parser_finish_line(parser);
      parser_lay_line(parser, LAYOUT_STATEMENT, parser->depth - 1);
      body->end = parser_line_location(parser);
      return STOP_OTHERWISE;
    }
    parser_lay_line(parser, LAYOUT_STATEMENT, parser->depth);
    struct statement *statement = parse_line(parser, word);
    if (statement) {
      *next = statement;
      next = &statement->next;
    }
  }
  body->end = parser_line_location(parser);
  return STOP_FILE;
}

static bool close_block(struct parser *parser, enum stop stop)
{
  const struct parse_frame frame = parser->frames[--parser->depth];
  return stop == STOP_END ||
         (stop == STOP_FILE && parser_never_ended(parser, frame));
}

bool parse_body(struct parser *parser, enum word opener, unsigned place,
                struct block *body)
{
  const unsigned outer = parser->place;
  if (!open_block(parser, opener)) {
    return false;
  }
  parser->place = place;
  const enum stop stop = parse_lines(parser, body);
  parser->place = outer;
  return close_block(parser, stop);
}

/* Inside a slot the inner blocks take what the slot takes. */
static unsigned inner_place(const struct parser *parser)
{
  return parser->place == PLACE_WITHIN ? PLACE_WITHIN : PLACE_FLOW;
}

/* each side = "each side" [ "left first" | "right first" ] lines
               "end each side" */
bool parse_each_side(struct parser *parser, struct statement *statement)
{
  statement->each_side.first = SIDE_LEFT;
  if (parser_accept(parser, WORD_RIGHT_FIRST)) {
    statement->each_side.first = SIDE_RIGHT;
  } else {
    parser_accept(parser, WORD_LEFT_FIRST);
  }
  const bool ok = parser_finish_line(parser);
  return parse_body(parser, WORD_EACH_SIDE, inner_place(parser),
                    &statement->each_side.body) &&
         ok;
}

/* repeat = "repeat" quantity [ "times" ] lines "end repeat" */
bool parse_repeat(struct parser *parser, struct statement *statement)
{
  bool ok = parse_count(parser, &statement->repeat.count);
  if (ok) {
    if (!parser_accept(parser, WORD_TIMES) && parser_at_end(parser)) {
      parser_lay_piece(parser, parser->line.end, parser->line.end,
                       word_entry(WORD_TIMES)->spelling);
    }
    ok = parser_finish_line(parser);
  }
  return parse_body(parser, WORD_REPEAT, inner_place(parser),
                    &statement->repeat.body) &&
         ok;
}

/* "when" NAME "is" CHOICE */
static bool parse_when_line(struct parser *parser, struct statement *statement,
                            struct when_branch *branch)
{
  struct scan_word word;
  if (!parser_peek(parser, &word)) {
    return parser_unexpected(parser, "the name of a value");
  }
  const uint32_t begin =
      word.begin + (parser->source->bytes[word.begin] == '@');
  const struct location where = parser_location(parser, begin, word.end);
  statement->when.value = parser_fold(parser, where);
  parser_lay_piece(parser, begin, word.end, NULL);
  parser->cursor = word.after;
  if (!statement->when.value || !parser_expect(parser, WORD_IS)) {
    return false;
  }
  branch->where = parser_take_name(parser);
  if (branch->where.begin == branch->where.end) {
    return parser_unexpected(parser, "a choice");
  }
  branch->choice = parser_fold(parser, branch->where);
  parser_use_value(parser, statement->when.value, NEED_CHOICE, branch->choice,
                   where);
  return branch->choice;
}

/* when = "when" NAME "is" CHOICE lines [ "otherwise" lines ] "end when" */
bool parse_when(struct parser *parser, struct statement *statement)
{
  struct when_branch *branch = parser_take(parser, sizeof(*branch));
  if (!branch) {
    return false;
  }
  statement->when.branches = branch;
  const bool ok = parse_when_line(parser, statement, branch);
  const unsigned outer = parser->place;
  const unsigned place = inner_place(parser);
  if (!open_block(parser, WORD_WHEN)) {
    return false;
  }
  parser->place = place;
  enum stop stop = parse_lines(parser, &branch->body);
  bool divided = false;
  while (stop == STOP_OTHERWISE) {
    struct when_branch *other = parser_take(parser, sizeof(*other));
    if (!other) {
      break;
    }
    if (divided) {
      parser_error_plain(parser, parser_line_location(parser),
                         "This \"when\" has an \"otherwise\" already.");
    }
    divided = true;
    other->where = parser_line_location(parser);
    branch->next = other;
    branch = other;
    stop = parse_lines(parser, &other->body);
  }
  parser->place = outer;
  return close_block(parser, stop) && ok;
}

/* --- The file --- */

void parser_collect(struct parser *parser, struct parse_result *result)
{
  parser->next_value = &parser->routine->values;
  parser->next_exercise = &parser->routine->exercises;
  parser->next_pronunciation = &parser->routine->pronunciations;
  parser->next_use = &result->uses;
  parser->next_do = &result->pending;
  parser->next_include = &result->includes;
}

enum status parse_file(const struct source *source, struct arena *arena,
                       struct diagnostics *diagnostics, struct layout *layout,
                       struct parse_result *result)
{
  struct routine *routine = arena_take(arena, sizeof(*routine));
  if (!routine) {
    return STATUS_NO_MEMORY;
  }
  routine->source = source;
  result->routine = routine;
  struct parser parser = {
      .arena = arena,
      .source = source,
      .diagnostics = diagnostics,
      .layout = layout,
      .routine = routine,
      .place = PLACE_HEADER | PLACE_TOP,
  };
  parser_collect(&parser, result);
  parse_lines(&parser, &routine->body);
  return parser.status;
}
