/* Places of a sound file that can be gone to at once. Which of them can is not
   taken from the file's word: each is gone to in the decoding process, and what
   is read there compared with what was decoded on the way. */

#ifndef SUPINE_SOUND_MARKS_H
#define SUPINE_SOUND_MARKS_H

#include "sound/sound_reader.h"

#include <stdbool.h>
#include <stdint.h>

/* So far apart; the slowest decoder (Opus, 149 times as fast as the sound) does
   as much in 134 ms. */
#define MARK_FRAMES ((int64_t)20 * FRAME_RATE)

#define MOST_MARKS (LONGEST_SOUND_FRAMES / MARK_FRAMES)

struct marks {
  struct reader_version version; /* of the file they were found in */
  bool proved[MOST_MARKS];       /* that of frame i * MARK_FRAMES, from 1 on */
};

/* The frame of the last proved mark up to `frame`; 0, the start, if none is. */
int64_t marks_before(const struct marks *marks, int64_t frame);

/* How many marks a sound has, the start among them. */
int64_t marks_count(int64_t frames);

/* What stands at the marks of a file, as decoded on the way. */
struct survey;

/* NULL without memory; `channels` 1 or 2. */
struct survey *survey_create(int channels);

/* NULL is fine. */
void survey_destroy(struct survey *survey);

/* Takes down what lies at marks in these frames of the file. */
void survey_note(struct survey *survey, int64_t first_frame,
                 const float *samples, int64_t frames);

/* Whether going to a mark leads to what was noted there. May hang where the
   file is damaged. */
bool survey_proves(const struct survey *survey, struct reader *reader,
                   int64_t mark);

#endif
