/* A pool, clips made by formula, a plan written by hand, and the mixer that
   plays it: what tests of mix/ and output/ share. */

#ifndef SUPINE_TESTS_MIXING_H
#define SUPINE_TESTS_MIXING_H

#include "base/clip.h"
#include "base/frames.h"
#include "base/pool.h"
#include "mix/mixer.h"
#include "mix/score.h"
#include "plan/plan.h"

#define MIXING_EVENTS 256

struct mixing {
  struct pool *pool;
  struct plan plan;
  struct event events[MIXING_EVENTS]; /* what the plan points to */
  struct score *score;
  struct mixer *mixer;
};

void mixing_init(struct mixing *mixing);
void mixing_finish(struct mixing *mixing);

/* A clip of `frames` frames at `value`. */
const struct clip *mixing_level(struct mixing *mixing, int64_t frames,
                                int channels, float value);

/* A sine of `hz`, with 10 ms fades at both ends when `faded`. */
const struct clip *mixing_sine(struct mixing *mixing, int64_t frames,
                               int channels, double hz, float peak, bool faded);

/* Reproducible noise between -peak and peak, band-limited to about 4 kHz. */
const struct clip *mixing_noise(struct mixing *mixing, int64_t frames,
                                int channels, float peak);

/* Adds an event; events must come by rising start. The plan grows with it. */
struct event *mixing_add(struct mixing *mixing, enum event_kind kind,
                         int64_t start_frame, const struct clip *clip);

/* A span without sound: breath phases, waits. */
struct event *mixing_add_span(struct mixing *mixing, enum event_kind kind,
                              int64_t start_frame, int64_t frames);

/* Lays the plan out and makes a mixer that runs from its start with the next
   block. */
void mixing_begin(struct mixing *mixing, bool mono);
void mixing_begin_with(struct mixing *mixing,
                       const struct mixer_options *options);

void mixing_send(struct mixing *mixing, enum mix_message_kind kind);
void mixing_seek(struct mixing *mixing, int64_t frame);

/* The next frames, interleaved stereo; the caller frees them. */
float *mixing_render(struct mixing *mixing, int64_t frames);

/* Root mean square of one channel over [from, to), in decibels. */
double mixing_level_db(const float *stereo, int channel, int64_t from,
                       int64_t to);

/* The largest step between two neighbouring samples of one channel. */
float mixing_largest_step(const float *stereo, int channel, int64_t frames);

/* A small generator with a printed seed; never 0. */
uint32_t mixing_random(uint32_t *seed);

#endif
