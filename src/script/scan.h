/* Lines and words of a source, as byte offsets. */

#ifndef SUPINE_SCRIPT_SCAN_H
#define SUPINE_SCRIPT_SCAN_H

#include "script/source.h"

#include <stdbool.h>
#include <stdint.h>

/* One line without the white space around it. */
struct scan_line {
  uint32_t begin;
  uint32_t end;
  uint32_t next; /* where the line after it starts */
};

/* One word without the marks around it: commas, colons, semicolons and quotes
   are optional everywhere, so a word ends before them; so is a full stop after
   a word. */
struct scan_word {
  uint32_t begin;
  uint32_t end;
  uint32_t after; /* past the marks that follow it */
};

/* The line that starts at `from`; false at the end of the file. */
bool scan_line(const struct source *source, uint32_t from,
               struct scan_line *line);

/* The first word at or after `from`, before `end`; false when there is none. */
bool scan_word(const struct source *source, uint32_t from, uint32_t end,
               struct scan_word *word);

/* Where text begins that follows a word: past white space and separating
   commas and colons, at most `end`. */
uint32_t scan_skip_marks(const struct source *source, uint32_t from,
                         uint32_t end);

/* Where text ends that other words follow: before white space and separating
   commas and colons, at least `from`. */
uint32_t scan_trim_marks(const struct source *source, uint32_t from,
                         uint32_t end);

#endif
