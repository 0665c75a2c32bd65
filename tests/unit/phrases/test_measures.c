/* Numbers and their units in the words of a language. */

#include "unit.h"

#include "phrases/kana.h"
#include "phrases/measures.h"

static void assert_measure(const char *language, double number,
                           enum measure measure, const char *expected)
{
  struct text text = {0};
  measures_append(language, number, measure, &text);
  assert_string_equal(text_string(&text), expected);
  text_finish(&text);
}

static void plurals_follow_the_language(void **state)
{
  (void)state;
  assert_measure("en-gb", 1, MEASURE_MINUTE, "1 minute");
  assert_measure("en-gb", 0, MEASURE_SECOND, "0 seconds");
  assert_measure("en-gb", 2.5, MEASURE_SECOND, "2.5 seconds");
  assert_measure("en-gb", 10, MEASURE_CENTIMETRE, "10 centimetres");
  assert_measure("ru", 5, MEASURE_SECOND, "5 секунд");
  assert_measure("ru", 3, MEASURE_SECOND, "3 секунды");
  assert_measure("cs", 3, MEASURE_HOUR, "3 hodiny");
  assert_measure("cs", 5, MEASURE_HOUR, "5 hodin");
  assert_measure("tr", 21, MEASURE_MINUTE, "21 dakika");
  assert_measure("nl", 2, MEASURE_HOUR, "2 uur");
}

static void numbers_agree_with_what_they_count(void **state)
{
  (void)state;
  assert_measure("de", 1, MEASURE_HOUR, "eine Stunde");
  assert_measure("de", 1, MEASURE_KILOGRAM, "ein Kilogramm");
  assert_measure("de-ch", 21, MEASURE_MINUTE, "21 Minuten");
  assert_measure("es", 21, MEASURE_MINUTE, "veintiún minutos");
  assert_measure("es-mx", 21, MEASURE_HOUR, "veintiuna horas");
  assert_measure("pt", 2, MEASURE_HOUR, "duas horas");
  assert_measure("pl", 22, MEASURE_SECOND, "dwadzieścia dwie sekundy");
  assert_measure("ru", 21, MEASURE_MINUTE, "двадцать одна минута");
  assert_measure("ru", 21, MEASURE_HOUR, "21 час");
  assert_measure("uk", 2, MEASURE_HOUR, "дві години");
  assert_measure("sv", 1, MEASURE_MINUTE, "en minut");
  assert_measure("it", 1, MEASURE_HOUR, "una ora");
}

static void japanese_is_kana(void **state)
{
  (void)state;
  static const struct {
    int minutes;
    const char *expected;
  } lengths[] = {
      {1, "いっぷん"},      {2, "にふん"},        {3, "さんぷん"},
      {6, "ろっぷん"},      {8, "はっぷん"},      {10, "じゅっぷん"},
      {12, "じゅうにふん"}, {20, "にじゅっぷん"}, {31, "さんじゅういっぷん"},
      {100, "ひゃくふん"}};
  for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
    assert_measure("ja", lengths[i].minutes, MEASURE_MINUTE,
                   lengths[i].expected);
  }
  assert_measure("ja", 4, MEASURE_HOUR, "よじかん");
  assert_measure("ja", 45, MEASURE_SECOND, "よんじゅうごびょう");
  assert_measure("ja", 2.5, MEASURE_SECOND, "2.5びょう");
}

static void assert_kana(int number, const char *expected)
{
  struct text text = {0};
  kana_append_number(number, &text);
  assert_string_equal(text_string(&text), expected);
  text_finish(&text);
}

static void kana_numbers_change_their_sounds(void **state)
{
  (void)state;
  assert_kana(0, "ぜろ");
  assert_kana(10, "じゅう");
  assert_kana(19, "じゅうきゅう");
  assert_kana(300, "さんびゃく");
  assert_kana(321, "さんびゃくにじゅういち");
  assert_kana(600, "ろっぴゃく");
  assert_kana(8888, "はっせんはっぴゃくはちじゅうはち");
  assert_kana(3000, "さんぜん");
}

static void an_unknown_language_is_said_somehow(void **state)
{
  (void)state;
  struct text text = {0};
  measures_append("xx", 5, MEASURE_SECOND, &text);
  assert_true(text.length > 1);
  text_finish(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plurals_follow_the_language),
      cmocka_unit_test(numbers_agree_with_what_they_count),
      cmocka_unit_test(japanese_is_kana),
      cmocka_unit_test(kana_numbers_change_their_sounds),
      cmocka_unit_test(an_unknown_language_is_said_somehow),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
