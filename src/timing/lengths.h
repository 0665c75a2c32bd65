/* The lengths that the language leaves to us, and the limits of a session. */

#ifndef SUPINE_TIMING_LENGTHS_H
#define SUPINE_TIMING_LENGTHS_H

#include "base/frames.h"

/* A strike has settled, and speech may begin, after this. */
#define STRIKE_SETTLES ((int64_t)FRAME_RATE * 8 / 10)
/* Between the number of a repetition and its first move. */
#define NUMBER_GAP ((int64_t)FRAME_RATE * 15 / 100)
/* So many numbers are a long count, which has a calm pace. */
#define LONG_COUNT 10
/* What comes next is said this long before a rest ends. */
#define NEXT_BEFORE_END ((int64_t)FRAME_RATE * 5)

#define SETTLING_SECONDS 4.0
/* What one movement takes: fitting leaves a pause this much of its time. */
#define MOVING_SECONDS 4.0
#define CHANGEOVER_SECONDS 5.0
#define WAIT_SECONDS 10.0
#define DEFAULT_CUES_SECONDS 20.0
#define DEFAULT_COUNTDOWN 3
#define BREATHS_WITH_WORDS 3

#define CUES_MAX 100000
/* Statements that one session may run through: far more than can sound, and
   few enough to give up in a moment. */
#define STATEMENTS_MAX 1000000

#endif
