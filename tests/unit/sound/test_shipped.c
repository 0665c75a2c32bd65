/* The sounds that ship, measured: bells that startle nobody, ticks that are
   short, beds without a seam that stay far under speech. */

#include "unit.h"

#include "base/frames.h"
#include "sound/store.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The level of speech (src/voice/level.h), and how far beds are ducked under
   it (src/mix/score_layout.h). */
#define SPEECH (-18.0)
#define DUCKED 12.0

struct room {
  struct pool *pool;
  struct sound_store *store;
};

static int set_up(void **state)
{
  struct room *room = calloc(1, sizeof(*room));
  assert_int_equal(pool_create(&room->pool), STATUS_OK);
  assert_int_equal(sound_store_create(room->pool, &room->store), STATUS_OK);
  *state = room;
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  sound_store_destroy(room->store);
  pool_destroy(room->pool);
  free(room);
  return 0;
}

static const struct clip *find(const struct room *room, const char *name)
{
  const struct clip *clip = NULL;
  assert_int_equal(sound_store_find(room->store, name, NULL, &clip), STATUS_OK);
  return clip;
}

/* The loudest 400 ms, with silence after them so that short sounds have any. */
static double loudest(const struct clip *clip)
{
  ebur128_state *meter =
      ebur128_init((unsigned)clip->channels, FRAME_RATE, EBUR128_MODE_M);
  static const float silence[2 * FRAME_RATE / 2];
  double loudest = -HUGE_VAL;
  const int64_t step = FRAME_RATE / 20;
  for (int64_t i = 0; i < clip->frames + FRAME_RATE / 2; i += step) {
    const int64_t left = clip->frames - i;
    const int64_t count = left < step ? (left > 0 ? left : 0) : step;
    ebur128_add_frames_float(meter, clip->samples + i * clip->channels,
                             (size_t)count);
    ebur128_add_frames_float(meter, silence, (size_t)(step - count));
    double now;
    ebur128_loudness_momentary(meter, &now);
    loudest = fmax(loudest, now);
  }
  ebur128_destroy(&meter);
  return loudest;
}

/* The level of the 10 ms from `frame` on. */
static double rms(const struct clip *clip, int64_t frame)
{
  double sum = 0;
  const int64_t count = FRAME_RATE / 100;
  for (int64_t i = frame; i < frame + count && i < clip->frames; i++) {
    sum += (double)clip->samples[i] * (double)clip->samples[i];
  }
  return sqrt(sum / (double)count);
}

static const int64_t step_frames = FRAME_RATE / 200;

static double highest_rms(const struct clip *clip)
{
  double highest = 0;
  for (int64_t i = 0; i < clip->frames; i += step_frames) {
    highest = fmax(highest, rms(clip, i));
  }
  return highest;
}

/* How long it takes to come within 1 dB of its strongest, in milliseconds. */
static double onset_ms(const struct clip *clip)
{
  const double wanted = highest_rms(clip) * 0.891;
  int64_t frame = 0;
  while (rms(clip, frame) < wanted) {
    frame += step_frames;
  }
  return 1000 * seconds_from_frames(frame + FRAME_RATE / 200);
}

/* How long until it has fallen by 40 dB for good, in seconds. */
static double decay_s(const struct clip *clip)
{
  const double wanted = highest_rms(clip) / 100;
  int64_t frame = clip->frames - step_frames;
  while (rms(clip, frame) < wanted) {
    frame -= step_frames;
  }
  return seconds_from_frames(frame);
}

/* The strength of one frequency in a quarter of a second after the onset. */
static double strength(const struct clip *clip, double hz)
{
  double real = 0;
  double imaginary = 0;
  for (int64_t i = 0; i < FRAME_RATE / 4; i++) {
    const double x = (double)i / FRAME_RATE;
    const double window = 0.5 - 0.5 * cos(4 * 6.283185307179586 * x);
    const double sample = clip->samples[i + FRAME_RATE / 10];
    real += sample * window * cos(6.283185307179586 * hz * x);
    imaginary += sample * window * sin(6.283185307179586 * hz * x);
  }
  return hypot(real, imaginary);
}

static double strongest_hz(const struct clip *clip, double low, double high)
{
  double best = low;
  double most = 0;
  for (double hz = low; hz < high; hz += 4) {
    const double here = strength(clip, hz);
    best = here > most ? hz : best;
    most = fmax(most, here);
  }
  return best;
}

static void bells_startle_nobody(void **state)
{
  static const char *const bells[] = {"start bell", "interval bell",
                                      "end bell"};
  for (size_t i = 0; i < sizeof(bells) / sizeof(*bells); i++) {
    const struct clip *clip = find(*state, bells[i]);
    const double onset = onset_ms(clip);
    const double decay = decay_s(clip);
    const double hz = strongest_hz(clip, 100, 3000);
    const double second = strongest_hz(clip, 1.5 * hz, 6 * hz) / hz;
    print_message("%s: onset %.0f ms, decay %.1f s, %.0f Hz, then times %.2f, "
                  "%.1f LUFS\n",
                  bells[i], onset, decay, hz, second, loudest(clip));
    assert_true(onset >= 40 && onset <= 80);
    assert_true(decay >= 2 && decay <= 4);
    assert_true(hz >= 200 && hz <= 1000);
    assert_true(fabs(second - round(second)) > 0.1);
    assert_true(loudest(clip) <= SPEECH - 6);
    assert_true(highest_rms(clip) > 0.01);
  }
}

static void bells_differ(void **state)
{
  const double start = strongest_hz(find(*state, "start bell"), 100, 1000);
  const double interval =
      strongest_hz(find(*state, "interval bell"), 100, 1000);
  const double end = strongest_hz(find(*state, "end bell"), 100, 1000);
  assert_true(interval > 1.2 * start && start > 1.2 * end);
}

static void signals_are_short_and_soft(void **state)
{
  static const struct {
    const char *name;
    double least_s;
    double most_s;
  } signals[] = {{"tick", 0.08, 0.25},
                 {"end mark", 0.08, 0.25},
                 {"side change", 0.3, 1},
                 {"step change", 0.3, 1}};
  for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
    const struct clip *clip = find(*state, signals[i].name);
    const double seconds = seconds_from_frames(clip->frames);
    assert_true(seconds >= signals[i].least_s);
    assert_true(seconds <= signals[i].most_s);
    assert_true(loudest(clip) <= SPEECH - 6);
    assert_true(highest_rms(clip) > 0.01);
    assert_true(onset_ms(clip) >= 5);
  }
}

static void every_signal_begins_and_ends_at_rest(void **state)
{
  static const char *const names[] = {
      "start bell", "interval bell", "end bell",    "tick",
      "end mark",   "side change",   "step change", "breath in",
      "breath out", "move up",       "move hold",   "move down"};
  for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
    const struct clip *clip = find(*state, names[i]);
    assert_true(fabsf(clip->samples[0]) < 1e-3f);
    assert_true(fabsf(clip->samples[clip->frames - 1]) < 1e-4f);
  }
}

/* The strongest frequency of the 100 ms from `ms` on. */
static double pitch_hz(const struct clip *clip, int64_t ms)
{
  const struct clip part = {.frames = FRAME_RATE / 10,
                            .samples = clip->samples + ms * FRAME_RATE / 1000};
  double best = 0;
  double most = 0;
  for (double hz = 150; hz < 600; hz += 2) {
    double real = 0;
    double imaginary = 0;
    for (int64_t i = 0; i < part.frames; i++) {
      const double turns = hz * (double)i / FRAME_RATE;
      real += (double)part.samples[i] * cos(6.283185307179586 * turns);
      imaginary += (double)part.samples[i] * sin(6.283185307179586 * turns);
    }
    best = hypot(real, imaginary) > most ? hz : best;
    most = fmax(most, hypot(real, imaginary));
  }
  return best;
}

static void moves_rise_stay_and_fall_softly(void **state)
{
  static const struct {
    const char *name;
    double least, most; /* of its end's pitch over its beginning's */
  } moves[] = {{"move up", 1.3, 1.5},
               {"move hold", 0.99, 1.01},
               {"move down", 1 / 1.5, 1 / 1.3}};
  for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
    const struct clip *clip = find(*state, moves[i].name);
    const double turn = pitch_hz(clip, 290) / pitch_hz(clip, 10);
    print_message("%s: %.2f, %.1f LUFS\n", moves[i].name, turn, loudest(clip));
    assert_true(turn > moves[i].least && turn < moves[i].most);
    assert_true(fabs(loudest(clip) - (SPEECH - 12)) < 1);
    assert_true(clip->frames == FRAME_RATE * 4 / 10);
  }
}

static const char *const beds[] = {"brown noise", "pink noise", "low drone",
                                   "rain",        "sea",        "stream"};

#define BEDS (sizeof(beds) / sizeof(*beds))

static void ducked_beds_lie_twenty_decibels_under_speech(void **state)
{
  for (size_t i = 0; i < BEDS; i++) {
    const double level = loudest(find(*state, beds[i]));
    print_message("%s: %.1f LUFS at its loudest\n", beds[i], level);
    assert_true(level - DUCKED <= SPEECH - 20);
    assert_true(level >= SPEECH - 14);
  }
}

/* The third difference of a loop: large where a curve breaks. */
static double bend(const struct clip *clip, int64_t frame, int channel)
{
  static const double weights[] = {1, -3, 3, -1};
  double sum = 0;
  for (int64_t i = 0; i < 4; i++) {
    const int64_t there = (frame + i + clip->frames) % clip->frames;
    sum += weights[i] * (double)clip->samples[there * clip->channels + channel];
  }
  return fabs(sum);
}

static double step(const struct clip *clip, int64_t frame, int channel)
{
  const int64_t next = (frame + 1) % clip->frames;
  return fabs((double)clip->samples[next * clip->channels + channel] -
              (double)clip->samples[frame * clip->channels + channel]);
}

static void beds_have_no_seam(void **state)
{
  for (size_t i = 0; i < BEDS; i++) {
    const struct clip *clip = find(*state, beds[i]);
    assert_int_equal(clip->channels, 2);
    assert_int_equal(clip->seam_frames, 0);
    assert_true(clip->frames >= 30 * FRAME_RATE);
    for (int channel = 0; channel < 2; channel++) {
      double largest_bend = 0;
      double largest_step = 0;
      for (int64_t j = 1000; j < clip->frames - 1000; j++) {
        largest_bend = fmax(largest_bend, bend(clip, j, channel));
        largest_step = fmax(largest_step, step(clip, j, channel));
      }
      for (int64_t j = -3; j < 1; j++) {
        const int64_t frame = (j + clip->frames) % clip->frames;
        assert_true(bend(clip, frame, channel) <= largest_bend);
        assert_true(step(clip, frame, channel) <= largest_step);
      }
    }
  }
}

/* Half a second on either side of the seam is as loud as the half second
   before that: nothing swells or dips there. */
static void beds_keep_their_level_across_the_seam(void **state)
{
  for (size_t i = 0; i < BEDS; i++) {
    const struct clip *clip = find(*state, beds[i]);
    double energies[3] = {0};
    for (int piece = 0; piece < 3; piece++) {
      for (int64_t j = 0; j < FRAME_RATE / 2; j++) {
        const int64_t frame =
            (clip->frames - FRAME_RATE + piece * FRAME_RATE / 2 + j) %
            clip->frames;
        const double sample = clip->samples[2 * frame];
        energies[piece] += sample * sample;
      }
    }
    assert_true(fabs(10 * log10(energies[1] / energies[0])) < 4);
    assert_true(fabs(10 * log10(energies[2] / energies[1])) < 4);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bells_startle_nobody),
      cmocka_unit_test(bells_differ),
      cmocka_unit_test(signals_are_short_and_soft),
      cmocka_unit_test(moves_rise_stay_and_fall_softly),
      cmocka_unit_test(every_signal_begins_and_ends_at_rest),
      cmocka_unit_test(ducked_beds_lie_twenty_decibels_under_speech),
      cmocka_unit_test(beds_have_no_seam),
      cmocka_unit_test(beds_keep_their_level_across_the_seam),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
