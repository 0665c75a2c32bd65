/* Errors and warnings as values, for the ear: one plain sentence or two each.
 */

#ifndef SUPINE_SCRIPT_DIAGNOSE_H
#define SUPINE_SCRIPT_DIAGNOSE_H

#include "base/arena.h"
#include "script/source.h"

#include <stdbool.h>
#include <stddef.h>

/* A hint is about what works and could be better. */
enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_HINT };
#define SEVERITIES 3

struct diagnostic {
  enum severity severity;
  struct location where;
  const char *message; /* without "Line 8: "; owned by the list */
};

/* The diagnostics of one run, in the order they were found: the first thousand
   are kept, all are counted. Only commands print them. A zeroed struct is an
   empty list. Single-threaded. */
struct diagnostics {
  struct diagnostic *items;
  size_t count;
  size_t capacity;
  size_t error_count;
  size_t warning_count;
  size_t hint_count;
  bool incomplete; /* memory ran short: some are missing */
  struct arena arena;
};

void diagnostics_init(struct diagnostics *diagnostics);
void diagnostics_finish(struct diagnostics *diagnostics);

/* Whether further errors are only counted: then nobody will read what they
   say, and a long search for it can be spared. */
bool diagnostics_are_full(const struct diagnostics *diagnostics);

/* Adds an error and returns STATUS_BAD_ROUTINE, so that reporting and
   returning are one expression. */
enum status report_error(struct diagnostics *diagnostics, struct location where,
                         const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds a warning. The same message at the same place is added once. */
void report_warning(struct diagnostics *diagnostics, struct location where,
                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds a hint, likewise once. */
void report_hint(struct diagnostics *diagnostics, struct location where,
                 const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Sorts by file (the order in which they were first seen) and line; stable. */
void diagnostics_sort(struct diagnostics *diagnostics);

/* A stretch of a file as a message quotes it, cut when it is too long to be
   heard: "%.*s%s" takes its three parts. */
#define QUOTED_MOST_BYTES 60
#define QUOTED "\"%.*s%s\""
#define QUOTE(where)                                                           \
  quoted_length(where), quoted_bytes(where), quoted_rest(where)
int quoted_length(struct location where);
const char *quoted_bytes(struct location where);
const char *quoted_rest(struct location where);

#endif
