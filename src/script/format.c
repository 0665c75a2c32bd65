/* The formatter: the pieces that the parser saw, put together again. */

#include "script/format.h"

#include <stdlib.h>
#include <string.h>

#define INDENT 2

/* Where the formatter is. */
struct formatter {
  const struct source *source;
  const struct layout *layout;
  size_t piece; /* the next one */
  bool flat;
  struct text *out;
};

static int compare_lines(const void *left, const void *right)
{
  const struct layout_line *a = left;
  const struct layout_line *b = right;
  return a->begin < b->begin ? -1 : a->begin > b->begin;
}

/* Of two pieces at one place the empty one, a word that was left out, comes
   after. */
static int compare_pieces(const void *left, const void *right)
{
  const struct layout_piece *a = left;
  const struct layout_piece *b = right;
  if (a->begin != b->begin) {
    return a->begin < b->begin ? -1 : 1;
  }
  return a->end > b->end ? -1 : a->end < b->end;
}

static void append_stretch(struct formatter *formatter, uint32_t begin,
                           uint32_t end)
{
  text_append_bytes(formatter->out, formatter->source->bytes + begin,
                    end - begin);
}

/* Of the marks between two words only a comma stays. */
static void append_gap(struct formatter *formatter, uint32_t begin,
                       uint32_t end)
{
  const char *bytes = formatter->source->bytes;
  const bool comma = end > begin && memchr(bytes + begin, ',', end - begin);
  text_append(formatter->out, comma ? ", " : " ");
}

static void format_statement(struct formatter *formatter,
                             const struct layout_line *line)
{
  const struct layout *layout = formatter->layout;
  uint32_t end = line->begin;
  for (bool first = true; formatter->piece < layout->piece_count;
       formatter->piece++, first = false) {
    const struct layout_piece *piece = &layout->pieces[formatter->piece];
    if (piece->begin > line->end) {
      break;
    }
    if (!first) {
      append_gap(formatter, end, piece->begin);
    }
    if (piece->text) {
      text_append(formatter->out, piece->text);
    } else {
      append_stretch(formatter, piece->begin, piece->end);
    }
    end = piece->end;
  }
}

/* Whether a blank line stands between two lines: more than one line feed. */
static bool is_parted(const struct formatter *formatter, uint32_t begin,
                      uint32_t end)
{
  const char *bytes = formatter->source->bytes;
  const char *feed = memchr(bytes + begin, '\n', end - begin);
  return feed && memchr(feed + 1, '\n', (size_t)(bytes + end - feed - 1));
}

static void format_line(struct formatter *formatter,
                        const struct layout_line *line)
{
  const unsigned depth = formatter->flat ? 0 : line->depth;
  for (unsigned i = 0; i < depth * INDENT; i++) {
    text_append(formatter->out, " ");
  }
  if (line->kind == LAYOUT_STATEMENT) {
    format_statement(formatter, line);
  } else {
    append_stretch(formatter, line->begin, line->end);
  }
  text_append(formatter->out, "\n");
}

static void format_lines(struct formatter *formatter)
{
  const struct layout *layout = formatter->layout;
  for (size_t i = 0; i < layout->line_count; i++) {
    const struct layout_line *line = &layout->lines[i];
    if (i > 0 && is_parted(formatter, line[-1].end, line->begin)) {
      text_append(formatter->out, "\n");
    }
    format_line(formatter, line);
  }
}

static void sort_layout(struct layout *layout)
{
  if (layout->line_count > 0) {
    qsort(layout->lines, layout->line_count, sizeof(*layout->lines),
          compare_lines);
  }
  if (layout->piece_count > 0) {
    qsort(layout->pieces, layout->piece_count, sizeof(*layout->pieces),
          compare_pieces);
  }
}

void format_append(const struct source *source, struct layout *layout,
                   bool flat, struct text *out)
{
  sort_layout(layout);
  struct formatter formatter = {
      .source = source, .layout = layout, .flat = flat, .out = out};
  format_lines(&formatter);
}
