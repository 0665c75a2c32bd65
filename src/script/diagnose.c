/* Errors and warnings as values. */

#include "script/diagnose.h"

#include "base/text.h"
#include "base/utf8.h"
#include "base/vector.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void diagnostics_init(struct diagnostics *diagnostics)
{
  *diagnostics = (struct diagnostics){0};
}

void diagnostics_finish(struct diagnostics *diagnostics)
{
  free(diagnostics->items);
  arena_finish(&diagnostics->arena);
  diagnostics_init(diagnostics);
}

/* Messages quote the file, which may hold anything: no control character may
   reach a terminal through them. */
static char *copy_clean(struct arena *arena, const char *message)
{
  const size_t length = strlen(message);
  struct text clean = {0};
  for (size_t offset = 0; offset < length;) {
    uint32_t code_point;
    const size_t taken =
        utf8_decode(message + offset, length - offset, &code_point);
    if (utf8_is_control(code_point)) {
      text_append(&clean, code_point == '\t' ? " " : "?");
    } else {
      text_append_bytes(&clean, message + offset, taken);
    }
    offset += taken;
  }
  char *copy = clean.status == STATUS_OK
                   ? arena_copy(arena, text_string(&clean), clean.length)
                   : NULL;
  text_finish(&clean);
  return copy;
}

static char *format_message(struct arena *arena, const char *format,
                            va_list arguments)
{
  char *message = NULL;
  if (vasprintf(&message, format, arguments) < 0) {
    return NULL;
  }
  char *copy = copy_clean(arena, message);
  free(message);
  return copy;
}

/* More than anybody reads; a file of a megabyte can hold a hundred thousand
   wrong lines. Further ones are counted and not kept. */
#define MOST_KEPT 1000

bool diagnostics_are_full(const struct diagnostics *diagnostics)
{
  return diagnostics->count == MOST_KEPT;
}

static bool is_known(const struct diagnostics *diagnostics,
                     struct location where, const char *message)
{
  for (size_t i = 0; i < diagnostics->count; i++) {
    const struct diagnostic *item = &diagnostics->items[i];
    if (item->where.source == where.source &&
        item->where.begin == where.begin &&
        strcmp(item->message, message) == 0) {
      return true;
    }
  }
  return false;
}

static void add(struct diagnostics *diagnostics, enum severity severity,
                struct location where, const char *format, va_list arguments)
{
  size_t *counted = severity == SEVERITY_ERROR     ? &diagnostics->error_count
                    : severity == SEVERITY_WARNING ? &diagnostics->warning_count
                                                   : &diagnostics->hint_count;
  if (diagnostics_are_full(diagnostics)) {
    *counted += 1;
    return;
  }
  char *message = format_message(&diagnostics->arena, format, arguments);
  if (!message ||
      !vector_reserve(&diagnostics->items, diagnostics->count,
                      &diagnostics->capacity, sizeof(*diagnostics->items))) {
    diagnostics->incomplete = true;
    *counted += 1;
    return;
  }
  if (is_known(diagnostics, where, message)) {
    return;
  }
  *counted += 1;
  diagnostics->items[diagnostics->count++] =
      (struct diagnostic){severity, where, message};
}

enum status report_error(struct diagnostics *diagnostics, struct location where,
                         const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  add(diagnostics, SEVERITY_ERROR, where, format, arguments);
  va_end(arguments);
  return STATUS_BAD_ROUTINE;
}

void report_warning(struct diagnostics *diagnostics, struct location where,
                    const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  add(diagnostics, SEVERITY_WARNING, where, format, arguments);
  va_end(arguments);
}

void report_hint(struct diagnostics *diagnostics, struct location where,
                 const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  add(diagnostics, SEVERITY_HINT, where, format, arguments);
  va_end(arguments);
}

/* The rank of a file: where its first diagnostic stands. */
static size_t rank_of_source(const struct diagnostics *diagnostics,
                             const struct source *source)
{
  size_t i = 0;
  while (diagnostics->items[i].where.source != source) {
    i++;
  }
  return i;
}

struct ranked {
  size_t rank;
  size_t position; /* before sorting, which keeps equals in their order */
  struct diagnostic diagnostic;
};

static int compare_ranked(const void *left, const void *right)
{
  const struct ranked *a = left;
  const struct ranked *b = right;
  if (a->rank != b->rank) {
    return a->rank < b->rank ? -1 : 1;
  }
  const uint32_t a_begin = a->diagnostic.where.begin;
  const uint32_t b_begin = b->diagnostic.where.begin;
  if (a_begin != b_begin) {
    return a_begin < b_begin ? -1 : 1;
  }
  return a->position < b->position ? -1 : a->position > b->position;
}

void diagnostics_sort(struct diagnostics *diagnostics)
{
  const size_t count = diagnostics->count;
  struct ranked *ranked = count ? malloc(count * sizeof(*ranked)) : NULL;
  if (!ranked) {
    return;
  }
  for (size_t i = 0; i < count; i++) {
    const struct diagnostic *item = &diagnostics->items[i];
    ranked[i] = (struct ranked){rank_of_source(diagnostics, item->where.source),
                                i, *item};
  }
  qsort(ranked, count, sizeof(*ranked), compare_ranked);
  for (size_t i = 0; i < count; i++) {
    diagnostics->items[i] = ranked[i].diagnostic;
  }
  free(ranked);
}

int quoted_length(struct location where)
{
  const size_t length = where.end - where.begin;
  if (length <= QUOTED_MOST_BYTES) {
    return (int)length;
  }
  const char *bytes = quoted_bytes(where);
  size_t cut = QUOTED_MOST_BYTES;
  while (cut > 0 && ((unsigned char)bytes[cut] & 0xC0) == 0x80) {
    cut--;
  }
  return (int)cut;
}

const char *quoted_bytes(struct location where)
{
  return where.source->bytes + where.begin;
}

const char *quoted_rest(struct location where)
{
  return where.end - where.begin > QUOTED_MOST_BYTES ? " and so on" : "";
}
