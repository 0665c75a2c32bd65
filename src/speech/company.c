/* A voice that speaks of itself and the listener as "we". */

#include "speech/company.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* Whole words, letter case aside. What can mean anything else is left out, as
   "us" and "on" are. */
static const struct {
  const char *language;
  const char *words;
} companies[] = {
    {"en", "we"},        {"en", "let us"},   {"en", "let's"},
    {"en", "let’s"},     {"de", "wir"},      {"de", "lass uns"},
    {"de", "lasst uns"}, {"es", "nosotros"}, {"es", "nosotras"},
    {"es", "vamos a"},   {"fr", "nous"},     {"fr", "on va"},
};

/* A letter beyond ASCII begins with any byte from 0xC3 on but that of the
   quotation marks and dashes. */
static bool is_letter(const char *bytes)
{
  const unsigned char byte = (unsigned char)*bytes;
  return isalpha(byte) || (byte >= 0xC3 && byte != 0xE2);
}

static bool follows_letter(const char *sentence, const char *bytes)
{
  if (bytes == sentence) {
    return false;
  }
  do {
    bytes--;
  } while (bytes > sentence && ((unsigned char)*bytes & 0xC0) == 0x80);
  return is_letter(bytes);
}

static const char *find_words(const char *sentence, const char *words)
{
  const size_t length = strlen(words);
  for (const char *at = sentence; *at; at++) {
    if (strncasecmp(at, words, length) == 0 && !is_letter(at + length) &&
        !follows_letter(sentence, at)) {
      return at;
    }
  }
  return NULL;
}

const char *company_find(const char *sentence, const char *language,
                         size_t *length)
{
  const char *first = NULL;
  for (size_t i = 0; i < sizeof(companies) / sizeof(companies[0]); i++) {
    if (strncasecmp(companies[i].language, language, 2) != 0) {
      continue;
    }
    const char *found = find_words(sentence, companies[i].words);
    if (found && (!first || found < first)) {
      first = found;
      *length = strlen(companies[i].words);
    }
  }
  return first;
}
