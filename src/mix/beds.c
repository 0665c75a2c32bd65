/* Beds: cross-fades of equal power, ducking followed at a bounded speed, with a
   dip in the band of speech. */

#include "mix/beds.h"

#include "base/frames.h"
#include "mix/clips.h"
#include "mix/lookup.h"

#include <math.h>
#include <stddef.h>

#define QUARTER_TURN 1.57079632679489662f
#define HALF_TURN 3.14159265358979324f
#define QUANTA_PER_SECOND ((float)FRAME_RATE / QUANTUM)

#define FADE_STEP (1.0f / (0.3f * QUANTA_PER_SECOND))
#define END_FADE_FRAMES (8 * FRAME_RATE)

/* A little faster than the envelope itself ever moves, so that only jumps and
   answers are slowed down. */
#define DUCK_STEP_DOWN (1.2f * -DUCK_DB / (DUCK_ATTACK_S * QUANTA_PER_SECOND))
#define DUCK_STEP_UP (1.01f * -DUCK_DB / (DUCK_RELEASE_S * QUANTA_PER_SECOND))

static float amplitude(float db)
{
  return db < 0.0f ? powf(10.0f, db / 20.0f) : 1.0f;
}

static bool answer_ducks(struct mix_state *state)
{
  if (state->answers.clip || state->answers.next) {
    state->beds.answer_frames = 0;
    return true;
  }
  if ((float)state->beds.answer_frames < DUCK_HOLD_S * FRAME_RATE) {
    state->beds.answer_frames += QUANTUM;
    return true;
  }
  return false;
}

static struct glide follow_duck(struct mix_state *state, int64_t frame,
                                bool moving)
{
  const struct score *score = state->transport.score;
  float target = moving ? lookup_duck_db(score, frame + QUANTUM) : 0.0f;
  if (answer_ducks(state)) {
    target = DUCK_DB;
  }
  const float before = state->beds.duck_db;
  const float step = target < before ? DUCK_STEP_DOWN : DUCK_STEP_UP;
  state->beds.duck_db = slew_toward(before, target, step);
  return (struct glide){amplitude(before), amplitude(state->beds.duck_db)};
}

static float end_fade(const struct score *score, int64_t frame)
{
  if (!score) {
    return 1.0f;
  }
  const int64_t left = score->frames - frame;
  const int64_t half = score->frames / 2;
  const int64_t length = half < END_FADE_FRAMES ? half : END_FADE_FRAMES;
  if (left >= length) {
    return 1.0f;
  }
  return left > 0 ? 0.5f - 0.5f * cosf(HALF_TURN * (float)left / (float)length)
                  : 0.0f;
}

static struct glide follow_end(struct mix_state *state, int64_t frame)
{
  const float before = state->beds.end_gain;
  state->beds.end_gain = slew_toward(
      before, end_fade(state->transport.score, frame + QUANTUM), FADE_STEP);
  return (struct glide){before, state->beds.end_gain};
}

/* Makes room for the bed in force where it does not sound yet. */
static void begin(struct beds *beds, const struct score_bed *wanted)
{
  struct bed *free = NULL;
  for (int i = 0; i < 2; i++) {
    if (beds->slots[i].clip == wanted->clip) {
      return;
    }
    free = beds->slots[i].clip ? free : &beds->slots[i];
  }
  if (free) {
    *free = (struct bed){.clip = wanted->clip, .gain = wanted->gain};
  }
}

static void add_bed(struct bed *bed, const struct score_bed *wanted,
                    float *stereo)
{
  const bool stays = wanted && wanted->clip == bed->clip;
  struct glide glide;
  glide.from = sinf(QUARTER_TURN * bed->presence) * bed->gain;
  bed->presence = slew_toward(bed->presence, stays ? 1.0f : 0.0f, FADE_STEP);
  bed->gain =
      slew_toward(bed->gain, stays ? wanted->gain : bed->gain, FADE_STEP);
  glide.to = sinf(QUARTER_TURN * bed->presence) * bed->gain;
  float sound[2 * QUANTUM];
  bed->frame = clip_read_loop(bed->clip, bed->frame, sound, QUANTUM);
  for (int i = 0; i < QUANTUM; i++) {
    const float gain = glide_at(glide, i);
    stereo[2 * i] += gain * sound[2 * i];
    stereo[2 * i + 1] += gain * sound[2 * i + 1];
  }
  if (!stays && bed->presence == 0.0f) {
    bed->clip = NULL;
  }
}

/* How much of the band of speech goes at this moment: less of softer beds, so
   that they pump less and all lie equally low under the voice. */
static float dip_share(const struct beds *beds)
{
  const float left = powf(10.0f, DIP_DB / 20.0f);
  float level = left;
  for (int i = 0; i < 2; i++) {
    const struct bed *bed = &beds->slots[i];
    level = bed->clip ? fmaxf(level, bed->presence * bed->gain) : level;
  }
  return (1.0f - left / level) * (beds->duck_db / DUCK_DB);
}

static bool is_silent(const struct beds *beds)
{
  return !beds->slots[0].clip && !beds->slots[1].clip && dip_rests(&beds->dip);
}

void beds_add(struct mix_state *state, int64_t session_frame, bool moving,
              float *stereo)
{
  struct glide share = {.from = dip_share(&state->beds)};
  const struct glide duck = follow_duck(state, session_frame, moving);
  const struct glide end = follow_end(state, session_frame);
  const struct score_bed *wanted =
      lookup_bed(state->transport.score, session_frame);
  if (wanted && wanted->clip) {
    begin(&state->beds, wanted);
  }
  if (is_silent(&state->beds)) {
    return;
  }
  float sum[2 * QUANTUM] = {0};
  for (int i = 0; i < 2; i++) {
    if (state->beds.slots[i].clip) {
      add_bed(&state->beds.slots[i], wanted, sum);
    }
  }
  share.to = dip_share(&state->beds);
  dip_apply(&state->beds.dip, share, sum);
  const struct glide ducked = {duck.from * end.from, duck.to * end.to};
  for (int i = 0; i < QUANTUM; i++) {
    const float gain = glide_at(ducked, i);
    stereo[2 * i] += gain * sum[2 * i];
    stereo[2 * i + 1] += gain * sum[2 * i + 1];
  }
}
