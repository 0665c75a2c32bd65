/* The nearest word to a mistyped one. */

#include "unit.h"

#include "base/nearest.h"

#include <string.h>

static void distances_count_edits(void **state)
{
  (void)state;
  assert_int_equal(edit_distance("hold", "hold"), 0);
  assert_int_equal(edit_distance("HOLD", "hold"), 0);
  assert_int_equal(edit_distance("holdd", "hold"), 1);
  assert_int_equal(edit_distance("hodl", "hold"), 1);
  assert_int_equal(edit_distance("hld", "hold"), 1);
  assert_int_equal(edit_distance("", "hold"), 4);
  assert_int_equal(edit_distance("hold", ""), 4);
  assert_int_equal(edit_distance("rest", "pause"), 4);
}

static const char *nearest_of(const char *typed, const char *one,
                              const char *other)
{
  struct nearest search = {.typed = typed};
  nearest_consider(&search, one);
  nearest_consider(&search, other);
  return search.nearest;
}

static void only_what_is_near_is_suggested(void **state)
{
  (void)state;
  assert_string_equal(nearest_of("rendr", "play", "render"), "render");
  assert_string_equal(nearest_of("ply", "plan", "play"), "play");
  assert_null(nearest_of("xyz", "play", "plan"));
  assert_null(nearest_of("pa", "play", "plan"));
}

static void long_words_are_cut_not_overrun(void **state)
{
  (void)state;
  char one[1000];
  char other[1000];
  memset(one, 'a', sizeof(one));
  memset(other, 'b', sizeof(other));
  one[sizeof(one) - 1] = other[sizeof(other) - 1] = '\0';
  assert_int_equal(edit_distance(one, other), 63);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(distances_count_edits),
      cmocka_unit_test(only_what_is_near_is_suggested),
      cmocka_unit_test(long_words_are_cut_not_overrun),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
