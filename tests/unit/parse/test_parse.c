/* What the parser makes of statements. */

#include "support/loaded.h"

#include <string.h>

static const char evening[] =
    "title Evening\r\n"
    "value length 45 seconds, from 20 to 90 seconds\n"
    "exercise knee to chest\n"
    "  say Draw your @side knee in, away from the @other side.\n"
    "  hold @length with halfway and countdown from 3\n"
    "end exercise\n"
    "wait for me, at most 1 minute\n"
    "breathe in 4 out 6 for 6 breaths\n"
    "each side, right first\n"
    "  do Knee-To-Chest with length 30s\n"
    "end each side\n"
    "during 2 min\n"
    "  at halfway say Nothing to do.\n"
    "  every 30 seconds chime\n"
    "end\n";

static const struct statement *nth(const struct block *block, size_t n)
{
  const struct statement *statement = block->first;
  while (n-- > 0) {
    statement = statement->next;
  }
  return statement;
}

static void test_whole_routine(void **state)
{
  (void)state;
  struct loaded loaded;
  loaded_init(&loaded, evening);
  assert_int_equal(loaded.status, STATUS_OK);
  assert_int_equal(loaded.diagnostics.count, 0);
  const struct routine *routine = loaded.script->main;
  assert_string_equal(routine->title.pieces[0].text, "Evening");
  assert_int_equal(routine->values->kind, VALUE_DURATION);
  assert_true(routine->values->has_range);
  const struct statement *wait = nth(&routine->body, 0);
  assert_int_equal(wait->kind, STATEMENT_WAIT);
  assert_int_equal(wait->wait.limit.parts[0].unit, UNIT_MINUTES);
  const struct statement *breathe = nth(&routine->body, 1);
  assert_true(breathe->breathe.has_breaths);
  assert_true(breathe->breathe.breaths.number == 6);
  const struct statement *sides = nth(&routine->body, 2);
  assert_int_equal(sides->each_side.first, SIDE_RIGHT);
  const struct statement *use = nth(&sides->each_side.body, 0);
  assert_ptr_equal(use->use.exercise, routine->exercises);
  assert_string_equal(use->use.arguments->value, "length");
  assert_true(use->use.arguments->duration.parts[0].number == 30);
  const struct statement *during = nth(&routine->body, 3);
  assert_int_equal(during->during.duration.parts[0].unit, UNIT_MINUTES);
  assert_int_equal(nth(&during->during.body, 1)->span_cue.when, CUE_EVERY);
  loaded_finish(&loaded);
}

static void test_pieces(void **state)
{
  (void)state;
  struct loaded loaded;
  loaded_init(&loaded, evening);
  const struct words *words =
      &loaded.script->main->exercises->body.first->say.words;
  assert_int_equal(words->count, 5);
  assert_string_equal(words->pieces[0].text, "Draw your ");
  assert_int_equal(words->pieces[1].kind, PIECE_SIDE);
  assert_string_equal(words->pieces[2].text, " knee in, away from the ");
  assert_int_equal(words->pieces[3].kind, PIECE_OTHER_SIDE);
  assert_string_equal(words->pieces[4].text, ".");
  loaded_finish(&loaded);
}

static void test_passage(void **state)
{
  (void)state;
  struct loaded loaded;
  loaded_init(&loaded, "say\n   One.  \n\n  note Two @@ three.\nEND Say\n");
  assert_int_equal(loaded.status, STATUS_OK);
  assert_string_equal(loaded.script->main->body.first->say.words.pieces[0].text,
                      "One.\nnote Two @ three.");
  loaded_finish(&loaded);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_whole_routine),
      cmocka_unit_test(test_pieces),
      cmocka_unit_test(test_passage),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
