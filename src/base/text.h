/* A string that grows. */

#ifndef SUPINE_BASE_TEXT_H
#define SUPINE_BASE_TEXT_H

#include "base/status.h"

#include <stddef.h>

/* Always terminated by a zero byte after the first append; a zeroed struct is
   an empty text. Single-threaded. */
struct text {
  char *bytes;        /* owned; NULL while nothing was appended */
  size_t length;      /* bytes, without the terminator */
  size_t capacity;    /* bytes, with the terminator */
  enum status status; /* the first failure; later appends do nothing */
};

void text_init(struct text *text);

/* Releases the bytes; the text is empty afterwards. */
void text_finish(struct text *text);

/* Appends `length` bytes. A failure is kept in `text->status`, so that a row
   of appends is checked once at its end.
   Possible errors: STATUS_NO_MEMORY. */
void text_append_bytes(struct text *text, const char *bytes, size_t length);
void text_append(struct text *text, const char *string);
void text_append_format(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Drops what stands after the first `length` bytes, if anything does. */
void text_truncate(struct text *text, size_t length);

/* Empties the text and keeps its memory. */
void text_clear(struct text *text);

/* The bytes so far; "" when there are none. Borrowed until the next change. */
const char *text_string(const struct text *text);

/* Hands the bytes to the caller, who frees them; the text is empty afterwards.
   NULL if an append failed. */
char *text_take(struct text *text);

#endif
