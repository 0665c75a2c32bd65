/* Lines and words of a source. */

#include "script/scan.h"

#include "base/utf8.h"
#include "script/name.h"

#include <assert.h>
#include <string.h>

bool scan_line(const struct source *source, uint32_t from,
               struct scan_line *line)
{
  if (from >= source->length) {
    return false;
  }
  const char *bytes = source->bytes;
  const char *feed = memchr(bytes + from, '\n', source->length - from);
  const uint32_t end =
      feed ? (uint32_t)(feed - bytes) : (uint32_t)source->length;
  line->next = feed ? end + 1 : end;
  line->begin = from + (uint32_t)name_skip_space(bytes + from, end - from);
  line->end = line->begin +
              (uint32_t)name_trim_space(bytes + line->begin, end - line->begin);
  return true;
}

static bool is_separator(uint32_t c)
{
  return c == ',' || c == ':' || c == ';';
}

static bool is_quote(uint32_t c)
{
  return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xBB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

static uint32_t skip_space(const char *bytes, uint32_t from, uint32_t end)
{
  return from + (uint32_t)name_skip_space(bytes + from, end - from);
}

/* From `from` past everything that is not white space. */
static uint32_t find_run_end(const char *bytes, uint32_t from, uint32_t end)
{
  while (from < end && name_skip_space(bytes + from, end - from) == 0) {
    uint32_t ignored;
    from += (uint32_t)utf8_decode(bytes + from, end - from, &ignored);
  }
  return from;
}

/* Takes the marks off both ends of a run. */
static void strip_marks(const char *bytes, struct scan_word *word)
{
  uint32_t c;
  size_t size;
  while (word->begin < word->end) {
    size = utf8_decode(bytes + word->begin, word->end - word->begin, &c);
    if (!is_separator(c) && !is_quote(c)) {
      break;
    }
    word->begin += (uint32_t)size;
  }
  uint32_t kept = word->begin;
  for (uint32_t at = word->begin; at < word->end; at += (uint32_t)size) {
    size = utf8_decode(bytes + at, word->end - at, &c);
    if (!is_separator(c) && !is_quote(c) && c != '.') {
      kept = at + (uint32_t)size;
    }
  }
  word->end = kept;
}

bool scan_word(const struct source *source, uint32_t from, uint32_t end,
               struct scan_word *word)
{
  assert(end <= source->length);
  const char *bytes = source->bytes;
  for (;;) {
    from = skip_space(bytes, from, end);
    if (from >= end) {
      return false;
    }
    const uint32_t after = find_run_end(bytes, from, end);
    *word = (struct scan_word){from, after, after};
    strip_marks(bytes, word);
    if (word->begin < word->end) {
      return true;
    }
    if (bytes[from] == '.') {
      *word = (struct scan_word){from, after, after};
      return true;
    }
    from = after;
  }
}

uint32_t scan_skip_marks(const struct source *source, uint32_t from,
                         uint32_t end)
{
  for (;;) {
    from = skip_space(source->bytes, from, end);
    if (from >= end || !is_separator((unsigned char)source->bytes[from])) {
      return from;
    }
    from++;
  }
}

uint32_t scan_trim_marks(const struct source *source, uint32_t from,
                         uint32_t end)
{
  for (;;) {
    end = from + (uint32_t)name_trim_space(source->bytes + from, end - from);
    if (end == from || !is_separator((unsigned char)source->bytes[end - 1])) {
      return end;
    }
    end--;
  }
}
