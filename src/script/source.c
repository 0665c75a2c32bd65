/* The text of one routine file: reading it, and places in it. */

#include "script/source.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "script/name.h"
#include "system/files.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status open_source(const char *path, int *file)
{
  int opened;
  const enum status status = file_open_input(path, &opened);
  if (status != STATUS_OK) {
    return status;
  }
  struct stat facts;
  if (fstat(opened, &facts) == 0 &&
      (uintmax_t)facts.st_size > SOURCE_MOST_BYTES) {
    close(opened);
    return STATUS_TOO_LARGE;
  }
  *file = opened;
  return STATUS_OK;
}

/* Fills `bytes`; a file that grows meanwhile is cut at `most`. */
static enum status read_bytes(int file, char *bytes, size_t most,
                              size_t *length)
{
  *length = 0;
  while (*length < most) {
    const ssize_t got = read(file, bytes + *length, most - *length);
    if (got == 0) {
      break;
    }
    if (got < 0 && errno != EINTR) {
      return STATUS_READ_FAILED;
    }
    *length += got > 0 ? (size_t)got : 0;
  }
  return STATUS_OK;
}

/* Replaces what is no text; returns the offset of the first of it. */
static size_t mend_text(char *bytes, size_t length)
{
  size_t first = length;
  for (size_t at = 0; at < length; at++) {
    at += utf8_find_malformed(bytes + at, length - at);
    if (at < length) {
      bytes[at] = '?';
      first = first < at ? first : at;
    }
  }
  for (char *zero = memchr(bytes, '\0', length); zero;
       zero = memchr(zero, '\0', length - (size_t)(zero - bytes))) {
    *zero = '?';
    first = first < (size_t)(zero - bytes) ? first : (size_t)(zero - bytes);
  }
  return first;
}

/* A carriage return alone ends a line too, as it did on old machines. */
static void end_lines(char *bytes, size_t length)
{
  for (size_t at = 0; at + 1 < length; at++) {
    if (bytes[at] == '\r' && bytes[at + 1] != '\n') {
      bytes[at] = '\n';
    }
  }
}

/* UTF-16 is told by its byte-order mark; of its text nothing can be read. */
static bool is_utf16(const char *bytes, size_t length)
{
  return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                         memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* Composes letters and their marks, so that what looks alike is alike. */
static enum status compose(struct source *read, struct arena *arena)
{
  if (unicode_is_composed(read->bytes, read->length)) {
    return STATUS_OK;
  }
  struct text composed = {0};
  unicode_append_composed(read->bytes, read->length, &composed);
  const char *kept = composed.status == STATUS_OK
                         ? arena_copy(arena, composed.bytes, composed.length)
                         : NULL;
  if (kept) {
    read->bytes = kept;
    read->length = composed.length;
  }
  text_finish(&composed);
  return kept ? STATUS_OK : STATUS_NO_MEMORY;
}

static const char *last_part(const char *path)
{
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static enum status read_text(int file, struct source *read, struct arena *arena,
                             size_t *malformed)
{
  struct stat facts;
  if (fstat(file, &facts) != 0) {
    return STATUS_READ_FAILED;
  }
  const size_t most = (size_t)facts.st_size;
  char *bytes = arena_take(arena, most + 1);
  if (!bytes) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = read_bytes(file, bytes, most, &read->length);
  if (status != STATUS_OK) {
    return status;
  }
  bytes[read->length] = '\0';
  if (read->length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
    bytes += 3;
    read->length -= 3;
    read->had_mark = true;
  }
  const bool readable = !is_utf16(bytes, read->length);
  read->length = readable ? read->length : 1;
  *malformed = mend_text(bytes, read->length);
  end_lines(bytes, read->length);
  bytes[0] = readable ? bytes[0] : ' ';
  read->bytes = bytes;
  return compose(read, arena);
}

static enum status index_lines(struct source *read, struct arena *arena)
{
  const char *end = read->bytes + read->length;
  const char *at = read->bytes;
  for (; (at = memchr(at, '\n', (size_t)(end - at))); at++) {
    read->line_end_count++;
  }
  uint32_t *ends = arena_take_array(arena, read->line_end_count, sizeof(*ends));
  if (!ends) {
    return STATUS_NO_MEMORY;
  }
  read->line_ends = ends;
  for (at = read->bytes; (at = memchr(at, '\n', (size_t)(end - at))); at++) {
    *ends++ = (uint32_t)(at - read->bytes);
  }
  return STATUS_OK;
}

enum status source_read(const char *path, struct arena *arena,
                        const struct source **source, size_t *malformed)
{
  int file;
  enum status status = open_source(path, &file);
  if (status != STATUS_OK) {
    return status;
  }
  struct source *read = arena_take(arena, sizeof(*read));
  status = read ? read_text(file, read, arena, malformed) : STATUS_NO_MEMORY;
  close(file);
  if (status == STATUS_OK) {
    status = index_lines(read, arena);
  }
  if (status != STATUS_OK) {
    return status;
  }
  read->path = arena_copy(arena, path, strlen(path));
  if (!read->path) {
    return STATUS_NO_MEMORY;
  }
  read->name = last_part(read->path);
  *source = read;
  return STATUS_OK;
}

struct location location_strip(struct location location)
{
  const char *bytes = location.source->bytes + location.begin;
  size_t length = location.end - location.begin;
  name_strip(&bytes, &length);
  const uint32_t begin = (uint32_t)(bytes - location.source->bytes);
  return (struct location){location.source, begin, begin + (uint32_t)length};
}

uint32_t location_line(struct location location)
{
  if (!location.source) {
    return 0;
  }
  size_t low = 0;
  size_t high = location.source->line_end_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (location.source->line_ends[middle] < location.begin) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return (uint32_t)low + 1;
}

uint32_t location_column(struct location location)
{
  if (!location.source) {
    return 0;
  }
  uint32_t start = location.begin;
  while (start > 0 && location.source->bytes[start - 1] != '\n') {
    start--;
  }
  return (uint32_t)utf8_count(location.source->bytes + start,
                              location.begin - start) +
         1;
}
