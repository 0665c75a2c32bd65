/* Places of a sound file that can be gone to at once. */

#include "sound/marks.h"

#include <stdlib.h>
#include <string.h>

/* What is compared at a mark. */
#define NOTED_FRAMES 1024

/* Resamplers and lossy decoders settle, so that what is read at a mark need not
   be the same to the last bit: -60 dB, as energy. Another place of any sound
   differs by more than its own level. */
#define ALLOWED 1e-6

struct survey {
  int channels;
  float noted[MOST_MARKS][NOTED_FRAMES * 2];
};

int64_t marks_before(const struct marks *marks, int64_t frame)
{
  int64_t mark = frame / MARK_FRAMES;
  mark = mark < MOST_MARKS ? mark : MOST_MARKS - 1;
  while (mark > 0 && !marks->proved[mark]) {
    mark--;
  }
  return mark * MARK_FRAMES;
}

int64_t marks_count(int64_t frames)
{
  const int64_t whole = (frames - NOTED_FRAMES) / MARK_FRAMES + 1;
  return frames < NOTED_FRAMES ? 0 : whole < MOST_MARKS ? whole : MOST_MARKS;
}

struct survey *survey_create(int channels)
{
  struct survey *survey = calloc(1, sizeof(*survey));
  if (survey) {
    survey->channels = channels;
  }
  return survey;
}

void survey_destroy(struct survey *survey)
{
  free(survey);
}

void survey_note(struct survey *survey, int64_t first_frame,
                 const float *samples, int64_t frames)
{
  const size_t channels = (size_t)survey->channels;
  for (int64_t done = 0; done < frames;) {
    const int64_t mark = (first_frame + done) / MARK_FRAMES;
    const int64_t into = (first_frame + done) % MARK_FRAMES;
    const int64_t border = into < NOTED_FRAMES ? NOTED_FRAMES : MARK_FRAMES;
    const int64_t left = frames - done;
    const int64_t count = left < border - into ? left : border - into;
    if (into < NOTED_FRAMES && mark < MOST_MARKS) {
      memcpy(survey->noted[mark] + (size_t)into * channels,
             samples + (size_t)done * channels,
             (size_t)count * channels * sizeof(*samples));
    }
    done += count;
  }
}

bool survey_proves(const struct survey *survey, struct reader *reader,
                   int64_t mark)
{
  float found[NOTED_FRAMES * 2];
  if (!reader_go_to(reader, mark * MARK_FRAMES / FRAME_RATE) ||
      reader_read(reader, found, NOTED_FRAMES) != NOTED_FRAMES) {
    return false;
  }
  double energy = 0;
  double error = 0;
  for (int i = 0; i < NOTED_FRAMES * survey->channels; i++) {
    const double noted = (double)survey->noted[mark][i];
    energy += noted * noted;
    error += (noted - (double)found[i]) * (noted - (double)found[i]);
  }
  /* Silence is everywhere the same, and so proves no place. */
  return energy > 0 && error <= ALLOWED * energy;
}
