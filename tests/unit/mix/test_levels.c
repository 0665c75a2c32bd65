/* Gains measured on samples: panning, fades, ducking, the limiter. */

#include "unit.h"

#include "support/mixing.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MS(ms) ((int64_t)(ms)*FRAME_RATE / 1000)
#define HALF_TURN 3.14159265358979324

static void assert_near(double got, double wanted, double within)
{
  if (!(fabs(got - wanted) <= within)) {
    fail_msg("%g is not within %g of %g", got, within, wanted);
  }
}

static double db(double gain)
{
  return 20.0 * log10(gain);
}

static void panning_keeps_the_power(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_level(&mixing, 480, 1, 0.5f);
  const enum side sides[] = {SIDE_NONE, SIDE_LEFT, SIDE_RIGHT};
  for (int i = 0; i < 3; i++) {
    mixing_add(&mixing, EVENT_SAY, i * 480, clip)->side = sides[i];
  }
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, 1440);
  for (int i = 0; i < 3; i++) {
    const double left = (double)stereo[2 * (i * 480 + 100)] / 0.5;
    const double right = (double)stereo[2 * (i * 480 + 100) + 1] / 0.5;
    assert_near(left * left + right * right, 1.0, 1e-6);
    /* The place from -1 to 1 that equal power gives. */
    const double place = atan2(right, left) / (HALF_TURN / 4.0) - 1.0;
    assert_near(place, (double[]){0.0, -0.41, 0.41}[i], 1e-6);
    assert_near(db(right / left), (double[]){0.0, -6.0, 6.0}[i], 0.1);
  }
  free(stereo);
  mixing_finish(&mixing);
}

static void fades_are_raised_cosines_of_30_ms(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 96000, 1, 0.5f));
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 4800));
  mixing_send(&mixing, MIX_STAND);
  float *stereo = mixing_render(&mixing, 4800);
  int64_t begun = 0;
  while (stereo[2 * (begun + 1)] == stereo[0]) {
    begun++;
  }
  assert_true(begun < 260);
  for (int64_t i = 0; i <= 1440; i++) {
    const double gain = 0.5 + 0.5 * cos(HALF_TURN * (double)i / 1440.0);
    assert_near((double)stereo[2 * (begun + i)], 0.5 * sqrt(0.5) * gain, 1e-5);
  }
  assert_true(stereo[2 * (begun + 1441)] == 0.0f);
  free(stereo);
  mixing_finish(&mixing);
}

/* --- Beds --- */

#define BED 0.1f
#define TALK MS(3000)

/* A steady bed under silent speech: what is heard is the bed's gain. */
static float *render_ducking(const int64_t *starts, size_t count,
                             int64_t frames)
{
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *speech = mixing_level(&mixing, MS(1000), 1, 0.0f);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, mixing_level(&mixing, 9999, 2, BED));
  for (size_t i = 0; i < count; i++) {
    mixing_add(&mixing, EVENT_SAY, starts[i], speech);
  }
  mixing_add_span(&mixing, EVENT_PAUSE, frames, MS(60000));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, frames);
  mixing_finish(&mixing);
  return stereo;
}

static double bed_db(const float *stereo, int64_t frame)
{
  return db((double)stereo[2 * frame] / (double)BED);
}

static void ducking_is_ready_before_the_first_phoneme(void **state)
{
  (void)state;
  const int64_t start = TALK + 17;
  float *stereo = render_ducking(&start, 1, MS(8000));
  const int64_t end = start + MS(1000);
  assert_near(bed_db(stereo, start - MS(212)), 0.0, 0.01);
  assert_near(bed_db(stereo, start - MS(110)), -6.0, 0.2);
  assert_near(bed_db(stereo, start - MS(8)), -12.0, 0.01);
  assert_near(bed_db(stereo, end + MS(495)), -12.0, 0.01);
  assert_near(bed_db(stereo, end + MS(1000)), -6.0, 0.2);
  assert_near(bed_db(stereo, end + MS(1505)), 0.0, 0.05);
  free(stereo);
}

static void short_gaps_do_not_pump(void **state)
{
  (void)state;
  const int64_t starts[] = {TALK, TALK + MS(2000), TALK + MS(4650)};
  float *stereo = render_ducking(starts, 3, MS(12000));
  for (int64_t at = starts[0]; at < starts[2] + MS(1500); at += 48) {
    assert_near(bed_db(stereo, at), -12.0, 0.01);
  }
  free(stereo);
}

static void long_gaps_let_the_bed_up(void **state)
{
  (void)state;
  const int64_t starts[] = {TALK, TALK + MS(3000)};
  float *stereo = render_ducking(starts, 2, MS(12000));
  assert_near(bed_db(stereo, TALK + MS(2600)), 0.0, 0.05);
  free(stereo);
}

static void answers_duck_too(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, mixing_level(&mixing, 9999, 2, BED));
  mixing_add_span(&mixing, EVENT_PAUSE, 0, MS(60000));
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, MS(1000)));
  const struct clip *answer = mixing_level(&mixing, MS(1000), 1, 0.0f);
  const struct mix_message play = {
      .kind = MIX_ANSWER, .clip = answer, .gain = 1.0f};
  assert_true(mixer_send(mixing.mixer, &play));
  float *stereo = mixing_render(&mixing, MS(4000));
  assert_near(bed_db(stereo, MS(210)), -12.0, 0.01);
  assert_near(bed_db(stereo, MS(1490)), -12.0, 0.01);
  assert_near(bed_db(stereo, MS(2000)), -6.0, 0.3);
  assert_near(bed_db(stereo, MS(2520)), 0.0, 0.05);
  free(stereo);
  mixing_finish(&mixing);
}

/* How much softer a tone under everything is while somebody speaks. */
static double ducked_tone_db(double hz, float gain)
{
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *speech = mixing_level(&mixing, MS(1000), 1, 0.0f);
  const struct clip *tone = mixing_sine(&mixing, MS(1000), 2, hz, 0.1f, false);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, tone)->bed_gain = gain;
  mixing_add(&mixing, EVENT_SAY, TALK, speech);
  mixing_add_span(&mixing, EVENT_PAUSE, MS(6000), MS(60000));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, MS(8000));
  mixing_finish(&mixing);
  const double before = mixing_level_db(stereo, 0, MS(1000), MS(2000));
  const double during = mixing_level_db(stereo, 0, TALK, TALK + MS(1000));
  const double after = mixing_level_db(stereo, 0, MS(6000), MS(7000));
  assert_near(before, db(0.1 * gain / sqrt(2.0)), 0.01);
  assert_near(after, before, 0.01);
  free(stereo);
  return during - before;
}

static void the_band_of_speech_makes_more_room(void **state)
{
  (void)state;
  assert_near(ducked_tone_db(20.0, 1.0f), -12.0, 1.0);
  assert_true(ducked_tone_db(200.0, 1.0f) < -20.0);
  for (double hz = 500.0; hz < 2500.0; hz *= 1.25) {
    assert_true(ducked_tone_db(round(hz), 1.0f) < -28.0);
  }
  assert_true(ducked_tone_db(4000.0, 1.0f) < -20.0);
  assert_near(ducked_tone_db(20000.0, 1.0f), -12.0, 2.0);
}

static void softer_beds_lie_equally_low_under_the_voice(void **state)
{
  (void)state;
  const double full = ducked_tone_db(1000.0, 1.0f);
  assert_near(ducked_tone_db(1000.0, 0.5f), full - db(0.5), 3.0);
  assert_near(ducked_tone_db(1000.0, 0.25f), full - db(0.25), 3.0);
}

static void beds_cross_fade_with_equal_power(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, mixing_level(&mixing, 9999, 2, BED));
  mixing_add(&mixing, EVENT_BACKGROUND, MS(2000),
             mixing_level(&mixing, 7777, 2, -BED));
  mixing_add_span(&mixing, EVENT_PAUSE, 0, MS(60000));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, MS(3000));
  for (int ms = 0; ms <= 300; ms += 25) {
    const double turn = HALF_TURN / 2.0 * ms / 300.0;
    assert_near((double)stereo[2 * MS(ms)], (double)BED * sin(turn), 5e-4);
    assert_near((double)stereo[2 * MS(2000 + ms)],
                (double)BED * (cos(turn) - sin(turn)), 1e-3);
  }
  assert_near((double)stereo[2 * MS(1000)], (double)BED, 1e-6);
  assert_near((double)stereo[2 * MS(2400)], -(double)BED, 1e-6);
  free(stereo);
  mixing_finish(&mixing);
}

static void the_bed_leaves_over_8_seconds(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, mixing_level(&mixing, 9999, 2, BED));
  mixing_add_span(&mixing, EVENT_PAUSE, 0, MS(20000));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, MS(20000));
  assert_near(bed_db(stereo, MS(11990)), 0.0, 0.001);
  assert_near((double)stereo[2 * MS(14000)] / (double)BED,
              0.5 + 0.5 * cos(HALF_TURN / 4.0), 1e-3);
  assert_near((double)stereo[2 * MS(16000)] / (double)BED, 0.5, 1e-3);
  assert_near((double)stereo[2 * MS(19999)] / (double)BED, 0.0, 1e-4);
  free(stereo);
  mixing_finish(&mixing);
}

static void a_level_change_is_no_new_start(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *bed = mixing_sine(&mixing, 48000, 2, 100.0, 0.5f, false);
  mixing_add(&mixing, EVENT_BACKGROUND, 0, bed);
  mixing_add(&mixing, EVENT_BACKGROUND, MS(1000), bed)->bed_gain = 0.5f;
  mixing_add_span(&mixing, EVENT_PAUSE, 0, MS(60000));
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, MS(3000));
  for (int64_t i = 0; i < MS(500); i++) {
    assert_near((double)stereo[2 * (MS(2000) + i)],
                0.5 * (double)stereo[2 * (MS(500) + i)], 1e-4);
  }
  free(stereo);
  mixing_finish(&mixing);
}

/* --- The limiter --- */

static double true_peak_db(const float *stereo, int64_t frames)
{
  ebur128_state *meter = ebur128_init(2, FRAME_RATE, EBUR128_MODE_TRUE_PEAK);
  assert_non_null(meter);
  assert_int_equal(ebur128_add_frames_float(meter, stereo, (size_t)frames),
                   EBUR128_SUCCESS);
  double left = 0.0;
  double right = 0.0;
  ebur128_true_peak(meter, 0, &left);
  ebur128_true_peak(meter, 1, &right);
  ebur128_destroy(&meter);
  return db(fmax(left, right));
}

/* `clip` twice at once, as loud as `gain` makes it. */
static double limited_peak_db(struct mixing *mixing, const struct clip *clip,
                              float gain)
{
  mixing_add(mixing, EVENT_CHIME, 100, clip)->gain = gain;
  mixing_add(mixing, EVENT_CHIME, 5000, clip)->gain = gain;
  mixing_begin(mixing, false);
  const int64_t frames = score_frames(mixing->score);
  float *stereo = mixing_render(mixing, frames);
  const double peak = true_peak_db(stereo, frames);
  free(stereo);
  return peak;
}

static void nothing_exceeds_the_true_peak(void **state)
{
  (void)state;
  const double hz[] = {60.0, 997.0, 5000.0, 11999.0, 15000.0};
  for (int i = 0; i < 6; i++) {
    struct mixing mixing;
    mixing_init(&mixing);
    const struct clip *clip =
        i < 5 ? mixing_sine(&mixing, 48000, 1, hz[i], 1.0f, false)
              : mixing_noise(&mixing, 48000, 2, 1.0f);
    const double peak = limited_peak_db(&mixing, clip, 2.5f);
    if (!(peak <= -1.0 && peak > -3.0)) {
      fail_msg("case %d peaks at %g dBTP", i, peak);
    }
    mixing_finish(&mixing);
  }
}

static void speech_alone_passes_unchanged(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  const struct clip *clip = mixing_noise(&mixing, 48000, 1, 1.0f);
  mixing_add(&mixing, EVENT_SAY, 0, clip);
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, 48000);
  const float middle = (float)cos(HALF_TURN / 4.0);
  for (int64_t i = 0; i < 48000; i++) {
    const float expected = middle * clip->samples[i];
    assert_true(stereo[2 * i] == expected);
  }
  free(stereo);
  mixing_finish(&mixing);
}

/* --- The listener's gains --- */

static void the_sleep_fade_takes_its_time(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  mixing_add(&mixing, EVENT_SAY, 0, mixing_level(&mixing, 480000, 1, 0.5f));
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, MS(100)));
  const struct mix_message fade = {
      .kind = MIX_FADE, .gain = 0.0f, .frames = MS(4000)};
  assert_true(mixer_send(mixing.mixer, &fade));
  float *stereo = mixing_render(&mixing, MS(5000));
  const double full = (double)stereo[0];
  assert_near((double)stereo[2 * MS(2005)] / full, 0.5, 0.01);
  assert_near((double)stereo[2 * MS(4010)], 0.0, 1e-6);
  free(stereo);
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(panning_keeps_the_power),
      cmocka_unit_test(fades_are_raised_cosines_of_30_ms),
      cmocka_unit_test(ducking_is_ready_before_the_first_phoneme),
      cmocka_unit_test(short_gaps_do_not_pump),
      cmocka_unit_test(long_gaps_let_the_bed_up),
      cmocka_unit_test(answers_duck_too),
      cmocka_unit_test(the_band_of_speech_makes_more_room),
      cmocka_unit_test(softer_beds_lie_equally_low_under_the_voice),
      cmocka_unit_test(beds_cross_fade_with_equal_power),
      cmocka_unit_test(the_bed_leaves_over_8_seconds),
      cmocka_unit_test(a_level_change_is_no_new_start),
      cmocka_unit_test(nothing_exceeds_the_true_peak),
      cmocka_unit_test(speech_alone_passes_unchanged),
      cmocka_unit_test(the_sleep_fade_takes_its_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
