/* The lines of a file, and where its blocks begin and end. */

#include "parse/parse.h"

#include "parse/first_word.h"
#include "parse/productions.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/parse_text.h"

#include <assert.h>
#include <strings.h>

/* Why the lines of a block stopped. */
enum stop { STOP_END, STOP_OTHERWISE, STOP_OUTER, STOP_FILE };

/* --- The ends of blocks --- */

static bool refuse_unended(struct cursor *cursor, struct open_block block)
{
  const char *opener = word_entry(block.opener)->spelling;
  if (cursor->stopped || block.failed) {
    return false;
  }
  cursor->quiet = false;
  return cursor_error_plain(cursor, block.where,
                            "\"%s\" is never ended. Add a line: end %s.",
                            opener, opener);
}

static bool opens_passage(enum word word)
{
  return word == WORD_SAY || word == WORD_EXPLAIN || word == WORD_DESCRIBE;
}

/* What an `end` names: WORD_NONE when it names nothing. */
static enum word find_named_block(const struct cursor *cursor)
{
  for (enum word word = WORD_TITLE; word <= WORD_NOTE; word++) {
    struct scan_word found;
    const bool opens =
        word_entry(word)->kind == WORD_KIND_BLOCK || opens_passage(word);
    if (opens && cursor_matches(cursor, word, &found)) {
      return word;
    }
  }
  return WORD_NONE;
}

static const struct open_block *innermost(const struct cursor *cursor)
{
  return &cursor->builder->blocks[cursor->builder->depth - 1];
}

static bool is_open(const struct cursor *cursor, enum word opener)
{
  size_t i = cursor->builder->depth;
  while (i > 0 && cursor->builder->blocks[i - 1].opener != opener) {
    i--;
  }
  return i > 0;
}

static void refuse_end(struct cursor *cursor, enum word named)
{
  const struct location opener = innermost(cursor)->where;
  cursor->builder->unopened++;
  cursor_error_plain(cursor, cursor_line_location(cursor),
                     "This ends \"%s\", but the open block is " QUOTED
                     " from line %u.",
                     word_entry(named)->spelling, QUOTE(opener),
                     (unsigned)location_line(opener));
}

/* Reports an `end` of words that open nothing, and says what it has to be. */
static void refuse_end_words(struct cursor *cursor, enum word opener)
{
  cursor->builder->unopened++;
  if (cursor_refuse_near(cursor)) {
    return;
  }
  const struct location where = cursor_take_name(cursor);
  cursor_error_plain(cursor, where,
                     QUOTED
                     " opens no block. To end the open one, write: end %s.",
                     QUOTE(where), word_entry(opener)->spelling);
}

/* Whether what is left of the line is what another line begins with. */
static bool repeats_start(const struct cursor *cursor, struct location line)
{
  struct scan_word mine;
  struct scan_word theirs;
  struct cursor ahead = cursor_ahead(cursor);
  uint32_t at = line.begin;
  while (cursor_peek(&ahead, &mine)) {
    const size_t length = mine.end - mine.begin;
    if (!scan_word(cursor->source, at, line.end, &theirs) ||
        theirs.end - theirs.begin != length ||
        strncasecmp(cursor->source->bytes + mine.begin,
                    cursor->source->bytes + theirs.begin, length) != 0) {
      return false;
    }
    ahead.at = mine.after;
    at = theirs.after;
  }
  return true;
}

/* Takes the end of a block by the words that its author opened it with: "end
   repeat 3 times", "end exercise plank". */
static bool accept_whole_opener(struct cursor *cursor)
{
  const struct open_block *block = innermost(cursor);
  if (!repeats_start(cursor, block->where)) {
    return false;
  }
  const uint32_t end = cursor->line.end;
  cursor_lay_piece(cursor, scan_skip_marks(cursor->source, cursor->at, end),
                   end, word_entry(block->opener)->spelling);
  cursor->at = end;
  return true;
}

/* Whether the line ends what a wrong line was to open and did not. `end` has
   been taken. */
static bool ends_unopened(struct cursor *cursor)
{
  struct builder *builder = cursor->builder;
  struct scan_word found;
  if (builder->unopened == 0) {
    return false;
  }
  const bool names_open =
      builder->depth > 0 &&
      (cursor_at_end(cursor) ||
       cursor_matches(cursor, innermost(cursor)->opener, &found));
  const enum word named = find_named_block(cursor);
  if (names_open || (named != WORD_NONE && is_open(cursor, named))) {
    return false;
  }
  bool ends = builder->depth == 0;
  for (const struct failed_line *failed = builder->result->failed;
       failed && !ends; failed = failed->next) {
    ends = failed->is_unknown && repeats_start(cursor, failed->where);
  }
  builder->unopened -= ends;
  return ends;
}

/* end = "end" [ opener ] ; `end` has been taken. STOP_OUTER leaves the line to
   the block further out that it names. */
static enum stop parse_end(struct cursor *cursor)
{
  const enum word opener = innermost(cursor)->opener;
  if (cursor_at_end(cursor)) {
    cursor_lay_missing(cursor, cursor->line.end, opener);
    return STOP_END;
  }
  if (accept_whole_opener(cursor)) {
    return STOP_END;
  }
  if (cursor_accept(cursor, opener)) {
    cursor_finish_line(cursor);
    return STOP_END;
  }
  const enum word named = find_named_block(cursor);
  if (named == WORD_NONE) {
    refuse_end_words(cursor, opener);
    return STOP_END;
  }
  refuse_end(cursor, named);
  if (!is_open(cursor, named)) {
    return STOP_END;
  }
  cursor->next_line = cursor->line.begin;
  return STOP_OUTER;
}

/* After a mismatch the inner blocks close without a word, and the line is read
   again by the block that it names. */
static enum stop take_end(struct cursor *cursor)
{
  struct builder *builder = cursor->builder;
  cursor->quiet = cursor->quiet || builder->unwinding;
  const enum stop stop = parse_end(cursor);
  builder->unwinding = stop == STOP_OUTER;
  if (stop == STOP_END) {
    cursor_lay_line(cursor, LAYOUT_STATEMENT, builder->depth - 1);
  }
  return stop;
}

/* --- Passages --- */

/* passage end = "end" [ "say" | "explain" | "describe" ] and nothing else */
static bool is_passage_end(struct cursor *cursor, enum word opener)
{
  struct scan_word end;
  if (!cursor_matches(cursor, WORD_END, &end)) {
    return false;
  }
  struct cursor ahead = cursor_ahead(cursor);
  ahead.at = end.after;
  if (!cursor_at_end(&ahead) && !cursor_accept(&ahead, WORD_SAY) &&
      !cursor_accept(&ahead, WORD_EXPLAIN) &&
      !cursor_accept(&ahead, WORD_DESCRIBE)) {
    return false;
  }
  if (!cursor_at_end(&ahead)) {
    return false;
  }
  cursor_lay_piece(cursor, end.begin, end.end, word_entry(WORD_END)->spelling);
  cursor_lay_missing(cursor, cursor->line.end, opener);
  return true;
}

/* passage = lines of text up to one that is exactly its end */
static bool parse_passage(struct cursor *cursor, const struct opening *opening)
{
  const size_t depth = cursor->builder->depth;
  struct location where = {0};
  while (cursor_next_line(cursor)) {
    if (is_passage_end(cursor, opening->block.opener)) {
      cursor_lay_line(cursor, LAYOUT_STATEMENT, depth);
      return where.source ? parse_words(cursor, where, opening->passage)
                          : cursor_error_plain(cursor, opening->block.where,
                                               "This passage is empty.");
    }
    cursor_lay_line(cursor, LAYOUT_PASSAGE, depth + 1);
    const struct location line = cursor_line_location(cursor);
    where.begin = where.source ? where.begin : line.begin;
    where.source = line.source;
    where.end = line.end;
  }
  return refuse_unended(cursor, opening->block);
}

/* --- Lines --- */

static bool parse_opened(struct cursor *cursor);

/* "Note that the knee stays over the ankle." was perhaps to be heard. */
static void warn_of_note(struct cursor *cursor)
{
  static const char that[] = "that";
  struct scan_word word;
  struct cursor ahead = cursor_ahead(cursor);
  const struct location line = cursor_line_location(cursor);
  if (cursor_peek(&ahead, &word)) {
    ahead.at = word.after;
  }
  if (cursor_peek(&ahead, &word) && word.end - word.begin == sizeof(that) - 1 &&
      strncasecmp(quoted_bytes(cursor_word_location(cursor, word)), that,
                  sizeof(that) - 1) == 0) {
    report_warning(cursor->diagnostics, line,
                   "This is a remark, which is never heard. If it is to be "
                   "spoken, write: say %.*s%s",
                   QUOTE(line));
  }
}

static bool is_note(struct cursor *cursor)
{
  struct scan_word found;
  if (cursor->source->bytes[cursor->line.begin] != '#' &&
      !cursor_matches(cursor, WORD_NOTE, &found)) {
    return false;
  }
  warn_of_note(cursor);
  cursor_lay_line(cursor, LAYOUT_NOTE, cursor->builder->depth);
  return true;
}

/* Remembers a line that was wrong: what it names, and that an end may come of
   what it did not open. */
static void note_failure(struct cursor *cursor, enum word word)
{
  if (cursor->quiet) {
    builder_add_failed(cursor, word == WORD_NONE);
    cursor->builder->unopened += word == WORD_NONE;
  }
}

/* A line that begins with `word`, and the lines that it opens; NULL when it was
   wrong or is no statement. */
static struct statement *parse_line(struct cursor *cursor, enum word word)
{
  enum statement_kind kind;
  struct builder *builder = cursor->builder;
  statement_production *parse = production_statement(word, &kind);
  definition_production *define = production_definition(word);
  builder->round_where = (struct location){0};
  if (define && (!parse || builder->place & PLACE_HEADER)) {
    define(cursor);
    if (builder->round_where.source) {
      cursor_error_plain(cursor, builder->round_where,
                         "There are no rounds at the top of the file, so "
                         "nothing here can reckon with @round.");
    }
    note_failure(cursor, word);
    parse_opened(cursor);
    return NULL;
  }
  struct statement *statement =
      parse ? cursor_take(cursor, sizeof(*statement)) : NULL;
  if (!statement) {
    note_failure(cursor, word);
    return NULL;
  }
  if (builder->depth == 0) {
    builder->place = PLACE_TOP;
  }
  statement->kind = kind;
  statement->where = cursor_line_location(cursor);
  const bool ok = parse(cursor, statement) && !cursor->quiet;
  note_failure(cursor, word);
  statement->round_where = builder->round_where;
  return parse_opened(cursor) && ok ? statement : NULL;
}

/* lines = { statement } up to the end of the innermost block */
static enum stop parse_lines(struct cursor *cursor, struct block *body)
{
  const struct statement **next = &body->first;
  const size_t depth = cursor->builder->depth;
  while (cursor_next_line(cursor)) {
    if (is_note(cursor)) {
      continue;
    }
    const enum word word = first_word_take(cursor);
    if (word == WORD_END && ends_unopened(cursor)) {
      continue;
    }
    if (word == WORD_END && depth > 0) {
      body->end = cursor_line_location(cursor);
      return take_end(cursor);
    }
    if (word == WORD_OTHERWISE && builder_in_when(cursor->builder)) {
      cursor_finish_line(cursor);
      cursor_lay_line(cursor, LAYOUT_STATEMENT, depth - 1);
      body->end = cursor_line_location(cursor);
      return STOP_OTHERWISE;
    }
    cursor_lay_line(cursor, LAYOUT_STATEMENT, depth);
    if (word == WORD_END) {
      cursor_error_plain(cursor, cursor_line_location(cursor),
                         "There is no open block to end here.");
    }
    struct statement *statement = parse_line(cursor, word);
    if (statement) {
      *next = statement;
      next = &statement->next;
    }
  }
  body->end = cursor_line_location(cursor);
  return STOP_FILE;
}

/* --- Blocks --- */

static bool push_block(struct cursor *cursor, struct open_block block)
{
  struct builder *builder = cursor->builder;
  if (builder->depth == TREE_MOST_DEPTH) {
    cursor->quiet = false;
    cursor->stopped = true;
    return cursor_error_plain(cursor, block.where,
                              "There are more than %d blocks inside one "
                              "another here. Nothing further is read.",
                              TREE_MOST_DEPTH);
  }
  builder->blocks[builder->depth++] = block;
  return true;
}

static bool pop_block(struct cursor *cursor, enum stop stop)
{
  const struct open_block block = *innermost(cursor);
  cursor->builder->depth--;
  return stop == STOP_END ||
         (stop == STOP_FILE && refuse_unended(cursor, block));
}

/* branches = lines { "otherwise" lines } ; more than one "otherwise" is an
   error */
static enum stop parse_branches(struct cursor *cursor,
                                struct when_branch *branch)
{
  enum stop stop = parse_lines(cursor, &branch->body);
  for (bool divided = false; stop == STOP_OTHERWISE; divided = true) {
    struct when_branch *other = cursor_take(cursor, sizeof(*other));
    if (!other) {
      break;
    }
    if (divided) {
      cursor_error_plain(cursor, cursor_line_location(cursor),
                         "This \"when\" has an \"otherwise\" already.");
    }
    other->where = cursor_line_location(cursor);
    branch->next = other;
    branch = other;
    stop = parse_lines(cursor, &other->body);
  }
  return stop;
}

static bool parse_block(struct cursor *cursor, const struct opening *opening)
{
  struct builder *builder = cursor->builder;
  const unsigned outer = builder->place;
  if (!push_block(cursor, opening->block)) {
    return false;
  }
  builder->place = opening->block.failed ? PLACE_ANY : opening->place;
  const struct item_name *names = builder->names;
  builder->names = opening->name ? opening->name : names;
  const enum stop stop = opening->branch
                             ? parse_branches(cursor, opening->branch)
                             : parse_lines(cursor, opening->body);
  builder->place = outer;
  builder->names = names;
  return pop_block(cursor, stop);
}

/* The lines that the last one has opened; true when it has opened nothing. */
static bool parse_opened(struct cursor *cursor)
{
  struct opening opening = cursor->builder->opening;
  opening.block.failed = cursor->quiet;
  cursor->builder->opening = (struct opening){0};
  if (opening.passage) {
    return parse_passage(cursor, &opening);
  }
  return !opening.body || parse_block(cursor, &opening);
}

enum status parse_file(const struct source *source, struct arena *arena,
                       struct diagnostics *diagnostics, struct layout *layout,
                       struct parse_result *result)
{
  assert(!result->routine);
  struct routine *routine = arena_take(arena, sizeof(*routine));
  if (!routine) {
    return STATUS_NO_MEMORY;
  }
  routine->source = source;
  result->routine = routine;
  struct builder builder = {.place = PLACE_HEADER | PLACE_TOP};
  builder_init(&builder, result);
  struct cursor cursor = {.arena = arena,
                          .source = source,
                          .diagnostics = diagnostics,
                          .layout = layout,
                          .builder = &builder};
  parse_lines(&cursor, &routine->body);
  return cursor.status;
}
