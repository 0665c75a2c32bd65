/* The text of one routine file, and places in it. */

#ifndef SUPINE_SCRIPT_SOURCE_H
#define SUPINE_SCRIPT_SOURCE_H

#include "base/arena.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Immutable once read. */
struct source {
  const char *path;  /* as it is opened */
  const char *name;  /* the file's name without folders, "evening.routine" */
  const char *bytes; /* well-formed UTF-8, terminated; no byte-order mark */
  size_t length;     /* bytes */
  bool had_mark;     /* the file begins with a byte-order mark */
  const uint32_t *line_ends; /* offsets of the line feeds, in order */
  size_t line_end_count;
};

/* A stretch of a source. Lines and columns are derived when reporting. */
struct location {
  const struct source *source; /* borrowed; NULL for "nowhere" */
  uint32_t begin;              /* byte offset of the first byte */
  uint32_t end;                /* byte offset after the last byte */
};

/* No file may be larger, in bytes. */
#define SOURCE_MOST_BYTES ((size_t)1024 * 1024)

/* Reads a whole file into the arena, without a byte-order mark. Bytes that are
   no text (malformed UTF-8, zero) become question marks; `*malformed` gets the
   place of the first of them, or the end of the file. Letters that stand apart
   from their marks are composed (base/unicode.h), so that what looks alike is
   alike; columns count the composed ones.
   Possible errors: STATUS_NOT_FOUND, STATUS_READ_FAILED, STATUS_TOO_LARGE,
   STATUS_NO_MEMORY. */
enum status source_read(const char *path, struct arena *arena,
                        const struct source **source, size_t *malformed);

/* The stretch inside the white space and the quotes around a location, as
   name_strip() finds it. */
struct location location_strip(struct location location);

/* The line of a location's first byte, from 1; 0 for "nowhere". */
uint32_t location_line(struct location location);

/* The column of a location's first byte, in code points, from 1. */
uint32_t location_column(struct location location);

#endif
