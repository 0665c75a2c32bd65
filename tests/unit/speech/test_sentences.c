/* Where sentences end. */

#include "unit.h"

#include "speech/sentences.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Joins the sentences of a text with bars between them. */
static const char *split(const char *text, const char *language)
{
  static char joined[4096];
  struct sentence sentence;
  joined[0] = '\0';
  while (sentence_next(&text, language, &sentence)) {
    strncat(joined, joined[0] ? "|" : "", sizeof(joined) - 1);
    strncat(joined, sentence.bytes, sentence.length);
  }
  return joined;
}

static void sentences_end_with_their_marks(void **state)
{
  (void)state;
  assert_string_equal(split("One. Two! Three? Four", "en"),
                      "One.|Two!|Three?|Four");
  assert_string_equal(split("Really?! Yes... No.", "en"),
                      "Really?!|Yes...|No.");
  assert_string_equal(split("\"Let go.\" (Slowly.) Now.", "en"),
                      "\"Let go.\"|(Slowly.)|Now.");
  assert_string_equal(split("Wait\xE2\x80\xA6 and go on.", "en"),
                      "Wait\xE2\x80\xA6 and go on.");
}

static void white_space_is_no_sentence(void **state)
{
  (void)state;
  assert_string_equal(split("", "en"), "");
  assert_string_equal(split(" \n\t\xC2\xA0 ", "en"), "");
  assert_string_equal(split("  One.  \n\n Two. ", "en"), "One.|Two.");
}

static void line_feeds_are_spaces(void **state)
{
  (void)state;
  assert_string_equal(split("Lie on\nyour back.\nBreathe.", "en"),
                      "Lie on\nyour back.|Breathe.");
}

static void stops_inside_words_end_nothing(void **state)
{
  (void)state;
  assert_string_equal(split("It is 3.5 cm. Good.", "en"),
                      "It is 3.5 cm.|Good.");
  assert_string_equal(split("Ask Dr. Smith or e.g. J. Bach.", "en"),
                      "Ask Dr. Smith or e.g. J. Bach.");
  assert_string_equal(split("You and I. Now.", "en"), "You and I.|Now.");
  assert_string_equal(split("Go to step 3. then rest.", "en"),
                      "Go to step 3. then rest.");
}

static void languages_have_their_own_abbreviations(void **state)
{
  (void)state;
  assert_string_equal(split("Atme z.B. Luft. Gut.", "de"),
                      "Atme z.B. Luft.|Gut.");
  assert_string_equal(split("Atme z. B. Luft, bzw. Ruhe.", "de-at"),
                      "Atme z. B. Luft, bzw. Ruhe.");
  assert_string_equal(split("Pregunte a la Sra. Ruiz. Bien.", "es"),
                      "Pregunte a la Sra. Ruiz.|Bien.");
  assert_string_equal(split("Voyez Mme. Blanc. Bien.", "fr"),
                      "Voyez Mme. Blanc.|Bien.");
  assert_string_equal(split("Voil\xC3\xA0. Bien.", "fr"),
                      "Voil\xC3\xA0.|Bien.");
}

static void a_small_letter_goes_on_except_on_a_line_of_its_own(void **state)
{
  (void)state;
  assert_string_equal(split("About approx. three. let go.", "en"),
                      "About approx. three. let go.");
  assert_string_equal(split("breathe in.\nand let go.\r\n  rest.", "en"),
                      "breathe in.|and let go.|rest.");
  assert_string_equal(split("breathe in\nand let go.", "en"),
                      "breathe in\nand let go.");
  assert_string_equal(split("Ask Dr.\nHenriette.", "en"),
                      "Ask Dr.\nHenriette.");
}

static void other_scripts_end_their_own_way(void **state)
{
  (void)state;
  assert_string_equal(split("साँस लें। छोड़ें।", "hi"), "साँस लें।|छोड़ें।");
  assert_string_equal(split("息を吸う。吐く。", "ja"), "息を吸う。|吐く。");
}

static void endless_sentences_are_cut_between_words(void **state)
{
  (void)state;
  char *text = calloc(1, 10001);
  for (int i = 0; i < 2000; i++) {
    memcpy(text + 5 * i, "word ", 5);
  }
  const char *rest = text;
  struct sentence sentence;
  size_t words = 0;
  while (sentence_next(&rest, "en", &sentence)) {
    assert_true(sentence.length <= SENTENCE_BYTES_MAX);
    assert_int_equal(sentence.length % 5, 4);
    words += (sentence.length + 1) / 5;
  }
  assert_int_equal(words, 2000);
  free(text);
}

static void text_without_a_blank_is_cut_between_code_points(void **state)
{
  (void)state;
  char *text = calloc(1, 9001);
  for (int i = 0; i < 3000; i++) {
    memcpy(text + 3 * i, "\xE2\x88\x9E", 3);
  }
  const char *rest = text;
  struct sentence sentence;
  while (sentence_next(&rest, "en", &sentence)) {
    assert_true(sentence.length <= SENTENCE_BYTES_MAX + 3);
    assert_int_equal(sentence.length % 3, 0);
  }
  free(text);
}

static void a_sentence_is_cut_at_its_limit_to_the_byte(void **state)
{
  (void)state;
  char *text = calloc(1, 2 * SENTENCE_BYTES_MAX + 1);
  memset(text, 'a', 2 * SENTENCE_BYTES_MAX);
  const char *rest = text;
  struct sentence sentence;
  for (int i = 0; i < 2; i++) {
    assert_true(sentence_next(&rest, "en", &sentence));
    assert_ptr_equal(sentence.bytes, text + i * SENTENCE_BYTES_MAX);
    assert_int_equal(sentence.length, SENTENCE_BYTES_MAX);
  }
  assert_false(sentence_next(&rest, "en", &sentence));
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sentences_end_with_their_marks),
      cmocka_unit_test(white_space_is_no_sentence),
      cmocka_unit_test(line_feeds_are_spaces),
      cmocka_unit_test(stops_inside_words_end_nothing),
      cmocka_unit_test(languages_have_their_own_abbreviations),
      cmocka_unit_test(a_small_letter_goes_on_except_on_a_line_of_its_own),
      cmocka_unit_test(other_scripts_end_their_own_way),
      cmocka_unit_test(endless_sentences_are_cut_between_words),
      cmocka_unit_test(a_sentence_is_cut_at_its_limit_to_the_byte),
      cmocka_unit_test(text_without_a_blank_is_cut_between_code_points),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
