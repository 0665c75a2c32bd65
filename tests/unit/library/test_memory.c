/* Every allocation of loading and formatting fails once, and nothing leaks or
   is taken for success. */

#include "library/format_file.h"
#include "support/allocator.h"
#include "support/loaded.h"

#include <string.h>

static const char good[] = "title Evening\n"
                           "author Ada\n"
                           "language en-gb\n"
                           "pronounce psoas as so az\n"
                           "value length 45s, from 20 to 90 seconds\n"
                           "value level gentle or strong\n"
                           "value n three\n"
                           "exercise knee to chest\n"
                           "say Draw your @side knee in, @@ the @other side.\n"
                           "hold @length with halfway, countdown from 3\n"
                           "end\n"
                           "each side\n"
                           "do knee to chest with length 30s\n"
                           "end\n"
                           "when level is strong\n"
                           "repeat @n\n"
                           "say\nRound @round.\nAgain.\nend\n"
                           "end\n"
                           "otherwise\n"
                           "background brown noise quiet\n"
                           "end\n"
                           "during 2 min\n"
                           "at halfway say Nothing.\n"
                           "every 30s chime low\n"
                           "end\n"
                           "reps 3\nmove Lift for 2s\nend\n";

static const char wrong[] = "holdd 30 seconds\n"
                            "value length 3\n"
                            "hold 30 secnods\n"
                            "say @nothing\n"
                            "repeat 3 times\n"
                            "do something\n"
                            "include nothing\n"
                            "end each side\n";

static void load_with_few_allocations(const char *text, enum status wanted)
{
  struct loaded loaded;
  bool refused = true;
  for (long count = 0; refused; count++) {
    struct diagnostics diagnostics;
    struct script *script = NULL;
    loaded_init(&loaded, text);
    diagnostics_init(&diagnostics);
    allocator_fail_after(count);
    const enum status status =
        script_load(loaded.path, &loaded.library, &diagnostics, &script);
    refused = allocator_recover();
    assert_true(status == STATUS_NO_MEMORY || status == wanted);
    assert_true(refused || status == wanted);
    assert_int_equal(script == NULL, status == STATUS_NO_MEMORY);
    diagnostics_finish(&diagnostics);
    script_destroy(script);
    loaded_finish(&loaded);
    assert_true(count < 10000);
  }
}

static void loading_a_good_routine(void **state)
{
  (void)state;
  load_with_few_allocations(good, STATUS_OK);
}

static void loading_a_wrong_routine(void **state)
{
  (void)state;
  load_with_few_allocations(wrong, STATUS_BAD_ROUTINE);
}

static void formatting(void **state)
{
  (void)state;
  struct loaded loaded;
  struct text whole = {0};
  bool refused = true;
  loaded_init(&loaded, good);
  for (long count = 0; refused; count++) {
    struct diagnostics diagnostics;
    struct script *script = NULL;
    struct text out = {0};
    diagnostics_init(&diagnostics);
    allocator_fail_after(count);
    const enum status status = format_file(loaded.path, &loaded.library, false,
                                           &diagnostics, &script, &out);
    refused = allocator_recover();
    assert_int_equal(status, refused ? STATUS_NO_MEMORY : STATUS_OK);
    if (status == STATUS_OK) {
      text_append(&whole, text_string(&out));
    }
    text_finish(&out);
    diagnostics_finish(&diagnostics);
    script_destroy(script);
  }
  assert_non_null(strstr(text_string(&whole), "repeat @n times\n"));
  text_finish(&whole);
  loaded_finish(&loaded);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(loading_a_good_routine),
      cmocka_unit_test(loading_a_wrong_routine),
      cmocka_unit_test(formatting),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
