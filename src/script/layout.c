/* What the parser saw, for the formatter. */

#include "script/layout.h"

#include "base/vector.h"

#include <stdlib.h>

void layout_finish(struct layout *layout)
{
  free(layout->lines);
  free(layout->pieces);
  *layout = (struct layout){0};
}

void layout_add_line(struct layout *layout, struct layout_line line)
{
  if (!layout) {
    return;
  }
  if (!vector_reserve(&layout->lines, layout->line_count,
                      &layout->line_capacity, sizeof(*layout->lines))) {
    layout->incomplete = true;
    return;
  }
  layout->lines[layout->line_count++] = line;
}

void layout_add_piece(struct layout *layout, struct layout_piece piece)
{
  if (!layout) {
    return;
  }
  if (!vector_reserve(&layout->pieces, layout->piece_count,
                      &layout->piece_capacity, sizeof(*layout->pieces))) {
    layout->incomplete = true;
    return;
  }
  layout->pieces[layout->piece_count++] = piece;
}
