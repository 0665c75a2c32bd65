/* What the parser saw, line by line, for the formatter: how deep each line
   stands and what its words are in the usual spelling. */

#ifndef SUPINE_SCRIPT_LAYOUT_H
#define SUPINE_SCRIPT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum layout_kind { LAYOUT_STATEMENT, LAYOUT_NOTE, LAYOUT_PASSAGE };

/* A line that is not blank. */
struct layout_line {
  uint32_t begin;
  uint32_t end;
  enum layout_kind kind;
  unsigned depth; /* open blocks around it */
};

/* A stretch of a line. What no piece covers is white space and optional
   marks. */
struct layout_piece {
  uint32_t begin;
  uint32_t end;
  const char *text; /* the usual spelling; NULL: as it stands */
};

/* A zeroed struct is an empty layout; released by layout_finish(). The texts
   belong to the script. */
struct layout {
  struct layout_line *lines;
  size_t line_count;
  size_t line_capacity;
  struct layout_piece *pieces; /* in no order */
  size_t piece_count;
  size_t piece_capacity;
  bool incomplete; /* memory ran short */
};

void layout_finish(struct layout *layout);

/* NULL for a layout is fine: then nothing is kept. */
void layout_add_line(struct layout *layout, struct layout_line line);
void layout_add_piece(struct layout *layout, struct layout_piece piece);

#endif
