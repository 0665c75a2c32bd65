/* Whole numbers in words, by ICU's rules. */

#include "phrases/spellout.h"

#include <unicode/unum.h>
#include <unicode/ustring.h>

#define SOFT_HYPHEN 0xAD
#define LONGEST_NAME 64

int32_t spellout(const char *language, int64_t number, const char *rules,
                 char16_t words[static SPELLOUT_MOST_UNITS])
{
  UErrorCode error = U_ZERO_ERROR;
  UChar name[LONGEST_NAME];
  u_uastrncpy(name, rules, LONGEST_NAME);
  UNumberFormat *format =
      unum_open(UNUM_SPELLOUT, NULL, 0, language, NULL, &error);
  unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, -1, &error);
  const int32_t length = unum_formatInt64(format, number, words,
                                          SPELLOUT_MOST_UNITS, NULL, &error);
  unum_close(format);
  int32_t kept = 0;
  for (int32_t i = 0; U_SUCCESS(error) && i < length; i++) {
    if (words[i] != SOFT_HYPHEN) {
      words[kept++] = words[i] == '-' ? ' ' : words[i];
    }
  }
  return kept;
}
