/* What the player says, and what that does to the session. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdlib.h>
#include <string.h>

static void after_a_long_pause_the_place_is_said_first(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_take_log(r);
  rehearsal_wait(r, 130 * SECOND);
  assert_string_equal(rehearsal_take_log(r), "> Still paused.\n"
                                             "> Still paused.\n");
  rehearsal_ask(r, REQUEST_PLAY);
  assert_string_equal(rehearsal_take_log(r),
                      "> Bird dog, left side. 35 seconds left in this step.\n");
  rehearsal_wait(r, 3 * SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
}

static void
an_answer_stops_the_session_and_the_sentence_comes_again(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "Reach forward.") + SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_wait(r, SECOND / 2);
  assert_true(rehearsal_view(r).speaking);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(
      rehearsal_take_log(r),
      "> Step 1 of 3. Bird dog, left side. 46 seconds left in this step. "
      "1 minute 31 seconds left in the session. Next: Knee to chest, right "
      "side, "
      "round 2.\n"
      "Reach forward.\n");
}

static void without_a_voice_a_tick_answers(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "Reach forward.") + SECOND);
  rehearsal_take_log(r);
  r->voice_fails = true;
  for (int i = 0; i < 2; i++) {
    const int64_t asked = rehearsal_now(r);
    rehearsal_ask(r, REQUEST_LOUDER);
    rehearsal_wait(r, SECOND);
    assert_true(r->right_frame > asked);
    rehearsal_assert_state(r, PLAYER_PLAYING);
  }
  rehearsal_wait_for(r, rehearsal_hold_frame(r));
  assert_string_equal(rehearsal_take_log(r),
                      "> 100 per cent volume.\n"
                      "! The voice does not answer. A tick stands for it.\n"
                      "Reach forward.\n"
                      "> 100 per cent volume.\n"
                      "Reach forward.\n"
                      "And keep reaching.\n");
}

static void the_newest_answer_wins(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + SECOND);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_wait(r, SECOND / 4);
  rehearsal_ask(r, REQUEST_LOUDER);
  rehearsal_wait(r, 2 * SECOND);
  assert_false(rehearsal_view(r).speaking);
}

/* Making a whole answer into sound would take longer than a listener waits. */
static void an_answer_is_made_sentence_by_sentence(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_take_log(r);
  r->made[0] = '\0';
  rehearsal_ask(r, REQUEST_WHERE);
  assert_string_equal(r->made, "Step 1 of 3. ");
  const char *whole = rehearsal_take_log(r);
  rehearsal_wait_for_silence(r);
  assert_memory_equal(whole, "> ", 2);
  assert_memory_equal(r->made, whole + 2, strlen(r->made));
  assert_string_equal(whole + 2 + strlen(r->made), "\n");
}

static void a_key_drops_what_was_still_to_be_said(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_wait(r, SECOND + SECOND / 5);
  r->made[0] = '\0';
  rehearsal_ask(r, REQUEST_LOUDER);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, 5 * SECOND);
  assert_string_equal(r->made, "100 per cent volume.");
}

static void more_time_is_added_to_a_hold(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_take_log(r);
  const int64_t now = rehearsal_now(r);
  rehearsal_ask(r, REQUEST_EXTEND);
  assert_string_equal(rehearsal_take_log(r),
                      "> 30 seconds more, 1 minute 5 seconds left.\n");
  rehearsal_wait_for_silence(r);
  const int64_t answered = rehearsal_now(r) - now;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 10 * SECOND);
  const int64_t took = rehearsal_now(r) - now - answered;
  assert_in_range(took, 35 * SECOND - MILLISECONDS(60),
                  35 * SECOND + MILLISECONDS(60));
}

static void time_can_be_added_ten_times_and_is_dropped_by_next(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  for (int i = 0; i < 10; i++) {
    rehearsal_ask(r, REQUEST_EXTEND);
    rehearsal_wait(r, SECOND / 10);
  }
  struct mix_status status;
  mixer_read_status(r->mixer, &status);
  assert_int_equal(status.inserted_frames, 300 * SECOND);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait_for_silence(r);
  mixer_read_status(r->mixer, &status);
  assert_int_equal(status.inserted_frames, 0);
}

static void added_time_outlives_a_cue_that_starts_again(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "Halfway.") + SECOND / 2);
  rehearsal_ask(r, REQUEST_EXTEND);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND / 10);
  struct mix_status status;
  mixer_read_status(r->mixer, &status);
  assert_in_range(status.inserted_frames, 30 * SECOND - MILLISECONDS(110),
                  30 * SECOND);
}

static void there_is_nothing_to_lengthen_in_speech(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_EXTEND);
  assert_string_equal(rehearsal_take_log(r),
                      "> There is no hold here that could be longer.\n");
}

static void repeat_says_everything_with_the_explanation(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  const int64_t before = rehearsal_view(r).frame;
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_REPEAT);
  rehearsal_wait_for_silence(r);
  assert_string_equal(rehearsal_take_log(r), "> Reach forward.\n"
                                             "> Keep your back level.\n"
                                             "> And keep reaching.\n");
  assert_in_range(rehearsal_view(r).frame, before, before + MILLISECONDS(60));
}

static void repeat_in_a_sentence_leaves_it_to_the_session(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "And keep reaching.") + SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_REPEAT);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), "> Reach forward.\n"
                                             "> Keep your back level.\n"
                                             "And keep reaching.\n");
}

#define TOLD                                                                   \
  "> Your hips stay level.\n"                                                  \
  "> A hand on the floor is easier.\n"

static void a_description_is_told_while_the_session_stands(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "And keep reaching.") + SECOND);
  const int64_t before = rehearsal_view(r).frame;
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_MORE);
  rehearsal_wait(r, 3 * SECOND);
  assert_in_range(rehearsal_view(r).frame, before, before + MILLISECONDS(60));
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), TOLD "And keep reaching.\n");
}

static void its_own_key_only_ends_a_description(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  const int64_t before = rehearsal_view(r).frame;
  rehearsal_ask(r, REQUEST_MORE);
  rehearsal_wait(r, SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_MORE);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), "");
  assert_false(rehearsal_view(r).speaking);
  assert_in_range(rehearsal_view(r).frame, before + SECOND / 2,
                  before + SECOND + MILLISECONDS(60));
}

static void other_keys_end_a_description_and_do_their_work(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_MORE);
  rehearsal_wait(r, SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
  rehearsal_wait(r, SECOND / 2);
  assert_false(rehearsal_view(r).speaking);
  rehearsal_ask(r, REQUEST_MORE);
  rehearsal_wait(r, SECOND);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait_for_silence(r);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_string_equal(rehearsal_take_log(r),
                      TOLD "> Paused. Bird dog, left side.\n");
}

static void another_speed_is_planned_in_the_pause(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait_for_silence(r);
  const int64_t frame = rehearsal_view(r).frame;
  rehearsal_ask(r, REQUEST_FASTER);
  rehearsal_wait(r, SECOND / 2);
  rehearsal_ask(r, REQUEST_FASTER);
  assert_int_equal(r->speed_asked, 0);
  rehearsal_wait_for_silence(r);
  assert_int_equal(r->speed_asked, 156);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_int_equal(rehearsal_view(r).frame, frame);
}

static void help_is_for_two_unknown_keys_in_three_seconds(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + SECOND);
  const int64_t frame = rehearsal_view(r).frame;
  rehearsal_take_log(r);
  for (int i = 0; i < 3; i++) {
    rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
    rehearsal_wait(r, 3 * SECOND + MILLISECONDS(50));
  }
  assert_string_equal(rehearsal_take_log(r), "");
  assert_in_range(rehearsal_view(r).frame, frame + 9 * SECOND,
                  frame + 9 * SECOND + MILLISECONDS(200));
  rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
  rehearsal_wait(r, 2 * SECOND);
  rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
  assert_string_equal(
      rehearsal_take_log(r),
      "> Press space to pause, F1 for the keys, Escape to stop.\n");
}

static void a_lost_device_pauses_and_its_return_is_told(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_take_log(r);
  rehearsal_lose_device(r);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  rehearsal_bring_device_back(r);
  rehearsal_wait(r, 5 * SECOND);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_string_equal(rehearsal_take_log(r),
                      "! The sound device went away. I have paused.\n"
                      "! There is no sound device yet.\n"
                      "! The sound device went away. I have paused. Press "
                      "space to go on.\n");
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_wait(r, SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
}

static void without_a_device_quit_needs_no_sound(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, SECOND);
  rehearsal_lose_device(r);
  rehearsal_ask(r, REQUEST_QUIT);
  assert_true(rehearsal_view(r).finished);
}

static void trouble_is_never_interrupted(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + SECOND);
  rehearsal_say_trouble(r, "Something broke.");
  rehearsal_wait(r, SECOND / 4);
  const int64_t pressed = rehearsal_now(r);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_wait_for_silence(r);
  /* What was left of the trouble, then all of the answer. */
  assert_true(rehearsal_now(r) - pressed > 7 * SECOND / 4);
}

static void one_trouble_waits_for_another(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + SECOND);
  rehearsal_say_trouble(r, "Something broke.");
  rehearsal_wait(r, SECOND / 4);
  const int64_t then = rehearsal_now(r);
  rehearsal_say_trouble(r, "So did something else.");
  rehearsal_ask(r, REQUEST_LOUDER);
  rehearsal_wait_for_silence(r);
  assert_true(rehearsal_now(r) - then > 7 * SECOND / 4);
}

static void without_input_it_goes_on_by_itself(void **state)
{
  struct rehearsal *r = calloc(1, sizeof(*r));
  *state = r;
  rehearsal_init(r);
  r->options.has_input = false;
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_span(r, EVENT_HOLD, 90 * SECOND, false);
  rehearsal_begin(r);
  rehearsal_wait(r, SECOND);
  rehearsal_lose_device(r);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  rehearsal_bring_device_back(r);
  rehearsal_suspend(r);
  rehearsal_wake(r);
  rehearsal_wait(r, 9 * SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  assert_true(rehearsal_view(r).frame > 2 * SECOND);
  assert_string_equal(rehearsal_take_log(r),
                      "# Step 1 of 1. Rest.\n"
                      "! The sound device went away. I have paused.\n"
                      "! The sound device went away. I have paused. Going "
                      "on.\n"
                      "> Paused. Rest.\n"
                      "! Paused. Going on.\n");
}

static void keys_are_named_as_the_listener_has_them(void **state)
{
  struct rehearsal *r = calloc(1, sizeof(*r));
  struct keymap keymap = {0};
  *state = r;
  keymap_set(&keymap, "pause", "x");
  keymap_set(&keymap, "pause", "0");
  keymap_set(&keymap, "next", "space");
  keymap_set(&keymap, "describe", "h");
  keymap_set(&keymap, "louder", "F1");
  rehearsal_init(r);
  r->options.keymap = &keymap;
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_span(r, EVENT_HOLD, 90 * SECOND, false);
  rehearsal_begin(r);
  rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
  rehearsal_ask(r, REQUEST_UNKNOWN_KEY);
  rehearsal_ask(r, REQUEST_DESCRIBE);
  rehearsal_ask(r, REQUEST_DESCRIBE);
  rehearsal_ask(r, REQUEST_NEXT);
  assert_string_equal(
      rehearsal_take_log(r),
      "> Press 0 to pause, question mark for the keys, Escape to stop.\n"
      "> Keys say what they do. Press question mark again to use them.\n"
      "> The keys work again.\n"
      "> That was the last step. Stopped. Press 0 to play it "
      "again.\n");
}

#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, rehearsal_set_up, rehearsal_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(after_a_long_pause_the_place_is_said_first),
      TEST(an_answer_stops_the_session_and_the_sentence_comes_again),
      TEST(without_a_voice_a_tick_answers),
      TEST(the_newest_answer_wins),
      TEST(an_answer_is_made_sentence_by_sentence),
      TEST(a_key_drops_what_was_still_to_be_said),
      TEST(more_time_is_added_to_a_hold),
      TEST(time_can_be_added_ten_times_and_is_dropped_by_next),
      TEST(added_time_outlives_a_cue_that_starts_again),
      TEST(there_is_nothing_to_lengthen_in_speech),
      TEST(repeat_says_everything_with_the_explanation),
      TEST(repeat_in_a_sentence_leaves_it_to_the_session),
      TEST(a_description_is_told_while_the_session_stands),
      TEST(its_own_key_only_ends_a_description),
      TEST(other_keys_end_a_description_and_do_their_work),
      TEST(another_speed_is_planned_in_the_pause),
      TEST(help_is_for_two_unknown_keys_in_three_seconds),
      TEST(a_lost_device_pauses_and_its_return_is_told),
      TEST(without_a_device_quit_needs_no_sound),
      TEST(trouble_is_never_interrupted),
      TEST(one_trouble_waits_for_another),
      cmocka_unit_test_teardown(without_input_it_goes_on_by_itself,
                                rehearsal_tear_down),
      cmocka_unit_test_teardown(keys_are_named_as_the_listener_has_them,
                                rehearsal_tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
