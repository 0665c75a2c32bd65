/* Names as they are compared. */

#include "unit.h"

#include "script/name.h"

#include <string.h>

static void assert_folds(const char *name, const char *wanted)
{
  struct text folded = {0};
  name_append_folded(name, strlen(name), &folded);
  assert_string_equal(text_string(&folded), wanted);
  text_finish(&folded);
}

static void case_hyphens_and_spaces_do_not_count(void **state)
{
  (void)state;
  assert_folds("Knee-To-Chest", "knee to chest");
  assert_folds("  knee \t to\xC2\xA0"
               "chest ",
               "knee to chest");
  assert_folds("knee_to - chest", "knee to chest");
  assert_folds("", "");
  assert_folds("-", "");
}

static void letters_of_many_scripts_fold(void **state)
{
  (void)state;
  assert_folds("ÄÖÜ ÉÇ Ø", "äöü éç ø");
  assert_folds("ŽIŽKA Ł Č Ÿ", "žižka ł č ÿ");
  assert_folds("ΆΣΑΝΑ ΌΏ ДЫХАНИЕ Ё", "άσανα όώ дыхание ё");
  assert_folds("× ÷ ß", "× ÷ ß");
  assert_folds("Hu\xCC\x88"
               "fte",
               "hüfte");
}

static void matching_quotes_are_stripped(void **state)
{
  (void)state;
  assert_folds("\"Lie down\"", "lie down");
  assert_folds("“Lie down”", "lie down");
  assert_folds("„Lie down“", "lie down");
  assert_folds("« lie down »", "lie down");
  assert_folds("‘child’s pose’", "child's pose");
  assert_folds("child’s pose", "child's pose");
}

static void other_quotes_stay(void **state)
{
  (void)state;
  assert_folds("\"lie\" or \"sit\"", "\"lie\" or \"sit\"");
  assert_folds("\"lie down", "\"lie down");
  assert_folds("\"", "\"");
  assert_folds("lie \"down\"", "lie \"down\"");
}

static void names_are_the_same_when_they_fold_alike(void **state)
{
  (void)state;
  assert_true(name_is_same("Knee-to-chest", "knee to  CHEST"));
  assert_true(name_is_same("“ÉTIREMENT”", "étirement"));
  assert_false(name_is_same("knee", "knee to chest"));
  assert_false(name_is_same("knee to chest", "knee"));
  assert_true(name_is_same("", " "));
}

static void malformed_bytes_are_no_danger(void **state)
{
  (void)state;
  assert_folds("a\xFF\xC3", "a\xEF\xBF\xBD\xEF\xBF\xBD");
  assert_int_equal(name_trim_space("\xA0\x80\x80\x80\x80", 5), 5);
  assert_int_equal(name_skip_space("\xE2\x80", 2), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(case_hyphens_and_spaces_do_not_count),
      cmocka_unit_test(letters_of_many_scripts_fold),
      cmocka_unit_test(matching_quotes_are_stripped),
      cmocka_unit_test(other_quotes_stay),
      cmocka_unit_test(names_are_the_same_when_they_fold_alike),
      cmocka_unit_test(malformed_bytes_are_no_danger),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
