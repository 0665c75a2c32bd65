/* Uses of exercises: which one is meant, and the values that it is given. */

#include "base/nearest.h"
#include "base/text.h"
#include "library/resolve.h"
#include "script/name.h"

#include <string.h>

/* Everything about one `do`. */
struct use {
  struct load *load;
  size_t file;
  struct parser parser; /* over what follows `do` */
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
  return parser_error_plain(&use->parser, name,
                            "\"%s\" and \"%s\" both have an exercise " QUOTED
                            ". Include only one of the two, or give one "
                            "another name.",
                            other->where.source->name, one->where.source->name,
                            QUOTE(name));
}

static bool refuse_exercise(struct use *use, struct location name)
{
  const char *bytes = quoted_bytes(name);
  size_t length = name.end - name.begin;
  name_strip(&bytes, &length);
  name.begin = (uint32_t)(bytes - name.source->bytes);
  name.end = name.begin + (uint32_t)length;
  struct seen_file seen[LOAD_MOST_INCLUDES + 1];
  const size_t count = list_seen(use->load, use->file, seen);
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
    return parser_error_plain(&use->parser, name,
                              "There is no exercise " QUOTED
                              ". Did you mean \"%s\"?",
                              QUOTE(name), best.nearest);
  }
  return parser_error_plain(&use->parser, name,
                            "There is no exercise " QUOTED
                            ". Describe it with \"exercise\", or bring it "
                            "with \"include\".",
                            QUOTE(name));
}

/* Where the name may end: before each of the first few "with", and at the end
   of the line. */
#define MOST_ENDS 16

static size_t list_ends(const struct use *use, uint32_t ends[MOST_ENDS])
{
  struct parser ahead = use->parser;
  struct scan_word word;
  struct scan_word found;
  uint32_t last = 0;
  size_t count = 0;
  while (count + 1 < MOST_ENDS && parser_peek(&ahead, &word)) {
    if (last > 0 && parser_matches(&ahead, WORD_WITH, &found)) {
      ends[count++] = scan_trim_marks(use->parser.source,
                                      use->pending->rest.begin, found.begin);
    }
    last = word.end;
    ahead.cursor = word.after;
  }
  ends[count++] = use->pending->rest.end;
  return count;
}

/* The longest name wins; `name` gets the shortest when there is none. */
static const struct exercise *find_longest(struct use *use,
                                           struct location *name,
                                           const struct exercise **rival)
{
  struct parser *parser = &use->parser;
  uint32_t ends[MOST_ENDS];
  for (size_t i = list_ends(use, ends); i > 0; i--) {
    *name = parser_location(parser, use->pending->rest.begin, ends[i - 1]);
    const char *folded = parser_fold(parser, *name);
    const struct exercise *exercise =
        folded ? find_exercise(use, folded, rival) : NULL;
    if (exercise || !folded) {
      return exercise;
    }
  }
  return NULL;
}

/* --- Its values --- */

static const struct value *find_argument_value(struct use *use,
                                               const struct exercise *exercise,
                                               struct argument *argument)
{
  struct parser *parser = &use->parser;
  struct scan_word word;
  struct nearest best = {0};
  if (!parser_peek(parser, &word)) {
    parser_unexpected(parser, "the name of a value");
    return NULL;
  }
  argument->where = parser_location(parser, word.begin, word.end);
  argument->value = parser_fold(parser, argument->where);
  if (!argument->value) {
    return NULL;
  }
  for (const struct value *value = exercise->routine->values; value;
       value = value->next) {
    if (strcmp(value->folded, argument->value) == 0) {
      parser_lay_piece(parser, word.begin, word.end, NULL);
      parser->cursor = word.after;
      return value;
    }
    best.typed = argument->value;
    nearest_consider(&best, value->name);
  }
  if (best.nearest) {
    parser_error_plain(parser, argument->where,
                       "\"%s\" has no value \"%s\". Did you mean \"%s\"?",
                       exercise->name, argument->value, best.nearest);
  } else {
    parser_error_plain(parser, argument->where, "\"%s\" has no value \"%s\".",
                       exercise->name, argument->value);
  }
  return NULL;
}

/* The words up to "and" or the end. */
static bool parse_given_choice(struct use *use, const struct value *value,
                               struct argument *argument)
{
  struct parser *parser = &use->parser;
  struct scan_word word;
  struct scan_word found;
  uint32_t begin = 0;
  uint32_t end = 0;
  while (parser_peek(parser, &word) &&
         !parser_matches(parser, WORD_AND, &found)) {
    begin = end == 0 ? word.begin : begin;
    end = word.end;
    parser_lay_piece(parser, word.begin, word.end, NULL);
    parser->cursor = word.after;
  }
  if (end == 0) {
    return parser_unexpected(parser, "a choice");
  }
  const struct location where = parser_location(parser, begin, end);
  argument->choice = parser_fold(parser, where);
  for (size_t i = 0; argument->choice && i < value->choice_count; i++) {
    if (strcmp(value->choices[i], argument->choice) == 0) {
      return true;
    }
  }
  return argument->choice &&
         parser_error_plain(parser, where,
                            QUOTED " is no choice of \"%s\". Try \"%s\".",
                            QUOTE(where), value->name, value->choices[0]);
}

/* "20 to 60 seconds", as it is written; of numbers "1 to 4". */
static void append_range(const struct value *value, struct text *out)
{
  if (value->kind == VALUE_NUMBER) {
    text_append_format(out, "%.10g to %.10g", value->number_from,
                       value->number_to);
    return;
  }
  const struct location range = {value->where.source,
                                 value->duration_from.where.begin,
                                 value->duration_to.where.end};
  text_append_format(out, "%.*s%s", QUOTE(range));
}

static bool refuse_outside(struct parser *parser, const struct value *value,
                           struct location where)
{
  struct text range = {0};
  append_range(value, &range);
  parser_error_plain(parser, where,
                     QUOTED " is outside the range of \"%s\": from %s, on "
                            "line %u of \"%s\".",
                     QUOTE(where), value->name, text_string(&range),
                     (unsigned)location_line(value->where),
                     value->where.source->name);
  text_finish(&range);
  return false;
}

static bool parse_given_duration(struct use *use, const struct value *value,
                                 struct argument *argument)
{
  struct parser *parser = &use->parser;
  if (!parse_duration(parser, &argument->duration)) {
    return false;
  }
  return duration_is_within(&argument->duration, value) ||
         refuse_outside(parser, value, argument->duration.where);
}

static bool parse_given_number(struct use *use, const struct value *value,
                               struct argument *argument)
{
  struct parser *parser = &use->parser;
  argument->is_number = true;
  if (!parse_plain_quantity(parser, &argument->number)) {
    return false;
  }
  const double number = argument->number.number;
  return argument->number.value || !value->has_range ||
         (value->number_from <= number && number <= value->number_to) ||
         refuse_outside(parser, value, argument->number.where);
}

static bool parse_given(struct use *use, const struct value *value,
                        struct argument *argument)
{
  switch (value->kind) {
  case VALUE_DURATION:
    return parse_given_duration(use, value, argument);
  case VALUE_NUMBER:
    return parse_given_number(use, value, argument);
  case VALUE_CHOICE:
    return parse_given_choice(use, value, argument);
  }
  return false;
}

/* arguments = "with" NAME value { "and" NAME value } */
static bool parse_arguments(struct use *use, const struct exercise *exercise)
{
  struct parser *parser = &use->parser;
  const struct argument **next = &use->pending->statement->use.arguments;
  do {
    struct argument *argument = parser_take(parser, sizeof(*argument));
    const struct value *value =
        argument ? find_argument_value(use, exercise, argument) : NULL;
    if (!value || !parse_given(use, value, argument)) {
      return false;
    }
    *next = argument;
    next = &argument->next;
  } while (parser_accept(parser, WORD_AND));
  return parser_finish_line(parser);
}

static bool parse_use(struct use *use)
{
  struct parser *parser = &use->parser;
  struct location name;
  const struct exercise *rival = NULL;
  const struct exercise *exercise = find_longest(use, &name, &rival);
  if (!exercise) {
    return parser->status == STATUS_OK && refuse_exercise(use, name);
  }
  if (rival) {
    return refuse_rivals(use, name, exercise, rival);
  }
  use->pending->statement->use.exercise = exercise;
  parser_lay_piece(parser, name.begin, name.end, NULL);
  parser->cursor = name.end;
  if (parser_accept(parser, WORD_WITH)) {
    return parse_arguments(use, exercise);
  }
  return parser_finish_line(parser);
}

static void resolve_use(struct load *load, size_t index,
                        struct pending_do *pending)
{
  struct load_file *file = &load->files[index];
  struct use use = {.load = load, .file = index, .pending = pending};
  struct value_use **tail = &file->result.uses;
  while (*tail) {
    tail = &(*tail)->next;
  }
  use.parser = (struct parser){
      .arena = &load->script->arena,
      .source = file->source,
      .diagnostics = load->diagnostics,
      .layout = index == 0 ? load->layout : NULL,
      .routine = file->result.routine,
      .line = {pending->rest.begin, pending->rest.end, pending->rest.end},
      .cursor = pending->rest.begin,
      .statement = WORD_DO,
      .next_use = tail,
  };
  parse_use(&use);
  if (use.parser.status != STATUS_OK) {
    load->status = use.parser.status;
  }
}

void resolve_uses(struct load *load)
{
  for (size_t i = 0; i < load->count; i++) {
    for (struct pending_do *pending = load->files[i].result.pending;
         pending && load->status == STATUS_OK; pending = pending->next) {
      resolve_use(load, i, pending);
    }
  }
}
