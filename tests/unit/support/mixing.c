/* What tests of mix/ and output/ share. */

#include "support/mixing.h"

#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void mixing_init(struct mixing *mixing)
{
  memset(mixing, 0, sizeof(*mixing));
  assert_int_equal(pool_create(&mixing->pool), STATUS_OK);
  mixing->plan.events = mixing->events;
}

void mixing_finish(struct mixing *mixing)
{
  pool_destroy(mixing->pool);
}

static float *new_clip(struct mixing *mixing, int64_t frames, int channels,
                       const struct clip **clip)
{
  struct clip *made = pool_take(mixing->pool, sizeof(*made));
  float *samples = pool_take(mixing->pool, (size_t)frames * (size_t)channels *
                                               sizeof(*samples));
  assert_non_null(made);
  assert_non_null(samples);
  *made =
      (struct clip){.frames = frames, .channels = channels, .samples = samples};
  *clip = made;
  return samples;
}

const struct clip *mixing_level(struct mixing *mixing, int64_t frames,
                                int channels, float value)
{
  const struct clip *clip;
  float *samples = new_clip(mixing, frames, channels, &clip);
  for (int64_t i = 0; i < frames * channels; i++) {
    samples[i] = value;
  }
  return clip;
}

const struct clip *mixing_sine(struct mixing *mixing, int64_t frames,
                               int channels, double hz, float peak, bool faded)
{
  const struct clip *clip;
  float *samples = new_clip(mixing, frames, channels, &clip);
  for (int64_t i = 0; i < frames; i++) {
    const double edge = (double)(i < frames - i ? i : frames - i) / 480.0;
    const double gain = faded && edge < 1.0 ? edge : 1.0;
    const double turns = hz * (double)i / FRAME_RATE;
    const double value = peak * gain * sin(2.0 * acos(-1.0) * turns);
    for (int channel = 0; channel < channels; channel++) {
      samples[i * channels + channel] = (float)value;
    }
  }
  return clip;
}

uint32_t mixing_random(uint32_t *seed)
{
  uint32_t next = *seed;
  next ^= next << 13;
  next ^= next >> 17;
  next ^= next << 5;
  return *seed = next;
}

const struct clip *mixing_noise(struct mixing *mixing, int64_t frames,
                                int channels, float peak)
{
  const struct clip *clip;
  float *samples = new_clip(mixing, frames, channels, &clip);
  uint32_t seed = 1;
  float smooth[8] = {0};
  for (int64_t i = 0; i < frames * channels; i++) {
    float value = (float)mixing_random(&seed) / 2147483648.0f - 1.0f;
    float *state = &smooth[4 * (i % channels)];
    for (int pole = 0; pole < 4; pole++) {
      state[pole] += 0.3f * (value - state[pole]);
      value = state[pole];
    }
    samples[i] = peak * value;
  }
  return clip;
}

static struct event *add(struct mixing *mixing, enum event_kind kind,
                         int64_t start_frame, int64_t frames)
{
  assert_true(mixing->plan.event_count < MIXING_EVENTS);
  struct event *event = &mixing->events[mixing->plan.event_count++];
  *event = (struct event){
      .start_frame = start_frame,
      .frames = frames,
      .kind = kind,
      .text = "",
      .gain = 1.0f,
      .bed_gain = kind == EVENT_BACKGROUND ? 1.0f : 0.0f,
      .spoken = kind == EVENT_SAY,
  };
  const int64_t end = start_frame + frames;
  mixing->plan.frames = end > mixing->plan.frames ? end : mixing->plan.frames;
  return event;
}

struct event *mixing_add(struct mixing *mixing, enum event_kind kind,
                         int64_t start_frame, const struct clip *clip)
{
  const bool sounds_once = clip && kind != EVENT_BACKGROUND;
  struct event *event =
      add(mixing, kind, start_frame, sounds_once ? clip->frames : 0);
  event->clip = clip;
  return event;
}

struct event *mixing_add_span(struct mixing *mixing, enum event_kind kind,
                              int64_t start_frame, int64_t frames)
{
  return add(mixing, kind, start_frame, frames);
}

void mixing_begin(struct mixing *mixing, bool mono)
{
  const struct mixer_options options = {.mono = mono};
  mixing_begin_with(mixing, &options);
}

void mixing_begin_with(struct mixing *mixing,
                       const struct mixer_options *options)
{
  assert_int_equal(score_create(mixing->pool, &mixing->plan, &mixing->score),
                   STATUS_OK);
  assert_int_equal(mixer_create(mixing->pool, options, &mixing->mixer),
                   STATUS_OK);
  const struct mix_message score = {.kind = MIX_SCORE, .score = mixing->score};
  assert_true(mixer_send(mixing->mixer, &score));
  mixing_send(mixing, MIX_RUN);
}

void mixing_send(struct mixing *mixing, enum mix_message_kind kind)
{
  const struct mix_message message = {.kind = kind};
  assert_true(mixer_send(mixing->mixer, &message));
}

void mixing_seek(struct mixing *mixing, int64_t frame)
{
  const struct mix_message message = {.kind = MIX_SEEK, .frame = frame};
  assert_true(mixer_send(mixing->mixer, &message));
}

float *mixing_render(struct mixing *mixing, int64_t frames)
{
  float *stereo = malloc(2 * (size_t)frames * sizeof(*stereo));
  assert_non_null(stereo);
  for (int64_t done = 0; done < frames;) {
    const int64_t left = frames - done;
    const uint32_t block = left < 512 ? (uint32_t)left : 512;
    mixer_render(mixing->mixer, stereo + 2 * done, block);
    done += block;
  }
  return stereo;
}

double mixing_level_db(const float *stereo, int channel, int64_t from,
                       int64_t to)
{
  double sum = 0.0;
  for (int64_t i = from; i < to; i++) {
    sum += (double)stereo[2 * i + channel] * stereo[2 * i + channel];
  }
  return 10.0 * log10(sum / (double)(to - from) + 1e-30);
}

float mixing_largest_step(const float *stereo, int channel, int64_t frames)
{
  float largest = 0.0f;
  for (int64_t i = 1; i < frames; i++) {
    const float step =
        fabsf(stereo[2 * i + channel] - stereo[2 * (i - 1) + channel]);
    largest = step > largest ? step : largest;
  }
  return largest;
}
