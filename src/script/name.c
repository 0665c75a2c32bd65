/* Names as they are compared. */

#include "script/name.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include <string.h>

static bool is_space(uint32_t c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

/* Simple case folding of the scripts with cases that a routine is likely to
   use (Unicode CaseFolding.txt, statuses C and S). */
static uint32_t fold_letter(uint32_t c)
{
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
      (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
    return c + 0x20;
  }
  if ((c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) ||
      (c >= 0x14A && c <= 0x177)) {
    return c | 1;
  }
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
    return c + (c & 1);
  }
  if (c >= 0x400 && c <= 0x40F) {
    return c + 0x50;
  }
  if (c >= 0x386 && c <= 0x38F) {
    return c + (c == 0x386 ? 38 : c <= 0x38A ? 37 : c == 0x38C ? 64 : 63);
  }
  if (c == 0x178) {
    return 0xFF;
  }
  return c == 0x2018 || c == 0x2019 || c == 0x2BC ? '\'' : c;
}

static bool is_hyphen(uint32_t c)
{
  return c == '-' || c == '_' || c == 0x2010 || c == 0x2011;
}

size_t name_skip_space(const char *bytes, size_t length)
{
  size_t offset = 0;
  while (offset < length) {
    uint32_t c;
    const size_t taken = utf8_decode(bytes + offset, length - offset, &c);
    if (!is_space(c)) {
      break;
    }
    offset += taken;
  }
  return offset;
}

/* The last code point; returns its size in bytes. */
static size_t decode_last(const char *bytes, size_t length, uint32_t *c)
{
  size_t size = 1;
  while (size < 4 && size < length &&
         ((unsigned char)bytes[length - size] & 0xC0) == 0x80) {
    size++;
  }
  return utf8_decode(bytes + length - size, size, c) == size ? size : 1;
}

size_t name_trim_space(const char *bytes, size_t length)
{
  while (length > 0) {
    uint32_t c;
    const size_t size = decode_last(bytes, length, &c);
    if (!is_space(c)) {
      break;
    }
    length -= size;
  }
  return length;
}

static bool quotes_match(uint32_t open, uint32_t close)
{
  switch (open) {
  case '"':
  case '\'':
  case '`':
    return close == open;
  case 0x201C:
  case 0x201D:
  case 0x201E:
    return close == 0x201C || close == 0x201D;
  case 0x2018:
  case 0x2019:
  case 0x201A:
    return close == 0x2018 || close == 0x2019;
  case 0xAB:
    return close == 0xBB;
  case 0xBB:
    return close == 0xAB;
  case 0x2039:
    return close == 0x203A;
  default:
    return false;
  }
}

void name_strip(const char **bytes, size_t *length)
{
  const size_t skipped = name_skip_space(*bytes, *length);
  *bytes += skipped;
  *length = name_trim_space(*bytes, *length - skipped);
  if (*length < 2) {
    return;
  }
  uint32_t open;
  uint32_t close;
  const size_t first = utf8_decode(*bytes, *length, &open);
  const size_t last = decode_last(*bytes, *length, &close);
  if (first + last <= *length && quotes_match(open, close) &&
      !memmem(*bytes + first, *length - first - last, *bytes, first)) {
    *bytes += first;
    *length -= first + last;
    const size_t inner = name_skip_space(*bytes, *length);
    *bytes += inner;
    *length = name_trim_space(*bytes, *length - inner);
  }
}

static void append_folded(const char *bytes, size_t length, struct text *out)
{
  bool gap = false;
  for (size_t offset = 0; offset < length;) {
    uint32_t c;
    offset += utf8_decode(bytes + offset, length - offset, &c);
    if (is_space(c) || is_hyphen(c)) {
      gap = true;
      continue;
    }
    char encoded[4];
    const size_t size = utf8_encode(fold_letter(c), encoded);
    if (gap) {
      text_append(out, " ");
      gap = false;
    }
    text_append_bytes(out, encoded, size);
  }
}

void name_append_folded(const char *bytes, size_t length, struct text *out)
{
  name_strip(&bytes, &length);
  if (unicode_is_composed(bytes, length)) {
    append_folded(bytes, length, out);
    return;
  }
  struct text composed = {0};
  unicode_append_composed(bytes, length, &composed);
  append_folded(text_string(&composed), composed.length, out);
  out->status = out->status == STATUS_OK ? composed.status : out->status;
  text_finish(&composed);
}

bool name_is_same(const char *one, const char *other)
{
  struct text folded = {0};
  struct text wanted = {0};
  name_append_folded(one, strlen(one), &folded);
  name_append_folded(other, strlen(other), &wanted);
  const bool same = folded.status == STATUS_OK && wanted.status == STATUS_OK &&
                    strcmp(text_string(&folded), text_string(&wanted)) == 0;
  text_finish(&folded);
  text_finish(&wanted);
  return same;
}
