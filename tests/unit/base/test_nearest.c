/* The nearest word to a mistyped one. */

#include "unit.h"

#include "base/nearest.h"

#include <string.h>

static const char *nearest_of(const char *typed, const char *one,
                              const char *other)
{
  struct nearest search = {.typed = typed};
  nearest_consider(&search, one);
  nearest_consider(&search, other);
  return search.nearest;
}

static void one_edit_of_each_kind_is_near(void **state)
{
  (void)state;
  static const char *const typed[] = {"hold", "HOLD", "holdd", "hodl",
                                      "hld",  "gold", "old"};
  static const size_t distances[] = {0, 0, 1, 1, 1, 1, 1};
  for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++) {
    struct nearest search = {.typed = typed[i]};
    assert_true(nearest_consider(&search, "hold"));
    assert_int_equal(search.distance, distances[i]);
  }
}

static void only_what_is_near_is_suggested(void **state)
{
  (void)state;
  assert_string_equal(nearest_of("rendr", "play", "render"), "render");
  assert_string_equal(nearest_of("ply", "plan", "play"), "play");
  assert_null(nearest_of("xyz", "play", "plan"));
  assert_null(nearest_of("pa", "play", "plan"));
  assert_null(nearest_of("", "play", "plan"));
}

static void a_third_of_the_word_may_differ(void **state)
{
  (void)state;
  assert_string_equal(nearest_of("exzzcise", "pause", "exercise"), "exercise");
  assert_null(nearest_of("exzzzise", "pause", "exercise"));
}

static void the_first_letter_decides_between_equals(void **state)
{
  (void)state;
  assert_string_equal(nearest_of("pauce", "cauce", "pause"), "pause");
  assert_string_equal(nearest_of("dt", "at", "do"), "do");
  assert_string_equal(nearest_of("dt", "do", "at"), "do");
}

static void letters_are_counted_not_bytes(void **state)
{
  (void)state;
  assert_string_equal(nearest_of("büc", "x", "bäc"), "bäc");
}

static void the_given_length_is_read(void **state)
{
  (void)state;
  struct nearest search = {.typed = "hodl 30 seconds", .length = 4};
  assert_true(nearest_consider(&search, "hold"));
}

static void long_words_are_near_to_nothing(void **state)
{
  (void)state;
  char word[1000];
  memset(word, 'a', sizeof(word));
  word[sizeof(word) - 1] = '\0';
  struct nearest search = {.typed = word};
  assert_false(nearest_consider(&search, word));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_edit_of_each_kind_is_near),
      cmocka_unit_test(only_what_is_near_is_suggested),
      cmocka_unit_test(a_third_of_the_word_may_differ),
      cmocka_unit_test(the_first_letter_decides_between_equals),
      cmocka_unit_test(letters_are_counted_not_bytes),
      cmocka_unit_test(the_given_length_is_read),
      cmocka_unit_test(long_words_are_near_to_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
