/* Session options as words, for a session that goes on later. */

#include "unit.h"

#include "base/frames.h"
#include "session/session_options.h"

#include <stdlib.h>

/* Writes a length as words, and reads those again. */
static int64_t there_and_back(int64_t frames)
{
  struct session_options options;
  session_options_init(&options);
  options.plan.fit_frames = frames;
  char **words;
  size_t count;
  session_options_words(&options, &words, &count);
  assert_int_equal(count, 1);
  struct session_options again;
  session_options_init(&again);
  struct text wrong = {0};
  assert_int_equal(session_options_take(&again, words, count, &wrong),
                   STATUS_OK);
  assert_int_equal(wrong.length, 0);
  const int64_t read = again.plan.fit_frames;
  text_finish(&wrong);
  session_options_finish(&again);
  session_options_finish(&options);
  free(words[0]);
  free(words);
  return read;
}

static void test_fit(void **state)
{
  (void)state;
  const int64_t day = INT64_C(24) * 3600 * FRAME_RATE;
  const int64_t lengths[] = {1,           FRAME_RATE - 1, 61 * FRAME_RATE + 1,
                             day / 3 + 1, day - 1,        day};
  for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
    assert_int_equal(there_and_back(lengths[i]), lengths[i]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
