/* From what the engine gives to what a listener wants to hear. */

#include "voice/shape.h"

#include "base/frames.h"
#include "sound/resample.h"
#include "voice/engine.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* The engine's silence holds no more than this (of 32,768). */
#define SILENCE 16

#define SHELF_HZ 3200.0

static const double pi = 3.14159265358979323846;

/* Delays and gains of the first reflections in a small room with soft walls, as
   from surfaces 2 to 6 m of path further than the voice; prime to each other,
   so that no pitch is favoured, and duller with distance. */
static const struct reflection {
  int frames;
  float gain;
} reflections[] = {{541, 1.0f}, {857, -0.8f}, {1277, 0.62f}, {1783, -0.5f}};

#define REFLECTIONS (sizeof(reflections) / sizeof(*reflections))
#define LONGEST_REFLECTION 1783
#define ROOM_HZ 2500.0

static const int fade_in_frames = FRAME_RATE * 2 / 1000;
static const int fade_out_frames = FRAME_RATE * 8 / 1000;
static const int round_off_frames = FRAME_RATE * 5 / 1000;

static bool is_silent(int16_t sample)
{
  return sample >= -SILENCE && sample <= SILENCE;
}

/* The resampler answers to a sample that stands at an end with an overshoot
   before it; so many samples of silence are kept around for that. */
#define MARGIN 22

static void trim(const int16_t **samples, size_t *count)
{
  size_t first = 0;
  while (first < *count && is_silent((*samples)[first])) {
    first++;
  }
  size_t end = *count;
  while (end > first && is_silent((*samples)[end - 1])) {
    end--;
  }
  if (first == end) {
    *count = 0;
    return;
  }
  first = first > MARGIN ? first - MARGIN : 0;
  end = *count - end > MARGIN ? end + MARGIN : *count;
  *samples += first;
  *count = end - first;
}

static enum status to_frame_rate(const int16_t *samples, size_t count,
                                 struct shaped *shaped)
{
  float *floats = malloc(count * sizeof(*floats));
  if (!floats) {
    return STATUS_NO_MEMORY;
  }
  for (size_t i = 0; i < count; i++) {
    floats[i] = (float)samples[i] / 32768.0f;
  }
  const enum status status = resample(floats, (int64_t)count, ENGINE_RATE, 1,
                                      &shaped->samples, &shaped->frames);
  free(floats);
  return status;
}

/* High shelf of slope 1 (R. Bristow-Johnson, Cookbook formulae for audio EQ
   biquad filter coefficients), in transposed direct form II. */
static void lower_highs(struct shaped *shaped, double gain_db)
{
  const double a = pow(10, gain_db / 40);
  const double w = 2 * pi * SHELF_HZ / FRAME_RATE;
  const double c = cos(w);
  const double root = sqrt(a) * sin(w) * sqrt(2);
  const double a0 = (a + 1) - (a - 1) * c + root;
  const double b0 = a * ((a + 1) + (a - 1) * c + root) / a0;
  const double b1 = -2 * a * ((a - 1) + (a + 1) * c) / a0;
  const double b2 = a * ((a + 1) + (a - 1) * c - root) / a0;
  const double a1 = 2 * ((a - 1) - (a + 1) * c) / a0;
  const double a2 = ((a + 1) - (a - 1) * c - root) / a0;
  double s1 = 0;
  double s2 = 0;
  for (int64_t i = 0; i < shaped->frames; i++) {
    const double in = shaped->samples[i];
    const double out = b0 * in + s1;
    s1 = b1 * in - a1 * out + s2;
    s2 = b2 * in - a2 * out;
    shaped->samples[i] = (float)out;
  }
}

/* Adds the reflections, and the time that the last one takes. */
static enum status add_room(struct shaped *shaped, float room)
{
  const int64_t frames = shaped->frames + LONGEST_REFLECTION;
  float *wet = calloc((size_t)frames, sizeof(*wet));
  if (!wet) {
    return STATUS_NO_MEMORY;
  }
  const float pole = (float)exp(-2 * pi * ROOM_HZ / FRAME_RATE);
  float dull = 0;
  for (int64_t i = 0; i < shaped->frames; i++) {
    const float dry = shaped->samples[i];
    dull = dry + pole * (dull - dry);
    wet[i] += dry;
    for (size_t j = 0; j < REFLECTIONS; j++) {
      wet[i + reflections[j].frames] += room * reflections[j].gain * dull;
    }
  }
  free(shaped->samples);
  *shaped = (struct shaped){wet, frames};
  return STATUS_OK;
}

/* The part that is heard; a millisecond of silence when there is none. */
static void take_heard(const int16_t **samples, size_t *count)
{
  static const int16_t silence[MARGIN];
  trim(samples, count);
  if (*count == 0) {
    *samples = silence;
    *count = MARGIN;
  }
}

int64_t shape_count_frames(const int16_t *samples, size_t count,
                           const struct voice_style *style)
{
  take_heard(&samples, &count);
  return resampled_frames((int64_t)count, ENGINE_RATE) +
         (style->room > 0 ? LONGEST_REFLECTION : 0);
}

enum status shape_speech(const int16_t *samples, size_t count,
                         const struct voice_style *style, struct shaped *shaped)
{
  take_heard(&samples, &count);
  struct shaped made;
  enum status status = to_frame_rate(samples, count, &made);
  if (status != STATUS_OK) {
    return status;
  }
  if (style->shelf_db < 0 || style->shelf_db > 0) {
    lower_highs(&made, style->shelf_db);
  }
  if (style->room > 0) {
    status = add_room(&made, style->room);
  }
  if (status != STATUS_OK) {
    free(made.samples);
    return status;
  }
  *shaped = made;
  return STATUS_OK;
}

/* Raised cosine, 0 at 0 and 1 at 1. */
static float rise(float x)
{
  return 0.5f - 0.5f * cosf((float)pi * x);
}

/* Lowers the surroundings of the sample at `peak` so far that it stands at the
   ceiling, smoothly. */
static void round_off(const float *samples, float *gains, int64_t frames,
                      int64_t peak)
{
  const float needed = SHAPE_CEILING / fabsf(samples[peak]);
  for (int64_t d = -round_off_frames; d <= round_off_frames; d++) {
    const int64_t i = peak + d;
    if (i >= 0 && i < frames) {
      const float away = (float)llabs(d) / (float)round_off_frames;
      gains[i] = fminf(gains[i], needed + (1 - needed) * rise(away));
    }
  }
}

static enum status limit(struct shaped *shaped)
{
  float *gains = malloc((size_t)shaped->frames * sizeof(*gains));
  if (!gains) {
    return STATUS_NO_MEMORY;
  }
  for (int64_t i = 0; i < shaped->frames; i++) {
    gains[i] = 1;
  }
  for (int64_t i = 0; i < shaped->frames; i++) {
    if (fabsf(shaped->samples[i]) * gains[i] > SHAPE_CEILING) {
      round_off(shaped->samples, gains, shaped->frames, i);
    }
  }
  for (int64_t i = 0; i < shaped->frames; i++) {
    shaped->samples[i] *= gains[i];
  }
  free(gains);
  return STATUS_OK;
}

static void fade(struct shaped *shaped)
{
  const int64_t frames = shaped->frames;
  for (int64_t i = 0; i < fade_in_frames && i < frames; i++) {
    shaped->samples[i] *= rise((float)i / (float)fade_in_frames);
  }
  for (int64_t i = 0; i < fade_out_frames && i < frames; i++) {
    shaped->samples[frames - 1 - i] *= rise((float)i / (float)fade_out_frames);
  }
}

enum status shape_finish(struct shaped *shaped, float gain)
{
  for (int64_t i = 0; i < shaped->frames; i++) {
    shaped->samples[i] *= gain;
  }
  const enum status status = limit(shaped);
  if (status == STATUS_OK) {
    fade(shaped);
  }
  return status;
}
