/* UTF-8: decoding, encoding and checking. */

#include "base/utf8.h"

#include <assert.h>

struct form {
  unsigned char first_low, first_high;   /* range of the leading byte */
  unsigned char second_low, second_high; /* range of the next byte */
  unsigned char first_mask;              /* its bits that carry the value */
  size_t length;
};

/* Unicode 15, table 3-7: well-formed UTF-8 byte sequences. */
static const struct form forms[] = {
    {0x00, 0x7F, 0, 0, 0x7F, 1},       {0xC2, 0xDF, 0x80, 0xBF, 0x1F, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 0x0F, 3}, {0xE1, 0xEC, 0x80, 0xBF, 0x0F, 3},
    {0xED, 0xED, 0x80, 0x9F, 0x0F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 0x0F, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 0x07, 4}, {0xF1, 0xF3, 0x80, 0xBF, 0x07, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 0x07, 4},
};

static const struct form *find_form(unsigned char first)
{
  for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
    if (first >= forms[i].first_low && first <= forms[i].first_high) {
      return &forms[i];
    }
  }
  return NULL;
}

static bool fits_form(const struct form *form, const unsigned char *bytes,
                      size_t length)
{
  if (form->length > length) {
    return false;
  }
  if (form->length > 1 &&
      (bytes[1] < form->second_low || bytes[1] > form->second_high)) {
    return false;
  }
  for (size_t i = 2; i < form->length; i++) {
    if (bytes[i] < 0x80 || bytes[i] > 0xBF) {
      return false;
    }
  }
  return true;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *code_point)
{
  assert(length > 0);
  const unsigned char *input = (const unsigned char *)bytes;
  const struct form *form = find_form(input[0]);
  if (!form || !fits_form(form, input, length)) {
    *code_point = UTF8_REPLACEMENT;
    return 1;
  }
  uint32_t decoded = input[0] & form->first_mask;
  for (size_t i = 1; i < form->length; i++) {
    decoded = decoded << 6 | (input[i] & 0x3Fu);
  }
  *code_point = decoded;
  return form->length;
}

size_t utf8_encode(uint32_t code_point, char bytes[4])
{
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
    code_point = UTF8_REPLACEMENT;
  }
  if (code_point < 0x80) {
    bytes[0] = (char)code_point;
    return 1;
  }
  static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
  const size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--) {
    bytes[i] = (char)(0x80 | (code_point & 0x3F));
    code_point >>= 6;
  }
  bytes[0] = (char)(lead[length] | code_point);
  return length;
}

size_t utf8_find_malformed(const char *bytes, size_t length)
{
  size_t offset = 0;
  while (offset < length) {
    const struct form *form = find_form((unsigned char)bytes[offset]);
    if (!form || !fits_form(form, (const unsigned char *)bytes + offset,
                            length - offset)) {
      return offset;
    }
    offset += form->length;
  }
  return length;
}

size_t utf8_count(const char *bytes, size_t length)
{
  size_t count = 0;
  for (size_t offset = 0; offset < length; count++) {
    uint32_t ignored;
    offset += utf8_decode(bytes + offset, length - offset, &ignored);
  }
  return count;
}

bool utf8_is_control(uint32_t code_point)
{
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}
