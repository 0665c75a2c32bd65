/* Units as people write them behind a number. */

#ifndef SUPINE_SPEECH_UNIT_WORDS_H
#define SUPINE_SPEECH_UNIT_WORDS_H

#include "speech/word_types.h"

/* Units whose symbols every language shares. */
extern const struct speech_unit speech_every_unit[];

/* Of the language; each ends with an entry of NULL. */
extern const struct speech_unit speech_units_english[];
extern const struct speech_unit speech_units_german[];
extern const struct speech_unit speech_units_spanish[];
extern const struct speech_unit speech_units_french[];
extern const struct speech_unit speech_units_hindi[];
extern const struct speech_unit speech_units_italian[];
extern const struct speech_unit speech_units_portuguese[];
extern const struct speech_unit speech_units_dutch[];
extern const struct speech_unit speech_units_polish[];
extern const struct speech_unit speech_units_russian[];
extern const struct speech_unit speech_units_ukrainian[];
extern const struct speech_unit speech_units_czech[];
extern const struct speech_unit speech_units_swedish[];
extern const struct speech_unit speech_units_turkish[];
extern const struct speech_unit speech_units_japanese[];

#endif
