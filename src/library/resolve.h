/* What is checked once every file has been read. */

#ifndef SUPINE_LIBRARY_RESOLVE_H
#define SUPINE_LIBRARY_RESOLVE_H

#include "script/cursor.h"
#include "script/diagnose.h"
#include "script/layout.h"
#include "terms/parse_result.h"

/* Files included, and the one that is played. */
#define LOAD_MOST_INCLUDES 64

/* One `include`. */
struct load_edge {
  size_t to; /* index of the file */
  struct location where;
  const struct load_edge *next;
};

struct load_file {
  const char *path; /* without links, to know a file again */
  const struct source *source;
  struct parse_result result;
  const struct load_edge *edges;
  bool lacks_include; /* one of its includes was wrong */
};

struct load {
  struct script *script;
  struct diagnostics *diagnostics;
  struct layout *layout; /* of the first file; NULL: not asked for */
  size_t errors_before;  /* of earlier files of a run */
  enum status status;
  size_t count;
  struct load_file files[LOAD_MOST_INCLUDES + 1]; /* the first is played */
};

/* Values: every reference has its definition, of the right kind; and, when
   nothing was wrong, every definition its reference. After resolve_uses(). */
void resolve_values(struct load *load);

/* Every `do` finds its exercise and the values it sets. */
void resolve_uses(struct load *load);

/* What follows the "with" of a `do` whose exercise is known; false when an
   error was reported or memory is short. */
bool resolve_arguments(struct cursor *cursor, struct statement *statement);

/* No exercise comes back to itself; sides and rounds are spoken of only where
   there are any. After resolve_uses(). */
void resolve_flow(struct load *load);

#endif
