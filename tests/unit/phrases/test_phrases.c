/* Phrases in the language of the routine. */

#include "unit.h"

#include "base/frames.h"
#include "phrases/phrases.h"

static void the_first_subtag_chooses(void **state)
{
  (void)state;
  static const char *const german[] = {"de", "de-at", "DE", "de_DE.UTF-8"};
  for (size_t i = 0; i < 4; i++) {
    assert_string_equal(phrase(phrases_for(german[i]), "Halfway."),
                        "Die Hälfte ist um.");
  }
  assert_string_equal(phrase(phrases_for("fr-ca"), "Paused."), "En pause.");
  assert_string_equal(phrase(phrases_for("es"), "left side"), "lado izquierdo");
  assert_string_equal(phrase(phrases_for("hi"), "Left side."), "बायीं ओर।");
}

static void english_needs_no_catalogue(void **state)
{
  (void)state;
  static const char *const others[] = {"en-gb", "", "xx", "deu", "d"};
  for (size_t i = 0; i < 5; i++) {
    assert_string_equal(phrase(phrases_for(others[i]), "Halfway."), "Halfway.");
  }
  assert_string_equal(phrases_language(phrases_for("de-ch")), "de");
  assert_string_equal(phrases_language(phrases_for("xx")), "en");
}

static void an_unknown_phrase_is_said_as_it_is(void **state)
{
  (void)state;
  assert_string_equal(phrase(phrases_for("de"), "No such phrase."),
                      "No such phrase.");
}

static void assert_form(const char *language, int64_t count,
                        const char *expected)
{
  assert_string_equal(
      phrase_plural(phrases_for(language), "breath", "breaths", count),
      expected);
}

static void forms_follow_the_language(void **state)
{
  (void)state;
  assert_form("fr", 0, "respiration");
  assert_form("fr", 2, "respirations");
  assert_form("de", 0, "Atemzüge");
  assert_form("de", 1, "Atemzug");
  assert_form("en", 1, "breath");
  assert_form("en", 0, "breaths");
  assert_form("pl", 1, "oddech");
  assert_form("pl", 3, "oddechy");
  assert_form("pl", 12, "oddechów");
  assert_form("pl", 22, "oddechy");
  assert_form("ru", 21, "вдох");
  assert_form("ru", 4, "вдоха");
  assert_form("ru", 11, "вдохов");
  assert_form("cs", 4, "nádechy");
  assert_form("cs", 5, "nádechů");
  assert_form("tr", 5, "nefes");
  assert_form("ja", 5, "こきゅう");
}

static void phrases_are_spoken_where_they_are_understood(void **state)
{
  (void)state;
  assert_string_equal(phrases_spoken_language("de-at"), "de-at");
  assert_string_equal(phrases_spoken_language("en-us"), "en-us");
  assert_string_equal(phrases_spoken_language("el"), "en-gb");
  assert_string_equal(phrases_spoken_language("he"), "en-gb");
}

static void assert_duration(const char *language, int64_t seconds,
                            const char *expected)
{
  struct text text = {0};
  phrases_append_duration(phrases_for(language), seconds * FRAME_RATE, &text);
  assert_string_equal(text_string(&text), expected);
  text_finish(&text);
}

static void lengths_are_rounded_as_people_say_them(void **state)
{
  (void)state;
  assert_duration("en", 0, "0 seconds");
  assert_duration("en", 1, "1 second");
  assert_duration("en", 95, "1 minute 35 seconds");
  assert_duration("en", 130, "2 minutes");
  assert_duration("en", 140, "2 minutes 30 seconds");
  assert_duration("en", 961, "16 minutes");
  assert_duration("en", 3600, "1 hour");
  assert_duration("en", 5430, "1 hour 31 minutes");
  assert_duration("de", 62, "eine Minute 2 Sekunden");
  assert_duration("de", 3660, "eine Stunde eine Minute");
  assert_duration("de", 1260, "21 Minuten");
  assert_duration("es", 60, "un minuto");
  assert_duration("es", 1260, "veintiún minutos");
  assert_duration("es", 31, "treinta y un segundos");
  assert_duration("fr", 61, "une minute une seconde");
  assert_duration("fr", 2460, "quarante et une minutes");
  assert_duration("fr", 2520, "42 minutes");
  assert_duration("it", 61, "un minuto un secondo");
  assert_duration("ru", 1260, "двадцать одна минута");
  assert_duration("ja", 70, "いっぷん じゅうびょう");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_subtag_chooses),
      cmocka_unit_test(english_needs_no_catalogue),
      cmocka_unit_test(an_unknown_phrase_is_said_as_it_is),
      cmocka_unit_test(forms_follow_the_language),
      cmocka_unit_test(phrases_are_spoken_where_they_are_understood),
      cmocka_unit_test(lengths_are_rounded_as_people_say_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
