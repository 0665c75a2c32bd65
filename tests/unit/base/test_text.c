/* The growing string, with memory and without. */

#include "unit.h"

#include "base/text.h"
#include "support/allocator.h"

#include <stdlib.h>
#include <string.h>

static void appends_add_up(void **state)
{
  (void)state;
  struct text text;
  text_init(&text);
  assert_string_equal(text_string(&text), "");
  text_append(&text, "lie ");
  text_append_bytes(&text, "downwards", 4);
  text_append_format(&text, " for %d minutes", 20);
  assert_string_equal(text_string(&text), "lie down for 20 minutes");
  assert_int_equal(text.length, strlen("lie down for 20 minutes"));
  text_clear(&text);
  assert_string_equal(text_string(&text), "");
  assert_int_equal(text.length, 0);
  text_finish(&text);
  assert_null(text.bytes);
}

static void a_long_text_keeps_every_byte(void **state)
{
  (void)state;
  struct text text = {0};
  for (int i = 0; i < 10000; i++) {
    text_append_format(&text, "%04d", i);
  }
  assert_int_equal(text.length, 40000);
  assert_memory_equal(text.bytes + 4 * 1234, "1234", 4);
  assert_memory_equal(text.bytes + 4 * 9999, "9999", 5);
  text_finish(&text);
}

static void taking_hands_over_the_bytes(void **state)
{
  (void)state;
  struct text text = {0};
  char *empty = text_take(&text);
  assert_string_equal(empty, "");
  free(empty);
  text_append(&text, "breathe");
  char *taken = text_take(&text);
  assert_string_equal(taken, "breathe");
  assert_int_equal(text.length, 0);
  free(taken);
}

static void a_failure_is_kept_and_stops_appending(void **state)
{
  (void)state;
  struct text text = {0};
  text_append(&text, "short");
  allocator_fail_after(0);
  for (int i = 0; i < 20; i++) {
    text_append_format(&text, "%s", "this does not fit");
  }
  assert_true(allocator_recover());
  assert_int_equal(text.status, STATUS_NO_MEMORY);
  const size_t length = text.length;
  text_append(&text, "x");
  assert_int_equal(text.length, length);
  assert_null(text_take(&text));
  assert_int_equal(text.status, STATUS_OK);
  assert_null(text.bytes);
}

static void an_impossible_length_is_refused(void **state)
{
  (void)state;
  struct text text = {0};
  text_append_bytes(&text, "x", SIZE_MAX - 1);
  assert_int_equal(text.status, STATUS_NO_MEMORY);
  text_finish(&text);
  assert_int_equal(text.status, STATUS_OK);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(appends_add_up),
      cmocka_unit_test(a_long_text_keeps_every_byte),
      cmocka_unit_test(taking_hands_over_the_bytes),
      cmocka_unit_test(a_failure_is_kept_and_stops_appending),
      cmocka_unit_test(an_impossible_length_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
