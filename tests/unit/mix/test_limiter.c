/* What leaves the limiter as it came, and what it leaves out. */

#include "unit.h"

#include "mix/limiter.h"

#include <float.h>
#include <stdlib.h>

/* The output that belongs to an input which stands still. */
static float settled(float sample)
{
  struct limiter *limiter = calloc(1, sizeof(*limiter));
  assert_non_null(limiter);
  limiter_init(limiter);
  const float in[2] = {sample, -sample};
  float out[2] = {1.0f, 1.0f};
  for (int i = 0; i < 4 * LIMITER_DELAY; i++) {
    limiter_step(limiter, in, out);
  }
  assert_true(out[0] == -out[1]);
  free(limiter);
  return out[0];
}

static void what_is_quiet_enough_passes(void **state)
{
  (void)state;
  static const float samples[] = {0.5f, 1e-3f, 1e-7f, 1e-20f, 0.0f};
  for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
    assert_true(settled(samples[i]) == samples[i]);
  }
}

static void denormal_numbers_are_silence(void **state)
{
  (void)state;
  assert_true(settled(FLT_MIN / 2) == 0.0f);
  assert_true(settled(1e-40f) == 0.0f);
}

/* The gain that one frame needs must have come all the way down when the frame
   leaves, or the frame leaves too loud: 1 dB under full scale is 0.8913. */
static void a_single_loud_frame_does_not_slip_through(void **state)
{
  (void)state;
  struct limiter *limiter = calloc(1, sizeof(*limiter));
  assert_non_null(limiter);
  limiter_init(limiter);
  float most = 0.0f;
  for (int i = 0; i < 4 * LIMITER_DELAY; i++) {
    const float sample = i == LIMITER_DELAY ? 40.0f : 0.0f;
    const float in[2] = {sample, 0.0f};
    float out[2] = {0.0f, 0.0f};
    limiter_step(limiter, in, out);
    most = out[0] > most ? out[0] : most;
  }
  assert_true(most > 0.5f);
  assert_true(most < 0.8914f);
  free(limiter);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_quiet_enough_passes),
      cmocka_unit_test(denormal_numbers_are_silence),
      cmocka_unit_test(a_single_loud_frame_does_not_slip_through),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
