/* What of the engine's silence stays around speech. */

#include "unit.h"

#include "voice/shape.h"

#include <stdlib.h>

#define LOUD 1000

static int64_t frames_of(size_t before, size_t after)
{
  const size_t count = before + LOUD + after;
  int16_t *samples = calloc(count, sizeof(*samples));
  assert_non_null(samples);
  for (size_t i = before; i < before + LOUD; i++) {
    samples[i] = 9000;
  }
  const int64_t frames = shape_count_frames(samples, count, &voice_styles[0]);
  free(samples);
  return frames;
}

/* A millisecond of it, 22 samples, keeps the resampler's overshoot whole. */
static void a_millisecond_of_silence_stays_at_both_ends(void **state)
{
  (void)state;
  const int64_t whole = frames_of(22, 22);
  assert_int_equal(frames_of(5000, 5000), whole);
  assert_int_equal(frames_of(22, 23), whole);
  assert_int_equal(frames_of(23, 22), whole);
  assert_true(frames_of(22, 21) < whole);
  assert_true(frames_of(21, 22) < whole);
  assert_true(frames_of(22, 0) < frames_of(22, 21));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_millisecond_of_silence_stays_at_both_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
