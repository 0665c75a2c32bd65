/* Numbers with what they measure, in the words of a language: "21 minutes",
   "une minute", "dwie sekundy". The words, their plurals and the forms of
   numbers are ICU's (CLDR); only Japanese, which the voice reads from kana
   alone, has words of its own here. */

#ifndef SUPINE_PHRASES_MEASURES_H
#define SUPINE_PHRASES_MEASURES_H

#include "base/text.h"

#include <stdbool.h>

enum measure {
  MEASURE_HOUR,
  MEASURE_MINUTE,
  MEASURE_SECOND,
  MEASURE_WEEK,
  MEASURE_DAY,
  MEASURE_KILOGRAM,
  MEASURE_GRAM,
  MEASURE_POUND,
  MEASURE_KILOMETRE,
  MEASURE_METRE,
  MEASURE_CENTIMETRE,
  MEASURE_MILLIMETRE,
  MEASURE_INCH,
  MEASURE_FOOT,
  MEASURE_LITRE,
  MEASURE_DEGREE,
  MEASURE_CELSIUS,
  MEASURE_FAHRENHEIT,
  MEASURE_PERCENT,
  MEASURE_COUNT,
};

/* Appends `number`, which has at most six decimals and is not negative, with
   its unit. A number that agrees with its unit where a voice would read the
   figure otherwise stands in words ("veintiún minutos"), every other one in
   figures. `language` is a tag ("de-at"); one that ICU does not know is
   treated as English. Any thread. A failure is kept in `out->status`. */
void measures_append(const char *language, double number, enum measure measure,
                     struct text *out);

#endif
