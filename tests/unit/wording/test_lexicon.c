/* Words that are pronounced otherwise than they are written. */

#include "unit.h"

#include "support/loaded.h"
#include "wording/lexicon.h"

static void assert_spoken(const char *header, const char *words,
                          const char *expected)
{
  struct loaded loaded;
  struct lexicon lexicon;
  struct arena arena;
  struct text text = {0};
  arena_init(&arena);
  loaded_init(&loaded, header);
  assert_int_equal(loaded.status, STATUS_OK);
  const struct routine *routine = loaded.script->main;
  assert_int_equal(lexicon_init(&lexicon, loaded.script, &arena), STATUS_OK);
  lexicon_append(&lexicon, routine, routine, words, &text);
  assert_string_equal(text_string(&text), expected);
  text_finish(&text);
  lexicon_finish(&lexicon);
  loaded_finish(&loaded);
  arena_finish(&arena);
}

static void without_any_words_stay(void **state)
{
  (void)state;
  assert_spoken("say x\n", "The psoas, again.", "The psoas, again.");
}

static void whole_words_alone_are_replaced(void **state)
{
  (void)state;
  assert_spoken("pronounce psoas as so-as\nsay x\n",
                "Psoas? (psoas) psoases, my psoas-stretch. PSOAS",
                "so-as? (so-as) psoases, my so-as-stretch. so-as");
}

static void what_is_said_is_not_looked_up_again(void **state)
{
  (void)state;
  assert_spoken("pronounce a as b\npronounce b as a\nsay x\n", "a b a",
                "b a b");
}

static void the_longest_and_the_first_count(void **state)
{
  (void)state;
  assert_spoken("pronounce psoas as one\npronounce psoas major as two\n"
                "pronounce psoas as three\nsay x\n",
                "psoas psoas major psoas, major", "one two one, major");
}

static void letters_of_other_scripts_fold_too(void **state)
{
  (void)state;
  assert_spoken("pronounce Übung as Uebung\nsay x\n", "übung ÜBUNG Übungen",
                "Uebung Uebung Übungen");
}

static void odd_text_passes_through(void **state)
{
  (void)state;
  assert_spoken("pronounce x as y\nsay x\n", "", "");
  assert_spoken("pronounce x as y\nsay x\n", "  …!  ", "  …!  ");
  assert_spoken("pronounce x as y\nsay x\n", "x", "y");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_any_words_stay),
      cmocka_unit_test(whole_words_alone_are_replaced),
      cmocka_unit_test(what_is_said_is_not_looked_up_again),
      cmocka_unit_test(the_longest_and_the_first_count),
      cmocka_unit_test(letters_of_other_scripts_fold_too),
      cmocka_unit_test(odd_text_passes_through),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
