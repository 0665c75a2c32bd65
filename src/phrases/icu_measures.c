/* Numbers with what they measure, in words. */

#include "base/unicode.h"
#include "phrases/kana.h"
#include "phrases/measures.h"
#include "phrases/spellout.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#define MOST_UNITS SPELLOUT_MOST_UNITS

/* A number in words is only needed where it agrees with its unit. */
#define LARGEST_IN_WORDS 9999

/* ICU's names of the units (CLDR, common/validity/unit.xml). */
static const char *const names[MEASURE_COUNT] = {
    [MEASURE_HOUR] = "duration-hour",
    [MEASURE_MINUTE] = "duration-minute",
    [MEASURE_SECOND] = "duration-second",
    [MEASURE_WEEK] = "duration-week",
    [MEASURE_DAY] = "duration-day",
    [MEASURE_KILOGRAM] = "mass-kilogram",
    [MEASURE_GRAM] = "mass-gram",
    [MEASURE_POUND] = "mass-pound",
    [MEASURE_KILOMETRE] = "length-kilometer",
    [MEASURE_METRE] = "length-meter",
    [MEASURE_CENTIMETRE] = "length-centimeter",
    [MEASURE_MILLIMETRE] = "length-millimeter",
    [MEASURE_INCH] = "length-inch",
    [MEASURE_FOOT] = "length-foot",
    [MEASURE_LITRE] = "volume-liter",
    [MEASURE_DEGREE] = "angle-degree",
    [MEASURE_CELSIUS] = "temperature-celsius",
    [MEASURE_FAHRENHEIT] = "temperature-fahrenheit",
    [MEASURE_PERCENT] = "concentr-percent",
};

#define BIT(measure) (1u << (measure))
#define TIMES (BIT(MEASURE_HOUR) | BIT(MEASURE_MINUTE) | BIT(MEASURE_SECOND))

/* Languages whose numbers agree with the gender of what is counted, and which
   of the units are feminine there; the others are masculine, in Swedish of the
   common gender. The genders are CLDR's (common/main, unit gender). */
static const struct agreement {
  const char *language;
  const char *masculine; /* names of ICU's rule sets */
  const char *feminine;
  unsigned feminines;
} agreements[] = {
    {"de", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     TIMES | BIT(MEASURE_WEEK)},
    {"es", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     BIT(MEASURE_HOUR) | BIT(MEASURE_WEEK) | BIT(MEASURE_POUND) |
         BIT(MEASURE_INCH)},
    {"fr", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     TIMES | BIT(MEASURE_WEEK) | BIT(MEASURE_POUND)},
    {"it", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     BIT(MEASURE_HOUR) | BIT(MEASURE_WEEK) | BIT(MEASURE_POUND)},
    {"pt", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     BIT(MEASURE_HOUR) | BIT(MEASURE_WEEK) | BIT(MEASURE_POUND) |
         BIT(MEASURE_INCH)},
    {"pl", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     TIMES | BIT(MEASURE_FOOT)},
    {"ru", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     BIT(MEASURE_MINUTE) | BIT(MEASURE_SECOND) | BIT(MEASURE_WEEK)},
    {"uk", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     TIMES},
    {"cs", "%spellout-cardinal-masculine", "%spellout-cardinal-feminine",
     TIMES | BIT(MEASURE_POUND) | BIT(MEASURE_FOOT)},
    {"sv", "%spellout-cardinal-reale", "%spellout-cardinal-neuter",
     BIT(MEASURE_KILOGRAM) | BIT(MEASURE_GRAM) | BIT(MEASURE_POUND)},
};

static const struct agreement *find_agreement(const char *language)
{
  for (size_t i = 0; i < sizeof(agreements) / sizeof(*agreements); i++) {
    if (strncasecmp(agreements[i].language, language, 2) == 0 &&
        !((language[2] | 0x20) >= 'a' && (language[2] | 0x20) <= 'z')) {
      return &agreements[i];
    }
  }
  return NULL;
}

/* A no-break space is a space to the ear. */
static void append_units(UChar *units, int32_t from, int32_t to,
                         struct text *out)
{
  for (int32_t i = from; i < to; i++) {
    units[i] = units[i] == 0xA0 || units[i] == 0x202F ? ' ' : units[i];
  }
  unicode_append_utf16(units + from, (size_t)(to - from), out);
}

/* Ones, twos and hundreds are all that agrees in these languages, and making
   words takes half a millisecond. */
static bool may_agree(int number)
{
  return number % 10 == 1 || number % 10 == 2 || number >= 200;
}

/* The number in words that agree with the unit, when a figure would be read
   as others; 0 when it can stay a figure. */
static int32_t agree(const char *language, double number, enum measure measure,
                     UChar words[static MOST_UNITS])
{
  const struct agreement *agreement = find_agreement(language);
  if (!agreement || number != floor(number) || number > LARGEST_IN_WORDS ||
      !may_agree((int)number)) {
    return 0;
  }
  UChar read[MOST_UNITS];
  const bool feminine = (agreement->feminines & BIT(measure)) != 0;
  const int32_t length =
      spellout(language, (int64_t)number,
               feminine ? agreement->feminine : agreement->masculine, words);
  const int32_t read_length =
      spellout(language, (int64_t)number, "%spellout-numbering", read);
  const bool same = length == read_length && u_memcmp(words, read, length) == 0;
  return same ? 0 : length;
}

static UFormattedNumber *format(const char *language, double number,
                                enum measure measure)
{
  char skeleton[128];
  UChar wide[128];
  snprintf(skeleton, sizeof(skeleton),
           "measure-unit/%s unit-width-full-name group-off .######",
           names[measure]);
  u_uastrcpy(wide, skeleton);
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormatter *formatter =
      unumf_openForSkeletonAndLocale(wide, -1, language, &error);
  UFormattedNumber *result = unumf_openResult(&error);
  unumf_formatDouble(formatter, number, result, &error);
  unumf_close(formatter);
  if (U_FAILURE(error)) {
    unumf_closeResult(result);
    return NULL;
  }
  return result;
}

void measures_append(const char *language, double number, enum measure measure,
                     struct text *out)
{
  assert(measure >= 0 && measure < MEASURE_COUNT && number >= 0);
  if (kana_append_measure(language, number, measure, out)) {
    return;
  }
  UFormattedNumber *result = format(language, number, measure);
  UChar units[MOST_UNITS];
  UErrorCode error = U_ZERO_ERROR;
  const int32_t length =
      unumf_resultToString(result, units, MOST_UNITS, &error);
  UFieldPosition figures = {.field = UNUM_INTEGER_FIELD};
  const UBool has_figures =
      unumf_resultNextFieldPosition(result, &figures, &error);
  unumf_closeResult(result);
  if (U_FAILURE(error)) {
    out->status = STATUS_NO_MEMORY;
    return;
  }
  UChar words[MOST_UNITS];
  const int32_t words_length =
      has_figures ? agree(language, number, measure, words) : 0;
  if (words_length == 0) {
    append_units(units, 0, length, out);
    return;
  }
  append_units(units, 0, figures.beginIndex, out);
  append_units(words, 0, words_length, out);
  append_units(units, figures.endIndex, length, out);
}
