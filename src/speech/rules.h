/* Looks things up in the tables of the languages. */

#ifndef SUPINE_SPEECH_RULES_H
#define SUPINE_SPEECH_RULES_H

#include "speech/languages.h"

#include <stdbool.h>
#include <stddef.h>

/* The rules for a language tag ("de-at"); never NULL. Any thread. */
const struct speech_rules *speech_rules_for(const char *language);

/* The measure that `length` bytes behind a number name, MEASURE_COUNT when
   they name none. */
enum measure speech_rules_unit(const struct speech_rules *rules,
                               const char *written, size_t length);

/* Whether figures that begin at `figures`, in a text that begins at `begin`,
   can be an ordinal's: the word before them is none that a number follows. */
bool speech_rules_may_order(const struct speech_rules *rules, const char *begin,
                            const char *figures);

/* Whether the bytes stand in the list, letter case aside (ASCII). */
bool speech_rules_lists(const char *const *list, const char *word,
                        size_t length);

#endif
