/* Lengths of time outside a routine, read exactly as in one. */

#include "parse/duration.h"

#include "base/frames.h"
#include "base/utf8.h"
#include "parse/parse.h"

#include <string.h>

/* The text is a source of one line, of whose mistakes nobody hears. A value
   would have to be looked up, and there are none. */
bool duration_read(const char *text, struct duration *duration)
{
  const size_t length = strlen(text);
  if (length > SOURCE_MOST_BYTES || strchr(text, '@') ||
      utf8_find_malformed(text, length) < length) {
    return false;
  }
  const struct source source = {.bytes = text, .length = length};
  struct arena arena;
  arena_init(&arena);
  struct parser parser = {
      .arena = &arena,
      .source = &source,
      .line = {.end = (uint32_t)length, .next = (uint32_t)length},
      .quiet = true,
  };
  struct duration found;
  const bool is_read =
      parse_duration(&parser, &found) && parser_at_end(&parser);
  arena_finish(&arena);
  if (is_read) {
    found.where = (struct location){0};
    *duration = found;
  }
  return is_read;
}

double duration_number(const struct duration *duration)
{
  double sum = 0;
  for (size_t i = 0; i < duration->count; i++) {
    const struct quantity *part = &duration->parts[i];
    sum += part->number * (part->unit == UNIT_HOURS     ? 3600
                           : part->unit == UNIT_MINUTES ? 60
                                                        : 1);
  }
  return sum;
}

bool duration_in_breaths(const struct duration *duration)
{
  return duration->parts[0].unit == UNIT_BREATHS;
}

bool duration_read_frames(const char *text, int64_t *frames)
{
  struct duration duration;
  if (!duration_read(text, &duration) || duration_in_breaths(&duration)) {
    return false;
  }
  *frames = frames_from_seconds(duration_number(&duration));
  return true;
}
