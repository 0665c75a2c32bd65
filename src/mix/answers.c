/* Spoken answers, one at a time; the newest wins. */

#include "mix/answers.h"

#include "mix/clips.h"

#include <math.h>
#include <stddef.h>

void answers_play(struct answers *answers, const struct clip *clip, float gain)
{
  answers->next = clip;
  answers->next_gain = gain;
  answers->gate.opening = false;
}

void answers_cancel(struct answers *answers)
{
  answers->next = NULL;
  answers->gate.opening = false;
}

static void begin_next(struct answers *answers)
{
  answers->clip = answers->next;
  answers->gain = answers->next_gain;
  answers->next = NULL;
  answers->frame = 0;
  gate_aim(&answers->gate, true, false);
}

static uint32_t piece(const struct answers *answers)
{
  const int64_t left = answers->clip->frames - answers->frame;
  return left < QUANTUM ? (uint32_t)left : QUANTUM;
}

void answers_add(struct answers *answers, const float *curve, bool clips_fade,
                 float *stereo)
{
  if (!answers->clip && answers->next && !clips_fade) {
    begin_next(answers);
  }
  if (!answers->clip) {
    return;
  }
  const uint32_t frames = piece(answers);
  const float level = answers->clip->channels == 1
                          ? answers->gain * (float)M_SQRT1_2
                          : answers->gain;
  float sound[2 * QUANTUM];
  clip_read(answers->clip, READER_ONCE, answers->frame, sound, frames);
  for (uint32_t i = 0; i < frames; i++) {
    const float gain = level * gate_step(&answers->gate, curve);
    stereo[2 * i] += gain * sound[2 * i];
    stereo[2 * i + 1] += gain * sound[2 * i + 1];
  }
  answers->frame += frames;
  if (answers->frame >= answers->clip->frames || !gate_passes(&answers->gate)) {
    answers->clip = NULL;
  }
}
