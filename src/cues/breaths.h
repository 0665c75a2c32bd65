/* Paced breathing as tones and words. */

#ifndef SUPINE_CUES_BREATHS_H
#define SUPINE_CUES_BREATHS_H

#include "cues/events.h"
#include "timing/lengths.h"

/* In, in again, held, out, held. */
#define BREATH_PHASES_MAX 5
/* Words for each part of as many breaths as have words. */
#define BREATH_WORDS_MAX (BREATH_PHASES_MAX * BREATHS_WITH_WORDS)

/* What is said over a part of a breath. */
struct breath_word {
  int64_t start_frame;
  struct sound sound; /* its clip is never NULL */
};

/* Adds the tones of `count` breaths from the item's start on, and gives the
   words of the first ones, which the caller adds.
   Possible errors: as events_gather(). */
enum status breaths_gather(const struct narrator *narrator,
                           const struct item *item,
                           const struct breathing *breathing, int64_t count,
                           struct events *events,
                           struct breath_word words[static BREATH_WORDS_MAX],
                           size_t *word_count);

#endif
