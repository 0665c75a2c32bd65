/* Lengths of time outside a routine. */

#include "unit.h"

#include "base/frames.h"
#include "script/tree.h"
#include "terms/duration.h"

#include <stdio.h>

static void check_seconds(const char *text, int64_t seconds)
{
  int64_t frames = 0;
  if (!duration_read_frames(text, &frames)) {
    print_error("%s is not read\n", text);
    fail();
  }
  assert_int_equal(frames, seconds * FRAME_RATE);
}

static void test_spellings(void **state)
{
  (void)state;
  check_seconds("90s", 90);
  check_seconds("20m", 1200);
  check_seconds("20 mins", 1200);
  check_seconds("20 Minutes", 1200);
  check_seconds("1m30s", 90);
  check_seconds("1 hr", 3600);
  check_seconds("2 hrs", 7200);
  check_seconds("1 minute 30 seconds", 90);
  check_seconds("1 hour, 2 minutes and 3 seconds", 3723);
  check_seconds("twenty-five minutes", 1500);
  check_seconds("  a minute ", 60);
  check_seconds("24h", 86400);
  check_seconds("0 hours 59 minutes 60.000000 seconds", 3600);
}

static void test_refusals(void **state)
{
  (void)state;
  static const char *const refused[] = {
      "",       " ",           "20",        "minutes",    "-5m",
      "25h",    "0s",          "1e3m",      "20 parsecs", "20m off",
      "30s 1m", "@length",     "@length m", "6 breaths",  "20 \xFFm",
      "1:30",   "exactly 20m", "24h 1s",
  };
  for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
    int64_t frames = 17;
    if (duration_read_frames(refused[i], &frames)) {
      print_error("\"%s\" is read\n", refused[i]);
      fail();
    }
    assert_int_equal(frames, 17);
  }
}

static void test_breaths(void **state)
{
  (void)state;
  struct duration duration;
  assert_true(duration_read("six breaths", &duration));
  assert_true(duration_in_breaths(&duration));
  assert_true(duration_number(&duration) == 6);
  assert_true(duration_read("2 hours 30s", &duration));
  assert_false(duration_in_breaths(&duration));
  assert_true(duration_number(&duration) == 7230);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spellings),
      cmocka_unit_test(test_refusals),
      cmocka_unit_test(test_breaths),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
