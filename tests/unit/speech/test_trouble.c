/* What a voice would say wrong is found before it is said. */

#include "unit.h"

#include "speech/speech.h"

#include <string.h>

/* Asserts the first trouble of a sentence, and where it is. */
static void assert_trouble(const char *sentence, const char *language,
                           enum speech_trouble_kind kind, const char *part)
{
  const struct speech_trouble trouble = speech_find_trouble(sentence, language);
  assert_int_equal(trouble.kind, kind);
  assert_int_equal(trouble.length, strlen(part));
  assert_memory_equal(trouble.bytes, part, strlen(part));
}

static void assert_fine(const char *sentence, const char *language)
{
  assert_int_equal(speech_find_trouble(sentence, language).kind, SPEECH_FINE);
}

static void markup_is_named(void **state)
{
  (void)state;
  assert_trouble("<li>Sit tall", "en", SPEECH_MARKUP, "<li>");
  assert_trouble("Sit tall.</p>", "en", SPEECH_MARKUP, "</p>");
  assert_trouble("Sit<br/>tall", "en", SPEECH_MARKUP, "<br/>");
  assert_trouble("See <a href=\"x\">this</a>", "en", SPEECH_MARKUP,
                 "<a href=\"x\">");
  assert_trouble("Sit **tall**", "en", SPEECH_MARKUP, "**");
  assert_trouble("* Sit tall", "en", SPEECH_MARKUP, "*");
  assert_trouble("## Sit tall", "en", SPEECH_MARKUP, "#");
  assert_trouble("Sit&nbsp;tall", "en", SPEECH_ENTITY, "&nbsp;");
  assert_trouble("Sit &#160; tall", "en", SPEECH_ENTITY, "&#160;");
}

static void signs_that_are_no_markup_are_fine(void **state)
{
  (void)state;
  assert_fine("If a < b and c > d, rest.", "en");
  assert_fine("I <3 this.", "en");
  assert_fine("Rock & roll; then rest.", "en");
  assert_fine("Do 3 * 10.", "en");
}

static void letters_of_another_script_are_named(void **state)
{
  (void)state;
  assert_trouble("Say दो now.", "en", SPEECH_FOREIGN_LETTERS, "दो");
  assert_trouble("Say \xE4\xBA\x8C now.", "en-gb", SPEECH_FOREIGN_LETTERS,
                 "\xE4\xBA\x8C");
  assert_trouble("ひだり 左", "ja", SPEECH_FOREIGN_LETTERS, "左");
  assert_trouble("Скажите δύο.", "ru", SPEECH_FOREIGN_LETTERS, "δύο");
}

static void letters_of_the_language_are_fine(void **state)
{
  (void)state;
  assert_fine("Öffne die Hüfte.", "de-at");
  assert_fine("Vṛkṣāsana, a café.", "en");
  assert_fine("ひだりの ひざを カタカナ", "ja");
  assert_fine("सांस लीजिए।", "hi");
  assert_fine("Дышите, yoga.", "ru");
  assert_fine("שב בשקט.", "he");
  assert_fine("Sit 坐.", "zh");
}

static void what_has_no_words_is_told(void **state)
{
  (void)state;
  assert_trouble("..", "en", SPEECH_NO_WORDS, "..");
  assert_trouble("- !", "en", SPEECH_NO_WORDS, "- !");
  assert_trouble("\xF0\x9F\x8E\x89", "en", SPEECH_NO_WORDS, "\xF0\x9F\x8E\x89");
  assert_fine("5", "en");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markup_is_named),
      cmocka_unit_test(signs_that_are_no_markup_are_fine),
      cmocka_unit_test(letters_of_another_script_are_named),
      cmocka_unit_test(letters_of_the_language_are_fine),
      cmocka_unit_test(what_has_no_words_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
