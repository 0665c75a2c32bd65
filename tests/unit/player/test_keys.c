/* Every key in every state, and what is said. */

#include "unit.h"

#include "control/keys.h"
#include "support/rehearsal.h"

#include <stdlib.h>
#include <string.h>

#define STEP_1 "Step 1 of 3. Bird dog, left side."
#define STEP_2 "Step 2 of 3. Knee to chest, right side, round 2."
#define STEP_3 "Step 3 of 3. Rest."
#define LEFT                                                                   \
  " 35 seconds left in this step. 1 minute 20 seconds left in the session. "   \
  "Next: "                                                                     \
  "Knee to chest, right side, round 2."
#define INSTRUCTIONS                                                           \
  "> Reach forward.\n> Keep your back level.\n> And keep reaching.\n"
#define NO_HOLD "> There is no hold here that could be longer.\n"
#define DESCRIBING "> Keys say what they do. Press F1 again to use them.\n"
#define WORK_AGAIN "> The keys work again.\n"
#define PAUSED "> Paused. Bird dog, left side.\n"
#define STOPPED "> Stopped. Your place is kept.\n"

enum situation {
  IN_HOLD,
  IN_PAUSE,
  IN_WAIT,
  IN_ANSWER,
  IN_DESCRIBER,
  AT_END,
  SITUATIONS,
};

static const char *const situations[] = {"in a hold",        "in a pause",
                                         "in a wait",        "in an answer",
                                         "in the describer", "at the end"};

struct row {
  uint32_t key;
  const char *said[SITUATIONS];
};

/* The wait is come to by Next, which Back then takes back.

   ALIKE: the same words in a hold, a pause, a wait and an answer. */
#define ALIKE(text) text, text, text, text

static const struct row rows[] = {
    {' ', {PAUSED, "> Going on.\n", "", PAUSED, "> Pause, or go on.\n", ""}},
    {'n',
     {"> " STEP_2 "\n", "> Paused. " STEP_2 "\n", "> " STEP_3 "\n",
      "> " STEP_2 "\n", "> Go to the next step.\n", ""}},
    {'p',
     {"> " STEP_1 "\n", "> Paused. " STEP_1 "\n",
      "> Back in step 1 of 3. Bird dog, left side.\n", "> " STEP_1 "\n",
      "> Go back to the step's start, or to the step before.\n", ""}},
    {'r',
     {INSTRUCTIONS, INSTRUCTIONS, "> Draw your knee in.\n", INSTRUCTIONS,
      "> Say the last instruction again, in full.\n", ""}},
    {'e',
     {"> 30 seconds more, 1 minute 5 seconds left.\n",
      "> 30 seconds more, 1 minute 5 seconds left.\n", NO_HOLD,
      "> 30 seconds more, 1 minute 5 seconds left.\n",
      "> Make this hold 30 seconds longer.\n", ""}},
    {'w',
     {"> " STEP_1 LEFT "\n", "> Paused. " STEP_1 LEFT "\n",
      "> " STEP_2
      " 13 seconds left in this step. 39 seconds left in the session. "
      "Next: Rest.\n",
      "> " STEP_1 LEFT "\n", "> Say where you are.\n", ""}},
    {'+',
     {ALIKE("> 100 per cent volume.\n"), "> Make the voice louder.\n", ""}},
    {'-', {ALIKE("> 90 per cent volume.\n"), "> Make the voice softer.\n", ""}},
    {']',
     {ALIKE("> 120 per cent background.\n"), "> Make the background louder.\n",
      ""}},
    {'[',
     {ALIKE("> 80 per cent background.\n"), "> Make the background softer.\n",
      ""}},
    {'>', {ALIKE("> Faster, 110 per cent.\n"), "> Speak faster.\n", ""}},
    {'<', {ALIKE("> Slower, 90 per cent.\n"), "> Speak slower.\n", ""}},
    {'s',
     {ALIKE("> 10 minutes, then sleep.\n"), "> Set the sleep timer.\n", ""}},
    {'d',
     {"> Your hips stay level.\n> A hand on the floor is easier.\n",
      "> Your hips stay level.\n> A hand on the floor is easier.\n",
      "> There is nothing more about this step.\n",
      "> Your hips stay level.\n> A hand on the floor is easier.\n",
      "> Tell more about this movement.\n", ""}},
    {KEY_F1, {ALIKE(DESCRIBING), WORK_AGAIN, ""}},
    {'m', {ALIKE(STOPPED), "> Go back to the menu.\n", ""}},
    {'q', {ALIKE(STOPPED), WORK_AGAIN, ""}},
    {KEY_ESCAPE, {ALIKE(STOPPED), WORK_AGAIN, ""}},
    {'x', {ALIKE(""), "> This key does nothing.\n", ""}},
};

static void go_to_end(struct rehearsal *r)
{
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  for (int i = 0; i < 40 && rehearsal_view(r).state != PLAYER_ENDED; i++) {
    rehearsal_wait(r, SECOND);
  }
  assert_int_equal(rehearsal_view(r).state, PLAYER_ENDED);
}

static void go_to(struct rehearsal *r, enum situation situation)
{
  switch (situation) {
  case IN_WAIT:
    rehearsal_ask(r, REQUEST_NEXT);
    rehearsal_wait(r, 8 * SECOND);
    assert_int_equal(rehearsal_view(r).state, PLAYER_WAITING);
    return;
  case AT_END:
    go_to_end(r);
    return;
  default:
    rehearsal_wait_for(r, 15 * SECOND);
    break;
  }
  if (situation == IN_PAUSE) {
    rehearsal_ask(r, REQUEST_PAUSE);
    rehearsal_wait(r, 2 * SECOND);
  } else if (situation == IN_ANSWER) {
    rehearsal_ask(r, REQUEST_WHERE);
    rehearsal_wait(r, SECOND / 4);
    assert_true(rehearsal_view(r).speaking);
  } else if (situation == IN_DESCRIBER) {
    rehearsal_ask(r, REQUEST_DESCRIBE);
    rehearsal_wait_for_silence(r);
  }
}

static void press(const struct row *row, enum situation situation)
{
  const struct keymap keymap = {.change_count = 0};
  struct rehearsal *r = rehearse_session();
  go_to(r, situation);
  const struct player_view before = rehearsal_view(r);
  rehearsal_take_log(r);
  rehearsal_ask(r, keymap_find(&keymap, row->key));
  const char *said = rehearsal_take_log(r);
  if (strcmp(said, row->said[situation]) != 0) {
    print_message("Key 0x%x %s.\n", (unsigned)row->key, situations[situation]);
  }
  assert_string_equal(said, row->said[situation]);
  const struct player_view after = rehearsal_view(r);
  if (situation == IN_DESCRIBER) {
    assert_int_equal(after.state, before.state);
    assert_int_equal(after.frame, before.frame);
    assert_int_equal(after.volume, before.volume);
    assert_false(after.menu_wanted);
  }
  assert_false(r->both_voices);
  rehearsal_finish(r);
  free(r);
}

static void every_key_says_what_it_should(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
    for (int situation = 0; situation < SITUATIONS; situation++) {
      press(&rows[i], (enum situation)situation);
    }
  }
}

static void no_request_of_the_keyboard_is_left_out(void **state)
{
  (void)state;
  const struct keymap keymap = {.change_count = 0};
  for (const struct key_row *row = key_rows; row->name; row++) {
    bool found = false;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
      found = found || keymap_find(&keymap, rows[i].key) == row->request;
    }
    assert_true(found);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_says_what_it_should),
      cmocka_unit_test(no_request_of_the_keyboard_is_left_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
