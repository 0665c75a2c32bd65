/* What time brings by itself: the sleep timer, signs of life, reminders. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdlib.h>
#include <string.h>

#define MINUTE (60 * SECOND)

/* A session of one long hold. */
static struct rehearsal *rehearse_hold(bool heartbeat)
{
  struct rehearsal *r = calloc(1, sizeof(*r));
  assert_non_null(r);
  rehearsal_init(r);
  r->options.heartbeat = heartbeat;
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_say(r, EVENT_SAY, "Lie still.", SECOND);
  rehearsal_span(r, EVENT_HOLD, 40 * MINUTE, false);
  rehearsal_say(r, EVENT_SAY, "Well done.", SECOND);
  rehearsal_begin(r);
  return r;
}

static int set_up(void **state)
{
  *state = rehearse_hold(false);
  return 0;
}

static int set_up_heartbeat(void **state)
{
  *state = rehearse_hold(true);
  return 0;
}

/* In the hold, with nothing in the log. */
static void rest(struct rehearsal *r)
{
  rehearsal_wait_for(r, 3 * SECOND);
  rehearsal_take_log(r);
}

static void the_sleep_timer_goes_round(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  for (int i = 0; i < 6; i++) {
    rehearsal_ask(r, REQUEST_SLEEP);
    rehearsal_wait(r, SECOND / 10);
  }
  assert_string_equal(rehearsal_take_log(r), "> 10 minutes, then sleep.\n"
                                             "> 20 minutes, then sleep.\n"
                                             "> 30 minutes, then sleep.\n"
                                             "> 45 minutes, then sleep.\n"
                                             "> Sleep timer off.\n"
                                             "> 10 minutes, then sleep.\n");
}

static void a_timer_that_is_off_ends_nothing(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  for (int i = 0; i < 5; i++) {
    rehearsal_ask(r, REQUEST_SLEEP);
  }
  rehearsal_take_log(r);
  rehearsal_wait(r, 11 * MINUTE + 10 * SECOND);
  assert_string_equal(rehearsal_take_log(r), "");
  assert_int_equal(rehearsal_view(r).state, PLAYER_PLAYING);
}

static void sleep_warns_fades_and_keeps_the_place(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  const int64_t asked = rehearsal_now(r);
  rehearsal_wait(r, 10 * MINUTE - 20 * SECOND - MILLISECONDS(50));
  assert_string_equal(rehearsal_take_log(r), "> 10 minutes, then sleep.\n");
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r),
                      "> The sound fades in 20 seconds. Any key keeps it.\n");
  assert_true(r->right_frame - asked > 10 * MINUTE - 20 * SECOND);
  rehearsal_wait(r, 78 * SECOND);
  assert_false(rehearsal_view(r).finished);
  rehearsal_wait(r, 2 * SECOND);
  const struct player_view view = rehearsal_view(r);
  assert_int_equal(view.state, PLAYER_STOPPED);
  assert_true(view.finished);
  /* What the two answers took did not go on. */
  assert_in_range(view.frame, 3 * SECOND + 11 * MINUTE - 4 * SECOND,
                  3 * SECOND + 11 * MINUTE);
}

static void any_key_puts_sleep_off_and_does_nothing_else(void **state)
{
  static const enum request_kind keys[] = {REQUEST_NEXT, REQUEST_SLEEP};
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  rehearsal_wait(r, 10 * MINUTE - 10 * SECOND);
  for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
    if (i > 0) {
      /* In the fade this time. */
      rehearsal_wait(r, 10 * MINUTE + 10 * SECOND);
    }
    rehearsal_take_log(r);
    rehearsal_ask(r, keys[i]);
    rehearsal_wait(r, SECOND / 2);
    assert_string_equal(rehearsal_take_log(r), "> Ten more minutes.\n");
    assert_int_equal(rehearsal_view(r).state, PLAYER_PLAYING);
    assert_int_equal(rehearsal_view(r).step, 0);
  }
}

static void leaving_in_the_fade_is_answered_aloud(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  rehearsal_wait(r, 10 * MINUTE + 60 * SECOND - MILLISECONDS(100));
  const int64_t pressed = rehearsal_now(r);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_MENU);
  assert_string_equal(rehearsal_take_log(r),
                      "> Stopped. Your place is kept.\n");
  rehearsal_wait(r, 2 * SECOND);
  assert_in_range(r->first_right_frame, pressed, pressed + MILLISECONDS(100));
  assert_true(rehearsal_view(r).menu_wanted);
}

/* While it plays, and for ten minutes of pause; not when it is stopped. */
static void the_computer_is_kept_awake(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  assert_true(player_context_keeps_awake(r->player));
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait(r, 10 * MINUTE - SECOND);
  assert_true(player_context_keeps_awake(r->player));
  rehearsal_wait(r, 2 * SECOND);
  assert_false(player_context_keeps_awake(r->player));
  rehearsal_ask(r, REQUEST_PLAY);
  assert_true(player_context_keeps_awake(r->player));
  rehearsal_ask(r, REQUEST_STOP);
  assert_false(player_context_keeps_awake(r->player));
}

static void a_stopped_session_is_there_for_ten_minutes(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_STOP);
  rehearsal_wait(r, 10 * MINUTE - SECOND);
  assert_false(rehearsal_view(r).finished);
  /* Whoever comes back has all the time again. */
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_wait(r, 2 * SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  rehearsal_ask(r, REQUEST_STOP);
  rehearsal_wait(r, 10 * MINUTE - SECOND);
  assert_false(rehearsal_view(r).finished);
  rehearsal_wait(r, 2 * SECOND);
  assert_true(rehearsal_view(r).finished);
}

static void a_key_in_the_fade_is_answered_aloud(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  rehearsal_wait(r, 10 * MINUTE + 59 * SECOND);
  const int64_t pressed = rehearsal_now(r);
  rehearsal_ask(r, REQUEST_LOUDER);
  rehearsal_wait(r, 2 * SECOND);
  assert_in_range(r->first_right_frame, pressed, pressed + MILLISECONDS(100));
  rehearsal_wait(r, 2 * MINUTE);
  assert_int_equal(rehearsal_view(r).state, PLAYER_PLAYING);
}

static void a_key_in_the_describer_puts_sleep_off(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  rehearsal_ask(r, REQUEST_DESCRIBE);
  rehearsal_wait(r, 10 * MINUTE - 10 * SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_NEXT);
  assert_string_equal(rehearsal_take_log(r), "> Ten more minutes.\n");
}

static void the_warning_waits_for_an_answer(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_SLEEP);
  rehearsal_wait(r, 10 * MINUTE - 20 * SECOND - MILLISECONDS(500));
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_take_log(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), "");
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r),
                      "> The sound fades in 20 seconds. Any key keeps it.\n");
}

/* How often something of the player's was heard until `frames` have passed. */
static int sounds(struct rehearsal *r, int64_t frames)
{
  int count = 0;
  bool sounded = false;
  for (int64_t done = 0; done < frames; done += SECOND) {
    const int64_t last = r->right_frame;
    rehearsal_wait(r, SECOND);
    const bool sounds = r->right_frame > last;
    count += sounds && !sounded;
    sounded = sounds;
  }
  return count;
}

static void the_heart_beats_in_long_silence(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  assert_int_equal(sounds(r, 50 * SECOND), 0);
  assert_int_equal(sounds(r, 20 * SECOND), 1);
  const int64_t frame = rehearsal_view(r).frame;
  assert_in_range(sounds(r, 3 * MINUTE), 2, 3);
  /* The session goes on under it. */
  assert_in_range(rehearsal_view(r).frame, frame + 3 * MINUTE - SECOND,
                  frame + 3 * MINUTE);
  assert_string_equal(rehearsal_take_log(r), "");
}

static void the_heart_is_silent_in_a_pause(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait(r, 5 * SECOND);
  assert_int_equal(sounds(r, 50 * SECOND), 0);
  assert_int_equal(sounds(r, 2 * MINUTE), 2);
  assert_string_equal(rehearsal_take_log(r), "> Paused. Rest.\n"
                                             "> Still paused.\n"
                                             "> Still paused.\n");
}

static void nobody_beats_unasked(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  assert_int_equal(sounds(r, 3 * MINUTE), 0);
}

static void a_pause_is_remembered_each_minute(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_take_log(r);
  rehearsal_wait(r, 59 * SECOND);
  assert_string_equal(rehearsal_take_log(r), "");
  for (int i = 0; i < 3; i++) {
    rehearsal_wait(r, 2 * SECOND);
    assert_string_equal(rehearsal_take_log(r), "> Still paused.\n");
    rehearsal_wait(r, 58 * SECOND);
  }
}

static void a_reminder_comes_after_the_answer(void **state)
{
  struct rehearsal *r = *state;
  rest(r);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait(r, 59 * SECOND + MILLISECONDS(500));
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_take_log(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), "");
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_string_equal(rehearsal_take_log(r), "> Still paused.\n");
}

#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, set_up, rehearsal_tear_down)
#define HEARTBEAT(name)                                                        \
  cmocka_unit_test_setup_teardown(name, set_up_heartbeat, rehearsal_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(the_sleep_timer_goes_round),
      TEST(a_timer_that_is_off_ends_nothing),
      TEST(sleep_warns_fades_and_keeps_the_place),
      TEST(any_key_puts_sleep_off_and_does_nothing_else),
      TEST(a_key_in_the_fade_is_answered_aloud),
      TEST(leaving_in_the_fade_is_answered_aloud),
      TEST(the_computer_is_kept_awake),
      TEST(a_stopped_session_is_there_for_ten_minutes),
      TEST(a_key_in_the_describer_puts_sleep_off),
      TEST(the_warning_waits_for_an_answer),
      HEARTBEAT(the_heart_beats_in_long_silence),
      HEARTBEAT(the_heart_is_silent_in_a_pause),
      TEST(nobody_beats_unasked),
      TEST(a_pause_is_remembered_each_minute),
      TEST(a_reminder_comes_after_the_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
