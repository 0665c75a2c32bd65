/* Paced breathing: its contour, its level, and its place when the session
   stands. */

#include "unit.h"

#include "support/mixing.h"

#include <ebur128.h>
#include <math.h>
#include <stdlib.h>

#define SECOND FRAME_RATE
#define CYCLE (12 * SECOND)

/* In 4, hold 2, out 6. */
static void add_breaths(struct mixing *mixing, int64_t frame, int count)
{
  for (int i = 0; i < count; i++, frame += CYCLE) {
    mixing_add_span(mixing, EVENT_BREATH_IN, frame, 4 * SECOND);
    mixing_add_span(mixing, EVENT_BREATH_HOLD, frame + 4 * SECOND, 2 * SECOND);
    mixing_add_span(mixing, EVENT_BREATH_OUT, frame + 6 * SECOND, 6 * SECOND);
  }
}

/* By rising zero crossings over a quarter of a second. */
static double pitch(const float *stereo, double second)
{
  const int64_t from = (int64_t)(second * SECOND) - SECOND / 8;
  int64_t first = -1;
  int64_t last = -1;
  int count = 0;
  for (int64_t i = from; i < from + SECOND / 4; i++) {
    if (stereo[2 * i] <= 0.0f && stereo[2 * (i + 1)] > 0.0f) {
      first = first < 0 ? i : first;
      last = i;
      count++;
    }
  }
  return count > 1 ? (count - 1) * (double)SECOND / (double)(last - first)
                   : 0.0;
}

static double loudness(const float *stereo, int64_t frames)
{
  ebur128_state *meter = ebur128_init(2, FRAME_RATE, EBUR128_MODE_I);
  assert_non_null(meter);
  ebur128_add_frames_float(meter, stereo, (size_t)frames);
  double lufs = 0.0;
  assert_int_equal(ebur128_loudness_global(meter, &lufs), EBUR128_SUCCESS);
  ebur128_destroy(&meter);
  return lufs;
}

static void the_contour_tells_the_phases_apart(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  add_breaths(&mixing, 0, 2);
  mixing_begin(&mixing, false);
  float *stereo = mixing_render(&mixing, 2 * CYCLE);
  assert_in_range(pitch(stereo, 1.0), 215, 226);
  assert_in_range(pitch(stereo, 2.0), 240, 250);
  assert_in_range(pitch(stereo, 3.0), 264, 275);
  assert_in_range(pitch(stereo, 4.6), 291, 297);
  assert_in_range(pitch(stereo, 5.4), 291, 297);
  assert_in_range(pitch(stereo, 8.0), 256, 267);
  assert_in_range(pitch(stereo, 10.5), 216, 226);
  const int64_t turns[] = {0, 4 * SECOND, 6 * SECOND, CYCLE};
  for (int i = 0; i < 4; i++) {
    const int64_t at = turns[i] > 480 ? turns[i] - 480 : 0;
    assert_true(mixing_level_db(stereo, 0, at, turns[i] + 480) < -75.0);
  }
  const double in = mixing_level_db(stereo, 0, 2 * SECOND, 3 * SECOND / 2 * 2);
  const double hold =
      mixing_level_db(stereo, 0, 9 * SECOND / 2, 11 * SECOND / 2);
  assert_true(hold < in - 6.0 && hold > in - 14.0);
  free(stereo);
  mixing_finish(&mixing);
}

static float *render_timbre(enum breath_timbre timbre)
{
  struct mixing mixing;
  mixing_init(&mixing);
  add_breaths(&mixing, 0, 3);
  const struct mixer_options options = {.breath = timbre};
  mixing_begin_with(&mixing, &options);
  float *stereo = mixing_render(&mixing, 3 * CYCLE);
  mixing_finish(&mixing);
  return stereo;
}

static void breathing_is_12_lu_under_speech(void **state)
{
  (void)state;
  const enum breath_timbre timbres[] = {BREATH_TONE, BREATH_NOISE};
  for (int i = 0; i < 2; i++) {
    float *stereo = render_timbre(timbres[i]);
    const double lufs = loudness(stereo, 3 * CYCLE);
    if (!(fabs(lufs + 30.0) < 0.5)) {
      fail_msg("timbre %d measures %g LUFS", i, lufs);
    }
    free(stereo);
  }
}

/* How often a second the sound crosses zero: higher for brighter noise. */
static double brightness(const float *stereo, double from, double to)
{
  int count = 0;
  for (int64_t i = (int64_t)(from * SECOND); i < (int64_t)(to * SECOND); i++) {
    count += stereo[2 * i] <= 0.0f && stereo[2 * (i + 1)] > 0.0f;
  }
  return count / (to - from);
}

static void air_brightens_and_darkens(void **state)
{
  (void)state;
  float *stereo = render_timbre(BREATH_NOISE);
  const double in_begins = brightness(stereo, 0.3, 1.3);
  const double in_ends = brightness(stereo, 2.7, 3.7);
  const double out_begins = brightness(stereo, 6.5, 7.5);
  const double out_ends = brightness(stereo, 10.5, 11.5);
  assert_true(in_ends > 1.2 * in_begins);
  assert_true(out_begins > 1.2 * out_ends);
  for (int64_t turn = 4 * SECOND; turn <= CYCLE; turn += 4 * SECOND) {
    const int64_t at = turn == 8 * SECOND ? 6 * SECOND : turn;
    assert_true(mixing_level_db(stereo, 0, at - 480, at + 480) < -70.0);
  }
  free(stereo);
}

/* The session stands for a while inside a breath; what is heard is one
   unbroken train of breaths, whole cycles longer. */
static void check_train(enum mix_message_kind kind, int64_t frames)
{
  struct mixing mixing;
  mixing_init(&mixing);
  add_breaths(&mixing, 0, 4);
  mixing_begin(&mixing, false);
  float *before = mixing_render(&mixing, 4 * CYCLE);
  mixing_finish(&mixing);

  mixing_init(&mixing);
  add_breaths(&mixing, 0, 4);
  mixing_begin(&mixing, false);
  float *stereo = malloc(sizeof(float) * 2 * 5 * CYCLE);
  assert_non_null(stereo);
  const int64_t asked = CYCLE + 5 * SECOND;
  int64_t done = 0;
  for (; done < asked; done += SECOND) {
    mixer_render(mixing.mixer, stereo + 2 * done, SECOND);
  }
  const struct mix_message message = {.kind = kind, .frames = frames};
  assert_true(mixer_send(mixing.mixer, &message));
  struct mix_status status;
  for (; done < asked + frames; done += SECOND) {
    mixer_render(mixing.mixer, stereo + 2 * done, SECOND);
    mixer_read_status(mixing.mixer, &status);
    assert_true(status.clock ==
                (kind == MIX_STAND ? MIX_CLOCK_STANDING : MIX_CLOCK_INSERTED));
  }
  mixing_send(&mixing, MIX_RUN);
  for (; done < 5 * CYCLE; done += SECOND) {
    mixer_render(mixing.mixer, stereo + 2 * done, SECOND);
  }
  mixer_read_status(mixing.mixer, &status);
  assert_true(llabs(status.session_frame - 4 * CYCLE) < 300);
  for (int64_t i = 0; i < 4 * CYCLE; i++) {
    assert_true(stereo[2 * i] == before[2 * i]);
  }
  for (int64_t i = 0; i < 2 * CYCLE; i++) {
    assert_true(stereo[2 * (i + 3 * CYCLE)] == before[2 * (i + 2 * CYCLE)]);
  }
  free(before);
  free(stereo);
  mixing_finish(&mixing);
}

static void a_stand_lasts_whole_breaths(void **state)
{
  (void)state;
  check_train(MIX_STAND, 5 * SECOND);
}

static void added_time_lasts_whole_breaths(void **state)
{
  (void)state;
  check_train(MIX_INSERT, 7 * SECOND);
}

static void a_pause_keeps_breath_and_session_together(void **state)
{
  (void)state;
  struct mixing mixing;
  mixing_init(&mixing);
  add_breaths(&mixing, 0, 2);
  mixing_begin(&mixing, false);
  free(mixing_render(&mixing, 3 * SECOND));
  mixing_send(&mixing, MIX_PAUSE);
  free(mixing_render(&mixing, SECOND));
  struct mix_status paused;
  mixer_read_status(mixing.mixer, &paused);
  mixing_send(&mixing, MIX_RUN);
  free(mixing_render(&mixing, SECOND));
  struct mix_status status;
  mixer_read_status(mixing.mixer, &status);
  assert_int_equal(status.clock, MIX_CLOCK_RUNNING);
  assert_true(status.session_frame > paused.session_frame + SECOND - 300);
  mixing_finish(&mixing);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_contour_tells_the_phases_apart),
      cmocka_unit_test(breathing_is_12_lu_under_speech),
      cmocka_unit_test(air_brightens_and_darkens),
      cmocka_unit_test(a_stand_lasts_whole_breaths),
      cmocka_unit_test(added_time_lasts_whole_breaths),
      cmocka_unit_test(a_pause_keeps_breath_and_session_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
