/* What the player itself says, in the language of the routine. */

#include "phrases/phrases.h"

#include "base/frames.h"
#include "phrases/compiled.h"
#include "phrases/measures.h"

#include <assert.h>
#include <math.h>
#include <string.h>
#include <strings.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

/* English is what the program says by itself. */
static const struct phrases english = {.language = "en"};

static bool speaks(const struct phrases *phrases, const char *language)
{
  const size_t length = strlen(phrases->language);
  return strncasecmp(phrases->language, language, length) == 0 &&
         (language[length] == '\0' || language[length] == '-' ||
          language[length] == '_');
}

const struct phrases *phrases_for(const char *language)
{
  for (const struct phrases *phrases = compiled_catalogues; phrases->language;
       phrases++) {
    if (speaks(phrases, language)) {
      return phrases;
    }
  }
  return &english;
}

const char *phrases_language(const struct phrases *phrases)
{
  return phrases->language;
}

const char *phrases_spoken_language(const char *language)
{
  const struct phrases *phrases = phrases_for(language);
  return speaks(phrases, language) ? language : "en-gb";
}

const char *phrase(const struct phrases *phrases, const char *text)
{
  assert(phrases && text);
  const char *found = compiled_find_form(phrases, text, 0);
  return found ? found : text;
}

/* Which of a catalogue's forms counts `count`, by CLDR's categories: gettext
   has the singular first, then "few", and all else last. */
static size_t form_for(const struct phrases *phrases, int64_t count,
                       size_t forms)
{
  UErrorCode error = U_ZERO_ERROR;
  UChar category[16] = {0};
  UPluralRules *rules = uplrules_open(phrases->language, &error);
  uplrules_select(rules, (double)count, category, 16, &error);
  uplrules_close(rules);
  if (U_FAILURE(error) || u_strcmp(category, u"one") == 0 || forms == 1) {
    return 0;
  }
  return u_strcmp(category, u"few") == 0 ? 1 : forms - 1;
}

const char *phrase_plural(const struct phrases *phrases, const char *one,
                          const char *many, int64_t count)
{
  const size_t forms = compiled_count_forms(phrases, one);
  if (forms == 0) {
    return count == 1 ? one : many;
  }
  return compiled_find_form(phrases, one, form_for(phrases, count, forms));
}

static void append_part(const struct phrases *phrases, double number,
                        enum measure measure, struct text *out)
{
  measures_append(phrases->language, number, measure, out);
}

void phrases_append_length(const struct phrases *phrases, double seconds,
                           struct text *out)
{
  const double tenths = round(seconds * 10) / 10;
  const double hours = floor(tenths / 3600);
  const double minutes = floor((tenths - hours * 3600) / 60);
  const double rest = round((tenths - hours * 3600 - minutes * 60) * 10) / 10;
  if (hours > 0) {
    append_part(phrases, hours, MEASURE_HOUR, out);
    text_append(out, minutes > 0 || rest > 0 ? " " : "");
  }
  if (minutes > 0) {
    append_part(phrases, minutes, MEASURE_MINUTE, out);
    text_append(out, rest > 0 ? " " : "");
  }
  if (rest > 0 || tenths <= 0) {
    append_part(phrases, rest, MEASURE_SECOND, out);
  }
}

void phrases_append_duration(const struct phrases *phrases, int64_t frames,
                             struct text *out)
{
  int64_t seconds = frames > 0 ? (frames + FRAME_RATE / 2) / FRAME_RATE : 0;
  const int64_t step = seconds >= 600 ? 60 : seconds >= 120 ? 30 : 1;
  seconds = (seconds + step / 2) / step * step;
  phrases_append_length(phrases, (double)seconds, out);
}

/* Breaths are no unit that ICU knows; where their number agrees with them, as
   one and twenty-one do, the catalogues have it in words. */
void phrases_append_breaths(const struct phrases *phrases, double breaths,
                            struct text *out)
{
  const char *words = breaths == 1    ? phrase(phrases, "1 breath")
                      : breaths == 21 ? phrase(phrases, "21 breaths")
                                      : NULL;
  if (words) {
    text_append(out, words);
    return;
  }
  const int64_t count = breaths == floor(breaths) ? (int64_t)breaths : 2;
  text_append_format(out, "%.6g %s", breaths,
                     phrase_plural(phrases, "breath", "breaths", count));
}
