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
                        "Halbzeit.");
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

static void forms_follow_the_language(void **state)
{
  (void)state;
  const struct phrases *french = phrases_for("fr");
  const struct phrases *german = phrases_for("de");
  assert_string_equal(phrase_plural(french, "hour", "hours", 0), "heure");
  assert_string_equal(phrase_plural(french, "hour", "hours", 2), "heures");
  assert_string_equal(phrase_plural(german, "hour", "hours", 0), "Stunden");
  assert_string_equal(phrase_plural(german, "hour", "hours", 1), "Stunde");
  assert_string_equal(phrase_plural(phrases_for("en"), "hour", "hours", 1),
                      "hour");
  assert_string_equal(phrase_plural(phrases_for("en"), "hour", "hours", 0),
                      "hours");
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
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_subtag_chooses),
      cmocka_unit_test(english_needs_no_catalogue),
      cmocka_unit_test(an_unknown_phrase_is_said_as_it_is),
      cmocka_unit_test(forms_follow_the_language),
      cmocka_unit_test(lengths_are_rounded_as_people_say_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
