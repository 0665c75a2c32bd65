/* Texts that look alike become alike. */

#include "unit.h"

#include "base/unicode.h"

#include <string.h>

static void assert_made(void (*append)(const char *, size_t, struct text *),
                        const char *from, const char *expected)
{
  struct text text = {0};
  append(from, strlen(from), &text);
  assert_string_equal(text_string(&text), expected);
  text_finish(&text);
}

static void marks_join_their_letters(void **state)
{
  (void)state;
  assert_made(unicode_append_composed,
              "O\xCC\x88"
              "ffne",
              "Öffne");
  assert_made(unicode_append_composed,
              "man\xCC\x83"
              "ana",
              "mañana");
  assert_made(unicode_append_composed, "plain", "plain");
  assert_made(unicode_append_composed, "", "");
  /* Two marks in the order that does not compose. */
  assert_made(unicode_append_composed, "s\xCC\xA3\xCC\x87", "ṩ");
  assert_false(unicode_is_composed("u\xCC\x88", 3));
  assert_true(unicode_is_composed("ü", 2));
}

static void malformed_bytes_stay(void **state)
{
  (void)state;
  assert_made(unicode_append_composed, "a\xFF\xCC\x88", "a\xFF\xCC\x88");
  assert_true(unicode_is_composed("u\xCC\x88\xFF", 4));
}

static void other_forms_become_letters(void **state)
{
  (void)state;
  assert_made(unicode_append_compatible, "𝗣𝗹𝗮𝗻𝗸", "Plank");
  assert_made(unicode_append_compatible, "３０", "30");
  assert_made(unicode_append_compatible, "ﬁ", "fi");
}

static void latin_loses_its_marks(void **state)
{
  (void)state;
  assert_made(unicode_append_ascii, "Vṛkṣāsana", "Vrksasana");
  assert_made(unicode_append_ascii, "Łódź", "Lodz");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_join_their_letters),
      cmocka_unit_test(malformed_bytes_stay),
      cmocka_unit_test(other_forms_become_letters),
      cmocka_unit_test(latin_loses_its_marks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
