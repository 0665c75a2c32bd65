/* Words that a voice says wrong, as they sound. */

#ifndef SUPINE_SPEECH_LEXICONS_H
#define SUPINE_SPEECH_LEXICONS_H

#include "speech/word_types.h"

/* Of the language; each ends with an entry of NULL. */
extern const struct speech_word speech_lexicon_english[];
extern const struct speech_word speech_lexicon_german[];
extern const struct speech_word speech_lexicon_spanish[];
extern const struct speech_word speech_lexicon_french[];
extern const struct speech_word speech_lexicon_ukrainian[];

#endif
