/* The player by itself: what has happened, and what it wants done about it, as
   two lists. There is no mixer and no voice here. */

#include "unit.h"

#include "support/solo.h"

#include <string.h>

static int set_up(void **state)
{
  *state = solo_create();
  return 0;
}

static int tear_down(void **state)
{
  solo_destroy(*state);
  return 0;
}

static void it_opens_and_begins(void **state)
{
  struct solo *solo = *state;
  assert_string_equal(solo->list,
                      "score 0\nwaits hold\nguidance 0.81\nbackground 0.81\n");
  assert_int_equal(solo_view(solo).state, PLAYER_PLAYING);
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "run\n");
  assert_string_equal(solo_tell(solo, HAPPENED_TIME),
                      "print Step 1 of 3. Bird dog, left side.\n"
                      "print Reach.\n");
}

static void trouble_of_the_start_comes_before_it(void **state)
{
  struct solo *solo = *state;
  assert_string_equal(
      solo_happen(solo, (struct happening){.kind = HAPPENED_TROUBLE,
                                           .text = "It broke."}),
      "trouble It broke.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "stand\n");
  solo_tell(solo, HAPPENED_SAID);
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
}

#define WHERE_IN_HOLD                                                          \
  "say Step 1 of 3. Bird dog, left side. 23 seconds left in this step. "       \
  "50 seconds left in the session. Next: Knee to chest.\n"

static void an_answer_stops_the_session_first(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  assert_string_equal(solo_ask(solo, REQUEST_WHERE), "stand\n" WHERE_IN_HOLD);
  assert_true(solo_view(solo).speaking);
  assert_string_equal(solo_let_pass(solo, SECOND), "");
  assert_string_equal(solo_tell(solo, HAPPENED_SAID), "");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
  assert_false(solo_view(solo).speaking);
}

static void a_sentence_that_was_cut_starts_again(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 1);
  assert_string_equal(solo_ask(solo, REQUEST_LOUDER),
                      "guidance 1.00\nbackground 1.00\nstand\n"
                      "say 100 per cent volume.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "seek 0\nrun\n");
}

/* Until the mixer has taken in all that it was told, what it says of the
   session is old. */
static void what_the_mixer_says_counts_once_it_is_settled(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_NEXT);
  solo->mixer.session_frame = 10 * SECOND;
  solo->mixer.settled = false;
  solo_tell(solo, HAPPENED_TIME);
  assert_int_equal(solo_view(solo).frame, 33 * SECOND);
  solo->mixer.session_frame = 33 * SECOND + 1;
  solo->mixer.settled = true;
  solo_tell(solo, HAPPENED_TIME);
  assert_int_equal(solo_view(solo).frame, 33 * SECOND + 1);
}

static void an_answer_in_a_pause_moves_no_clock(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  assert_string_equal(solo_ask(solo, REQUEST_PAUSE),
                      "pause\nsay Paused. Bird dog, left side.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "");
  assert_string_equal(solo_ask(solo, REQUEST_SLEEP),
                      "say 10 minutes, then sleep.\n");
  /* Going on does not wait for it. */
  assert_string_equal(solo_ask(solo, REQUEST_PLAY),
                      "cancel\nstand\nsay Going on.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
}

static void describing_in_a_pause_leaves_it_paused(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_PAUSE);
  solo_tell(solo, HAPPENED_ANNOUNCED);
  assert_string_equal(
      solo_ask(solo, REQUEST_DESCRIBE),
      "say Keys say what they do. Press F1 again to use them.\n");
  assert_string_equal(solo_ask(solo, REQUEST_TOGGLE), "say Pause, or go on.\n");
  assert_true(solo_view(solo).describing);
  assert_int_equal(solo_view(solo).state, PLAYER_PAUSED);
  assert_string_equal(solo_ask(solo, REQUEST_QUIT),
                      "say The keys work again.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "");
  assert_int_equal(solo_view(solo).state, PLAYER_PAUSED);
}

static void describing_keeps_the_session_standing(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_DESCRIBE);
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "");
  solo_ask(solo, REQUEST_DESCRIBE);
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
}

static struct happening planned(enum happening_kind kind)
{
  return (struct happening){
      .kind = kind, .plan = &solo_plan, .score = solo_score};
}

static void another_speed_is_planned_when_its_answer_has_been_said(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  assert_string_equal(solo_ask(solo, REQUEST_FASTER),
                      "stand\nsay Faster, 110 per cent.\n");
  assert_string_equal(solo_ask(solo, REQUEST_FASTER),
                      "say Faster, 120 per cent.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_SAID), "plan 156\n");
  assert_string_equal(solo_happen(solo, planned(HAPPENED_PLANNED)),
                      "score 10\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
}

static void the_session_waits_for_a_plan_that_was_not_made(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_SLOWER);
  /* Cut off before its last word. */
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "plan 117\n");
  assert_string_equal(solo_let_pass(solo, SECOND), "");
  assert_string_equal(solo_happen(solo, planned(HAPPENED_NOT_PLANNED)),
                      "print The speed could not be changed.\nrun\n");
}

static void an_edited_routine_goes_on_where_it_was(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  struct happening edit = planned(HAPPENED_EDIT);
  edit.frame = -1;
  assert_string_equal(solo_happen(solo, edit), "score 10\n");
  edit.frame = 33 * SECOND;
  assert_string_equal(solo_happen(solo, edit), "score 33\n");
}

static void a_lost_device_ends_what_is_said(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_WHERE);
  assert_string_equal(solo_tell(solo, HAPPENED_DEVICE_LOST),
                      "drop\n"
                      "print The sound device went away. I have paused.\n"
                      "pause\n");
  assert_string_equal(solo_tell(solo, HAPPENED_DEVICE_LOST), "");
  assert_string_equal(solo_ask(solo, REQUEST_PLAY),
                      "print There is no sound device yet.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_DEVICE_BACK),
                      "trouble The sound device went away. I have paused. "
                      "Press space to go on.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_DEVICE_BACK), "");
}

static void leaving_waits_for_its_answer(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  assert_string_equal(solo_ask(solo, REQUEST_MENU),
                      "pause\nsay Stopped. Your place is kept.\n");
  assert_string_equal(solo_let_pass(solo, SECOND), "");
  solo_tell(solo, HAPPENED_ANNOUNCED);
  assert_string_equal(solo_let_pass(solo, SECOND), "leave for menu\n");
  assert_true(solo_view(solo).finished);
  /* And nothing ever after. */
  assert_string_equal(solo_ask(solo, REQUEST_PLAY), "");
  assert_string_equal(solo_let_pass(solo, MINUTE), "");
}

static void leaving_for_the_menu_twice_is_at_once(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_MENU);
  assert_string_equal(solo_ask(solo, REQUEST_QUIT), "leave for menu\n");
}

static void suspended_it_pauses_and_awake_it_says_where(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  assert_string_equal(solo_tell(solo, HAPPENED_SUSPEND),
                      "pause\nsay Paused. Bird dog, left side.\n");
  assert_non_null(
      strstr(solo_tell(solo, HAPPENED_WAKE), "say Paused. Step 1 of 3"));
}

static void ended_by_a_signal_it_says_nothing(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_WHERE);
  assert_string_equal(solo_tell(solo, HAPPENED_QUIETING), "cancel\npause\n");
}

static void the_end_is_seen_and_left(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 59);
  solo->mixer.clock = MIX_CLOCK_ENDED;
  solo->mixer.settled = false;
  assert_string_equal(solo_let_pass(solo, SECOND), "");
  solo->mixer.settled = true;
  assert_string_equal(solo_let_pass(solo, 0), "leave\npause\n");
  assert_int_equal(solo_view(solo).state, PLAYER_ENDED);
}

static void reminders_come_each_minute_of_a_pause(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_PAUSE);
  solo_tell(solo, HAPPENED_ANNOUNCED);
  assert_string_equal(solo_let_pass(solo, MINUTE - 1), "");
  for (int i = 0; i < 3; i++) {
    assert_string_equal(solo_let_pass(solo, 1), "softly Still paused.\n");
    solo_tell(solo, HAPPENED_ANNOUNCED);
    assert_string_equal(solo_let_pass(solo, MINUTE - 1), "");
  }
}

static void a_wait_is_hinted_at(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 37);
  solo->mixer.clock = MIX_CLOCK_WAITING;
  solo_tell(solo, HAPPENED_TIME);
  solo->mixer.rendered_frames += 10 * SECOND - 1;
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "");
  solo->mixer.rendered_frames += 1;
  assert_string_equal(solo_tell(solo, HAPPENED_TIME),
                      "stand\nsoftly Waiting for you. Press space to go on.\n");
}

static void the_sleep_timer_warns_fades_and_leaves(void **state)
{
  struct solo *solo = *state;
  solo_play_at(solo, 10);
  solo_ask(solo, REQUEST_SLEEP);
  solo_tell(solo, HAPPENED_ANNOUNCED);
  solo->mixer.rendered_frames += 10 * MINUTE - 20 * SECOND;
  assert_string_equal(
      solo_tell(solo, HAPPENED_TIME),
      "stand\nsoftly The sound fades in 20 seconds. Any key keeps it.\n");
  assert_string_equal(solo_tell(solo, HAPPENED_ANNOUNCED), "run\n");
  solo->mixer.rendered_frames += 20 * SECOND;
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "fade 0\n");
  solo->mixer.rendered_frames += MINUTE;
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "pause\n");
  assert_int_equal(solo_view(solo).state, PLAYER_STOPPED);
  assert_string_equal(solo_tell(solo, HAPPENED_TIME), "leave\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(it_opens_and_begins),
      TEST(trouble_of_the_start_comes_before_it),
      TEST(an_answer_stops_the_session_first),
      TEST(a_sentence_that_was_cut_starts_again),
      TEST(what_the_mixer_says_counts_once_it_is_settled),
      TEST(an_answer_in_a_pause_moves_no_clock),
      TEST(describing_in_a_pause_leaves_it_paused),
      TEST(describing_keeps_the_session_standing),
      TEST(another_speed_is_planned_when_its_answer_has_been_said),
      TEST(the_session_waits_for_a_plan_that_was_not_made),
      TEST(an_edited_routine_goes_on_where_it_was),
      TEST(a_lost_device_ends_what_is_said),
      TEST(leaving_waits_for_its_answer),
      TEST(leaving_for_the_menu_twice_is_at_once),
      TEST(suspended_it_pauses_and_awake_it_says_where),
      TEST(ended_by_a_signal_it_says_nothing),
      TEST(the_end_is_seen_and_left),
      TEST(reminders_come_each_minute_of_a_pause),
      TEST(a_wait_is_hinted_at),
      TEST(the_sleep_timer_warns_fades_and_leaves),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
