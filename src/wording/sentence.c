/* Where one spoken sentence ends and the next begins. */

#include "wording/sentence.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

/* Abbreviations that a full stop follows in the middle of a sentence. Those of
   English hold everywhere. */
static const char *const english_short[] = {
    "mr",  "mrs", "ms", "dr",  "prof", "st", "vs", "approx",
    "e.g", "i.e", "no", "fig", "cf",   "jr", "sr", NULL};
static const char *const german_short[] = {
    "z",   "z.b", "bzw", "ca", "usw",  "d",   "d.h", "u",   "u.a", "evtl",
    "ggf", "nr",  "hr",  "fr", "inkl", "max", "min", "sog", "vgl", NULL};
static const char *const spanish_short[] = {"sr",    "sra", "srta", "dra",
                                            "ud",    "uds", "p.ej", "p. ej",
                                            "aprox", "núm", "pág",  NULL};
static const char *const french_short[] = {"m",   "mm",  "mme",  "mlle",
                                           "env", "p",   "p.ex", "c.-à-d",
                                           "max", "min", "n",    NULL};
static const char *const hindi_short[] = {"डॉ", "श्री", "प्रो", NULL};

static const struct {
  const char *language;
  const char *const *words;
} languages[] = {{"de", german_short},
                 {"es", spanish_short},
                 {"fr", french_short},
                 {"hi", hindi_short}};

static bool is_space(uint32_t c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 ||
         c == 0x202F || c == 0x3000;
}

static bool is_full_width_end(uint32_t c)
{
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static bool is_space_byte(char byte)
{
  return (unsigned char)byte < 0x80 && is_space((unsigned char)byte);
}

static bool is_end(uint32_t c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203D ||
         c == 0x0964 || c == 0x0965 || c == 0x061F || c == 0x06D4 ||
         is_full_width_end(c);
}

/* UAX 29's Close: quotation marks and brackets that belong to what ended. */
static bool is_close(uint32_t c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB ||
         c == 0x2019 || c == 0x201D || c == 0x300D || c == 0xFF09;
}

static bool is_lower(uint32_t c)
{
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) ||
         (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x45F);
}

static uint32_t next_code_point(const char *text, size_t *bytes)
{
  uint32_t c = 0;
  *bytes = *text ? utf8_decode(text, strnlen(text, 4), &c) : 0;
  return c;
}

static bool is_listed(const char *const *words, const char *word, size_t length)
{
  for (; *words; words++) {
    if (strlen(*words) == length && strncasecmp(*words, word, length) == 0) {
      return true;
    }
  }
  return false;
}

/* Whether the bytes end with one of the abbreviations. */
static bool ends_with_short_word(const char *begin, const char *end,
                                 const char *const *words)
{
  const char *word = end;
  while (word > begin && !is_space_byte(word[-1])) {
    word--;
  }
  while (word < end && (*word == '(' || *word == '"')) {
    word++;
  }
  return is_listed(words, word, (size_t)(end - word));
}

static bool is_abbreviated(const char *begin, const char *stop,
                           const char *language)
{
  const bool initial =
      stop > begin && stop[-1] >= 'A' && stop[-1] <= 'Z' &&
      (stop - begin == 1 || is_space_byte(stop[-2]) || stop[-2] == '.');
  if (initial && !(stop[-1] == 'I' && language && language[0] == 'e')) {
    return true;
  }
  if (ends_with_short_word(begin, stop, english_short)) {
    return true;
  }
  for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
    if (language && strncasecmp(language, languages[i].language, 2) == 0 &&
        ends_with_short_word(begin, stop, languages[i].words)) {
      return true;
    }
  }
  return false;
}

/* Whether the sentence that began at `begin` ends with the mark at `mark`;
   `after` is behind the mark and what closes with it. A full stop before a
   small letter ends none ("approx. three"), unless it ends its line: whoever
   writes a passage without capitals still wants its silences. */
static bool mark_ends(const char *begin, const char *mark, uint32_t c,
                      const char *after, const char *language)
{
  size_t bytes;
  uint32_t next = next_code_point(after, &bytes);
  if (bytes == 0 || is_full_width_end(c)) {
    return true;
  }
  if (!is_space(next)) {
    return false;
  }
  if (c != '.' && c != 0x2026) {
    return true;
  }
  bool at_line_end = false;
  while (bytes > 0 && is_space(next)) {
    at_line_end = at_line_end || next == '\n';
    after += bytes;
    next = next_code_point(after, &bytes);
  }
  return (at_line_end || !is_lower(next)) &&
         !(c == '.' && is_abbreviated(begin, mark, language));
}

/* Behind the marks and closing quotation marks that begin at `mark`. */
static const char *skip_marks(const char *mark)
{
  size_t bytes;
  uint32_t c = next_code_point(mark, &bytes);
  while (bytes > 0 && (is_end(c) || is_close(c))) {
    mark += bytes;
    c = next_code_point(mark, &bytes);
  }
  return mark;
}

static const char *find_end(const char *begin, const char *language)
{
  const char *space = NULL;
  const char *at = begin;
  while (*at) {
    size_t bytes;
    const uint32_t c = next_code_point(at, &bytes);
    if (at - begin >= SENTENCE_BYTES_MAX) {
      return space ? space : at;
    }
    if (is_end(c)) {
      const char *after = skip_marks(at);
      if (mark_ends(begin, at, c, after, language)) {
        return after;
      }
      at = after;
      continue;
    }
    space = is_space(c) ? at : space;
    at += bytes;
  }
  return at;
}

bool sentence_next(const char **text, const char *language,
                   struct sentence *sentence)
{
  const char *begin = *text;
  size_t bytes;
  while (is_space(next_code_point(begin, &bytes)) && bytes > 0) {
    begin += bytes;
  }
  if (!*begin) {
    return false;
  }
  const char *end = find_end(begin, language);
  *text = end;
  while (is_space_byte(end[-1])) {
    end--;
  }
  sentence->bytes = begin;
  sentence->length = (size_t)(end - begin);
  return true;
}
