/* A string that grows. */

#include "base/text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_init(struct text *text)
{
  *text = (struct text){0};
}

void text_finish(struct text *text)
{
  free(text->bytes);
  text_init(text);
}

static bool text_reserve(struct text *text, size_t extra)
{
  if (text->status != STATUS_OK) {
    return false;
  }
  if (extra >= SIZE_MAX / 2 - text->length) {
    text->status = STATUS_NO_MEMORY;
    return false;
  }
  const size_t needed = text->length + extra + 1;
  if (needed <= text->capacity) {
    return true;
  }
  size_t capacity = text->capacity ? text->capacity : 32;
  while (capacity < needed) {
    capacity *= 2;
  }
  char *bytes = realloc(text->bytes, capacity);
  if (!bytes) {
    text->status = STATUS_NO_MEMORY;
    return false;
  }
  text->bytes = bytes;
  text->capacity = capacity;
  return true;
}

void text_append_bytes(struct text *text, const char *bytes, size_t length)
{
  if (!text_reserve(text, length)) {
    return;
  }
  if (length > 0) {
    memcpy(text->bytes + text->length, bytes, length);
  }
  text->length += length;
  text->bytes[text->length] = '\0';
}

void text_append(struct text *text, const char *string)
{
  text_append_bytes(text, string, strlen(string));
}

void text_append_format(struct text *text, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  va_list measured;
  va_copy(measured, arguments);
  const int length = vsnprintf(NULL, 0, format, measured);
  va_end(measured);
  if (length >= 0 && text_reserve(text, (size_t)length)) {
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format,
              arguments);
    text->length += (size_t)length;
  }
  va_end(arguments);
}

void text_truncate(struct text *text, size_t length)
{
  if (length < text->length) {
    text->length = length;
    text->bytes[length] = '\0';
  }
}

void text_clear(struct text *text)
{
  text_truncate(text, 0);
}

const char *text_string(const struct text *text)
{
  return text->bytes ? text->bytes : "";
}

char *text_take(struct text *text)
{
  text_append_bytes(text, "", 0);
  if (text->status != STATUS_OK) {
    text_finish(text);
    return NULL;
  }
  char *bytes = text->bytes;
  text_init(text);
  return bytes;
}
