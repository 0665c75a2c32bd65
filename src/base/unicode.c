/* Unicode's own algorithms, through ICU. */

#include "base/unicode.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* A composed form has at most three times as many units as its source, a
   compatible one eighteen times (UAX 15, table 13, of UTF-16 units). */
#define GROWTH 18

/* Text as ICU has it. */
struct wide {
  UChar *units; /* owned */
  int32_t length;
  int32_t capacity;
};

static bool is_ascii(const char *bytes, size_t length)
{
  for (size_t i = 0; i < length; i++) {
    if ((unsigned char)bytes[i] >= 0x80) {
      return false;
    }
  }
  return true;
}

/* False when memory is short or the bytes are malformed; nothing is owned
   then. */
static bool widen(const char *bytes, size_t length, size_t growth,
                  struct wide *wide)
{
  const int32_t capacity = (int32_t)(length * growth) + 1;
  UChar *units = malloc((size_t)capacity * sizeof(*units));
  if (!units) {
    return false;
  }
  UErrorCode error = U_ZERO_ERROR;
  int32_t used = 0;
  u_strFromUTF8(units, capacity, &used, bytes, (int32_t)length, &error);
  if (U_FAILURE(error)) {
    free(units);
    return false;
  }
  *wide = (struct wide){units, used, capacity};
  return true;
}

void unicode_append_utf16(const char16_t *units, size_t length,
                          struct text *out)
{
  for (size_t i = 0; i < length;) {
    uint32_t c = units[i++];
    if (U16_IS_LEAD(c) && i < length && U16_IS_TRAIL(units[i])) {
      c = 0x10000 + ((c & 0x3FF) << 10) + (units[i++] & 0x3FFu);
    }
    char bytes[4];
    text_append_bytes(out, bytes, utf8_encode(c, bytes));
  }
}

static void append_normalized(const UNormalizer2 *normalizer, const char *bytes,
                              size_t length, struct text *out)
{
  struct wide from = {0};
  struct wide to = {.capacity = (int32_t)(length * GROWTH) + 1};
  UErrorCode error = U_ZERO_ERROR;
  to.units = malloc((size_t)to.capacity * sizeof(*to.units));
  if (to.units && widen(bytes, length, 1, &from)) {
    to.length = unorm2_normalize(normalizer, from.units, from.length, to.units,
                                 to.capacity, &error);
    unicode_append_utf16(to.units, U_SUCCESS(error) ? (size_t)to.length : 0,
                         out);
  } else if (!to.units || !from.units) {
    out->status = STATUS_NO_MEMORY;
  }
  free(from.units);
  free(to.units);
}

bool unicode_is_composed(const char *bytes, size_t length)
{
  if (is_ascii(bytes, length) || utf8_find_malformed(bytes, length) < length) {
    return true;
  }
  UErrorCode error = U_ZERO_ERROR;
  struct wide wide = {0};
  UBool composed = true;
  if (widen(bytes, length, 1, &wide)) {
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&error);
    composed = unorm2_isNormalized(normalizer, wide.units, wide.length, &error);
  }
  free(wide.units);
  return U_FAILURE(error) || composed;
}

void unicode_append_composed(const char *bytes, size_t length, struct text *out)
{
  UErrorCode error = U_ZERO_ERROR;
  if (is_ascii(bytes, length) || utf8_find_malformed(bytes, length) < length) {
    text_append_bytes(out, bytes, length);
    return;
  }
  append_normalized(unorm2_getNFCInstance(&error), bytes, length, out);
}

void unicode_append_compatible(const char *bytes, size_t length,
                               struct text *out)
{
  UErrorCode error = U_ZERO_ERROR;
  if (is_ascii(bytes, length) || utf8_find_malformed(bytes, length) < length) {
    text_append_bytes(out, bytes, length);
    return;
  }
  append_normalized(unorm2_getNFKCInstance(&error), bytes, length, out);
}

static UTransliterator *open_latin_ascii(void)
{
  static const UChar id[] = u"Latin-ASCII";
  UErrorCode error = U_ZERO_ERROR;
  UTransliterator *made =
      utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  return U_SUCCESS(error) ? made : NULL;
}

void unicode_append_ascii(const char *bytes, size_t length, struct text *out)
{
  if (is_ascii(bytes, length) || utf8_find_malformed(bytes, length) < length) {
    text_append_bytes(out, bytes, length);
    return;
  }
  struct wide wide = {0};
  UTransliterator *transliterator = open_latin_ascii();
  if (transliterator && widen(bytes, length, 4, &wide)) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t used = wide.length;
    int32_t limit = wide.length;
    utrans_transUChars(transliterator, wide.units, &used, wide.capacity, 0,
                       &limit, &error);
    unicode_append_utf16(wide.units, U_SUCCESS(error) ? (size_t)used : 0, out);
    free(wide.units);
  } else {
    out->status = STATUS_NO_MEMORY;
  }
  utrans_close(transliterator);
}
