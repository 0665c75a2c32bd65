/* Characters as an engine can read them. */

#include "speech/characters.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#define ZERO_WIDTH_JOINER 0x200D
#define KEYCAP 0x20E3
#define MOST_SCRIPTS 8

/* "½" and its like as figures; a whole number may stand before it. */
static const struct {
  uint32_t code_point;
  const char *figures;
} fractions[] = {{0xBC, "1/4"},   {0xBD, "1/2"},   {0xBE, "3/4"},
                 {0x2153, "1/3"}, {0x2154, "2/3"}, {0x215B, "1/8"},
                 {0x215C, "3/8"}, {0x215D, "5/8"}, {0x215E, "7/8"}};

/* Marks that only choose how a character looks, and what is no text. */
static bool is_silent(uint32_t c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || c == KEYCAP || c == 0xAD ||
         (c >= 0xE0000 && c <= 0xE01EF) ||
         (c > 0xFF && u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI)) ||
         (c >= 0x1F3FB && c <= 0x1F3FF);
}

/* Blocks whose characters stand for others: Roman and circled numbers,
   ligatures, forms of double width, bold and framed letters. */
static bool is_other_form(uint32_t c)
{
  return (c >= 0x2160 && c <= 0x217F) || (c >= 0x2460 && c <= 0x24FF) ||
         (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFFEE) ||
         (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0x1F100 && c <= 0x1F1FF);
}

/* The number that a Roman sign up to twelve stands for, or 0. */
static unsigned roman_number(uint32_t c)
{
  return c >= 0x2160 && c <= 0x216B   ? c - 0x2160 + 1
         : c >= 0x2170 && c <= 0x217B ? c - 0x2170 + 1
                                      : 0;
}

static bool ends_with_digit(const struct text *text)
{
  return text->length > 0 && text->bytes[text->length - 1] >= '0' &&
         text->bytes[text->length - 1] <= '9';
}

static bool append_fraction(uint32_t c, struct text *out)
{
  for (size_t i = 0; i < sizeof(fractions) / sizeof(*fractions); i++) {
    if (fractions[i].code_point == c) {
      text_append(out, ends_with_digit(out) ? " " : "");
      text_append(out, fractions[i].figures);
      return true;
    }
  }
  return false;
}

/* Bullets, boxes, stars and ticks off are not said; an arrow is a short rest,
   as a comma is. */
static bool is_ornament(uint32_t c)
{
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x204C ||
         c == 0x204D || (c >= 0x2500 && c <= 0x27BF) ||
         (c >= 0x2B00 && c <= 0x2BFF && c != 0x2B95) || c == 0xFFFD ||
         (c >= 0xE000 && c <= 0xF8FF);
}

static bool is_arrow(uint32_t c)
{
  return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x2794 && c <= 0x27BE) ||
         (c >= 0x27F0 && c <= 0x27FF) || (c >= 0x2900 && c <= 0x297F) ||
         c == 0x2B95;
}

static void append_rest(struct text *out)
{
  const char *text = text_string(out);
  size_t length = out->length;
  while (length > 0 && text[length - 1] == ' ') {
    length--;
  }
  text_truncate(out, length);
  text_append(out, length > 0 ? ", " : "");
}

static USet *open_alphabet(const char *language)
{
  UErrorCode error = U_ZERO_ERROR;
  USet *set = uset_openEmpty();
  ULocaleData *data = ulocdata_open(language, &error);
  ulocdata_getExemplarSet(data, set, USET_ADD_CASE_MAPPINGS,
                          ULOCDATA_ES_STANDARD, &error);
  ulocdata_close(data);
  return set;
}

/* Letters of Latin-1 are read everywhere; beyond it only those that the
   language writes itself. */
static bool is_foreign_latin(uint32_t c, const USet *alphabet)
{
  UErrorCode error = U_ZERO_ERROR;
  return c >= 0x100 && u_isalpha((UChar32)c) &&
         uscript_getScript((UChar32)c, &error) == USCRIPT_LATIN &&
         !uset_contains(alphabet, (UChar32)c);
}

static void append_character(const char *bytes, size_t length, uint32_t c,
                             const USet *alphabet, struct text *out)
{
  const unsigned number = roman_number(c);
  if (number > 0) {
    text_append_format(out, "%u", number);
  } else if (append_fraction(c, out)) {
    return;
  } else if (is_arrow(c)) {
    append_rest(out);
  } else if (is_ornament(c)) {
    text_append(out, " ");
  } else if (is_other_form(c)) {
    unicode_append_compatible(bytes, length, out);
  } else if (is_foreign_latin(c, alphabet)) {
    unicode_append_ascii(bytes, length, out);
  } else {
    text_append_bytes(out, bytes, length);
  }
}

/* A joiner belongs to the emoji that it joins; in Indic scripts it shapes
   letters, and the voice needs it. */
static bool joins_emoji(const char *after)
{
  uint32_t next = 0;
  const size_t left = strnlen(after, 4);
  if (left > 0) {
    utf8_decode(after, left, &next);
  }
  return next > 0xFF && u_hasBinaryProperty((UChar32)next, UCHAR_EMOJI);
}

void characters_append(const char *text, const char *language, struct text *out)
{
  struct text composed = {0};
  unicode_append_composed(text, strlen(text), &composed);
  USet *alphabet = NULL;
  const char *at = text_string(&composed);
  while (*at) {
    uint32_t c;
    const size_t length = utf8_decode(at, strnlen(at, 4), &c);
    if (c < 0x80) {
      text_append_bytes(out, at, length);
    } else if (!is_silent(c) &&
               !(c == ZERO_WIDTH_JOINER && joins_emoji(at + length))) {
      alphabet = alphabet ? alphabet : open_alphabet(language);
      append_character(at, length, c, alphabet, out);
    }
    at += length;
  }
  uset_close(alphabet);
  out->status = out->status == STATUS_OK ? composed.status : out->status;
  text_finish(&composed);
}

bool characters_is_read(uint32_t code_point, const char *language)
{
  UErrorCode error = U_ZERO_ERROR;
  const UChar32 c = (UChar32)code_point;
  if (!u_isalpha(c)) {
    return true;
  }
  UScriptCode scripts[MOST_SCRIPTS];
  const int32_t count =
      uscript_getCode(language, scripts, MOST_SCRIPTS, &error);
  if (U_FAILURE(error) || count == 0) {
    return true;
  }
  if (uscript_hasScript(c, USCRIPT_LATIN) ||
      uscript_hasScript(c, USCRIPT_COMMON)) {
    return true;
  }
  for (int32_t i = 0; i < count; i++) {
    if (uscript_hasScript(c, scripts[i])) {
      /* Japanese is written in kanji too, which the voice only spells. */
      return strncmp(language, "ja", 2) != 0 ||
             !uscript_hasScript(c, USCRIPT_HAN);
    }
  }
  return false;
}
