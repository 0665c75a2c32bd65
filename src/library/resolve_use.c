/* Uses of exercises: which one is meant, and how often. */

#include "base/nearest.h"
#include "library/resolve.h"
#include "script/cursor_error.h"
#include "terms/builder.h"
#include "terms/number.h"

#include <string.h>

/* Everything about one `do`. */
struct use {
  struct load *load;
  size_t file;
  struct cursor cursor; /* over what follows `do` */
  struct pending_do *pending;
};

/* --- Which exercise --- */

static const struct exercise *find_in_file(const struct load_file *file,
                                           const char *folded)
{
  const struct exercise *exercise = file->result.routine->exercises;
  while (exercise && strcmp(exercise->folded, folded) != 0) {
    exercise = exercise->next;
  }
  return exercise;
}

/* A file that another one sees. */
struct seen_file {
  size_t index;
  size_t depth; /* includes between the two; 0: the file itself */
};

/* The files that a file sees, itself first, then what it includes, then what
   those include. */
static size_t list_seen(const struct load *load, size_t from,
                        struct seen_file seen[LOAD_MOST_INCLUDES + 1])
{
  bool known[LOAD_MOST_INCLUDES + 1] = {false};
  size_t count = 0;
  seen[count++] = (struct seen_file){from, 0};
  known[from] = true;
  for (size_t i = 0; i < count; i++) {
    for (const struct load_edge *edge = load->files[seen[i].index].edges; edge;
         edge = edge->next) {
      if (!known[edge->to]) {
        known[edge->to] = true;
        seen[count++] = (struct seen_file){edge->to, seen[i].depth + 1};
      }
    }
  }
  return count;
}

/* The exercise of the nearest file; `*rival` gets another one of this name
   that is as near, or NULL. */
static const struct exercise *find_exercise(const struct use *use,
                                            const char *folded,
                                            const struct exercise **rival)
{
  struct seen_file seen[LOAD_MOST_INCLUDES + 1];
  const size_t count = list_seen(use->load, use->file, seen);
  const struct exercise *found = NULL;
  size_t depth = 0;
  *rival = NULL;
  for (size_t i = 0; i < count && (!found || seen[i].depth == depth); i++) {
    const struct exercise *here =
        find_in_file(&use->load->files[seen[i].index], folded);
    if (here && found) {
      *rival = here;
    } else if (here) {
      found = here;
      depth = seen[i].depth;
    }
  }
  return found;
}

/* Which of two is meant nothing can say: the files' order is no name. */
static bool refuse_rivals(struct use *use, struct location name,
                          const struct exercise *one,
                          const struct exercise *other)
{
  return cursor_error_plain(&use->cursor, name,
                            "\"%s\" and \"%s\" both have an exercise " QUOTED
                            ". Include only one of the two, or give one "
                            "another name.",
                            other->where.source->name, one->where.source->name,
                            QUOTE(name));
}

/* Whether an exercise is not there because another line was wrong, which has
   had its error. */
static bool is_missing_anyway(struct use *use, struct location name)
{
  struct seen_file seen[LOAD_MOST_INCLUDES + 1];
  const char *folded = cursor_fold(&use->cursor, name);
  const bool unread = diagnostics_are_full(use->load->diagnostics);
  const size_t count = unread ? 0 : list_seen(use->load, use->file, seen);
  bool missing = !folded;
  for (size_t i = 0; i < count && !missing; i++) {
    const struct load_file *file = &use->load->files[seen[i].index];
    missing = file->lacks_include || parse_result_failed(&file->result, folded);
  }
  return missing;
}

static bool refuse_exercise(struct use *use, struct location name)
{
  name = location_strip(name);
  struct seen_file seen[LOAD_MOST_INCLUDES + 1];
  const bool unread = diagnostics_are_full(use->load->diagnostics);
  const size_t count = unread ? 0 : list_seen(use->load, use->file, seen);
  struct nearest best = {.typed = quoted_bytes(name),
                         .length = name.end - name.begin};
  for (size_t i = 0; i < count; i++) {
    const struct load_file *file = &use->load->files[seen[i].index];
    for (const struct exercise *exercise = file->result.routine->exercises;
         exercise; exercise = exercise->next) {
      nearest_consider(&best, exercise->name);
    }
  }
  if (best.nearest) {
    return cursor_error_plain(&use->cursor, name,
                              "There is no exercise " QUOTED
                              ". Did you mean \"%s\"?",
                              QUOTE(name), best.nearest);
  }
  return cursor_error_plain(&use->cursor, name,
                            "There is no exercise " QUOTED
                            ". Describe it with \"exercise\", or bring it "
                            "with \"include\".",
                            QUOTE(name));
}

/* Whether "3 times" is next. */
static bool at_times(const struct cursor *cursor)
{
  struct cursor ahead = cursor_ahead(cursor);
  struct quantity ignored;
  struct scan_word found;
  return parse_at_quantity(&ahead) &&
         parse_quantity(&ahead, NEED_ANY, &ignored) &&
         cursor_matches(&ahead, WORD_TIMES, &found);
}

/* Where the name may end: before each of the first few "with" and "3 times",
   and at the end of the line. */
#define MOST_ENDS 16

static size_t list_ends(const struct use *use, uint32_t ends[MOST_ENDS])
{
  struct cursor ahead = use->cursor;
  struct scan_word word;
  struct scan_word found;
  uint32_t last = 0;
  size_t count = 0;
  while (count + 1 < MOST_ENDS && cursor_peek(&ahead, &word)) {
    if (last > 0 &&
        (cursor_matches(&ahead, WORD_WITH, &found) || at_times(&ahead))) {
      ends[count++] = scan_trim_marks(use->cursor.source,
                                      use->pending->rest.begin, word.begin);
    }
    last = word.end;
    ahead.at = word.after;
  }
  ends[count++] = use->pending->rest.end;
  return count;
}

/* The longest name wins; `name` gets the shortest when there is none. */
static const struct exercise *find_longest(struct use *use,
                                           struct location *name,
                                           const struct exercise **rival)
{
  struct cursor *cursor = &use->cursor;
  uint32_t ends[MOST_ENDS];
  for (size_t i = list_ends(use, ends); i > 0; i--) {
    *name = cursor_location(cursor, use->pending->rest.begin, ends[i - 1]);
    const char *folded = cursor_fold(cursor, *name);
    const struct exercise *exercise =
        folded ? find_exercise(use, folded, rival) : NULL;
    if (exercise || !folded) {
      return exercise;
    }
  }
  return NULL;
}

/* [ quantity "times" ] */
static bool parse_use_count(struct use *use)
{
  struct cursor *cursor = &use->cursor;
  struct statement *statement = use->pending->statement;
  if (!at_times(cursor)) {
    return true;
  }
  statement->use.has_count = true;
  return parse_count(cursor, &statement->use.count) &&
         cursor_expect(cursor, WORD_TIMES);
}

static bool resolve_use(struct use *use)
{
  struct cursor *cursor = &use->cursor;
  struct location name;
  const struct exercise *rival = NULL;
  const struct exercise *exercise = find_longest(use, &name, &rival);
  if (!exercise) {
    return cursor->status == STATUS_OK && !is_missing_anyway(use, name) &&
           refuse_exercise(use, name);
  }
  if (rival) {
    return refuse_rivals(use, name, exercise, rival);
  }
  use->pending->statement->use.exercise = exercise;
  cursor_lay_piece(cursor, name.begin, name.end, NULL);
  cursor->at = name.end;
  if (!parse_use_count(use)) {
    return false;
  }
  if (cursor_accept(cursor, WORD_WITH)) {
    return resolve_arguments(cursor, use->pending->statement);
  }
  return cursor_finish_line(cursor);
}

static void resolve_file(struct load *load, size_t index)
{
  struct load_file *file = &load->files[index];
  struct builder builder = {.routine = file->result.routine,
                            .next_use = &file->result.uses,
                            .next_difference = &file->result.differences};
  while (*builder.next_use) {
    builder.next_use = &(*builder.next_use)->next;
  }
  while (*builder.next_difference) {
    builder.next_difference = &(*builder.next_difference)->next;
  }
  for (struct pending_do *pending = file->result.pending;
       pending && load->status == STATUS_OK; pending = pending->next) {
    const struct location rest = pending->rest;
    struct use use = {.load = load, .file = index, .pending = pending};
    use.cursor = (struct cursor){.arena = &load->script->arena,
                                 .source = file->source,
                                 .diagnostics = load->diagnostics,
                                 .layout = index == 0 ? load->layout : NULL,
                                 .builder = &builder,
                                 .line = {rest.begin, rest.end, rest.end},
                                 .at = rest.begin,
                                 .statement = WORD_DO};
    builder.round_where = (struct location){0};
    builder.names = pending->names;
    resolve_use(&use);
    pending->statement->round_where = builder.round_where;
    load->status = use.cursor.status;
  }
}

void resolve_uses(struct load *load)
{
  for (size_t i = 0; i < load->count && load->status == STATUS_OK; i++) {
    resolve_file(load, i);
  }
}
