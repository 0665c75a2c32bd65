/* Limits, each with its own error, and files made to keep the parser busy. */

#include "base/text.h"
#include "support/loaded.h"

#include <string.h>

static void append_lines(struct text *out, const char *line, int count)
{
  for (int i = 0; i < count; i++) {
    text_append(out, line);
  }
}

static void assert_only_error(struct text *text, const char *wanted)
{
  struct loaded loaded;
  loaded_init(&loaded, text_string(text));
  assert_int_equal(loaded.status, STATUS_BAD_ROUTINE);
  assert_int_equal(loaded.diagnostics.error_count, 1);
  assert_non_null(strstr(loaded.diagnostics.items[0].message, wanted));
  loaded_finish(&loaded);
  text_finish(text);
}

static void values_are_limited(void **state)
{
  (void)state;
  struct text text = {0};
  for (int i = 0; i < 257; i++) {
    text_append_format(&text, "value v%d 1\n", i);
  }
  assert_only_error(&text, "256 values at most");
}

static void exercises_are_limited(void **state)
{
  (void)state;
  struct text text = {0};
  for (int i = 0; i < 1001; i++) {
    text_append_format(&text, "exercise e%d\nend\n", i);
  }
  assert_only_error(&text, "1000 exercises at most");
}

static void blocks_inside_one_another_are_limited(void **state)
{
  (void)state;
  struct text text = {0};
  append_lines(&text, "repeat 2 times\n", 33);
  assert_only_error(&text, "more than 32 blocks");
}

static void thirty_two_blocks_are_fine(void **state)
{
  (void)state;
  struct text text = {0};
  struct loaded loaded;
  append_lines(&text, "repeat 2 times\n", 32);
  text_append(&text, "chime\n");
  append_lines(&text, "end repeat\n", 32);
  loaded_init(&loaded, text_string(&text));
  assert_int_equal(loaded.status, STATUS_OK);
  loaded_finish(&loaded);
  text_finish(&text);
}

static void exercises_inside_one_another_are_limited(void **state)
{
  (void)state;
  struct text text = {0};
  for (int i = 0; i < 40; i++) {
    text_append_format(&text, "exercise e%d\ndo e%d\nend\n", i, i + 1);
  }
  text_append(&text, "exercise e40\nchime\nend\ndo e0\n");
  assert_only_error(&text, "More than 32 exercises use one another");
}

static void a_thousand_errors_are_kept_and_all_are_counted(void **state)
{
  (void)state;
  struct text text = {0};
  struct loaded loaded;
  append_lines(&text, "holdd 3 seconds\n", 3000);
  loaded_init(&loaded, text_string(&text));
  assert_int_equal(loaded.diagnostics.count, 1000);
  assert_int_equal(loaded.diagnostics.error_count, 3000);
  loaded_finish(&loaded);
  text_finish(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(values_are_limited),
      cmocka_unit_test(exercises_are_limited),
      cmocka_unit_test(blocks_inside_one_another_are_limited),
      cmocka_unit_test(thirty_two_blocks_are_fine),
      cmocka_unit_test(exercises_inside_one_another_are_limited),
      cmocka_unit_test(a_thousand_errors_are_kept_and_all_are_counted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
