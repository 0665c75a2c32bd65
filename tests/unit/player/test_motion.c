/* Pausing, going on, steps and waits, as they are heard. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdlib.h>
#include <string.h>

static void a_pause_is_silent_at_once_and_says_where(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, 4 * SECOND);
  rehearsal_take_log(r);
  const int64_t pressed = rehearsal_now(r);
  rehearsal_ask(r, REQUEST_TOGGLE);
  rehearsal_wait(r, SECOND / 2);
  assert_true(r->left_frame - pressed <= MILLISECONDS(80));
  assert_in_range(r->first_right_frame, pressed, pressed + MILLISECONDS(100));
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_string_equal(rehearsal_take_log(r),
                      "> Paused. Bird dog, left side.\n");
}

static void going_on_starts_the_sentence_again(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "Reach forward.") + 2 * SECOND);
  rehearsal_ask(r, REQUEST_TOGGLE);
  rehearsal_wait(r, 10 * SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_TOGGLE);
  assert_int_equal(rehearsal_view(r).frame,
                   rehearsal_start_of(r, "Reach forward."));
  rehearsal_wait(r, SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  assert_string_equal(rehearsal_take_log(r), "Reach forward.\n");
}

static void going_on_in_a_hold_loses_and_repeats_nothing(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_TOGGLE);
  rehearsal_wait(r, 5 * SECOND);
  const int64_t stood = rehearsal_view(r).frame;
  assert_in_range(stood, rehearsal_hold_frame(r) + 5 * SECOND,
                  rehearsal_hold_frame(r) + 5 * SECOND + MILLISECONDS(60));
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_PLAY);
  /* A hold is silent, so that the key is answered. */
  assert_string_equal(rehearsal_take_log(r), "> Going on.\n");
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  assert_in_range(rehearsal_view(r).frame, stood + SECOND - MILLISECONDS(50),
                  stood + SECOND);
}

static void pause_and_play_are_idempotent(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, SECOND);
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_string_equal(rehearsal_take_log(r),
                      "> Paused. Bird dog, left side.\n");
}

static void next_says_the_step_and_leaves_its_announcement_out(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, 4 * SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, 2 * SECOND);
  assert_string_equal(rehearsal_take_log(r),
                      "> Step 2 of 3. Knee to chest, right side, round 2.\n"
                      "# Step 2 of 3. Knee to chest, right side, round 2.\n"
                      "Draw your knee in.\n");
}

static void next_in_a_pause_stays_paused(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, 4 * SECOND);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 5 * SECOND);
  rehearsal_assert_state(r, PLAYER_PAUSED);
  assert_int_equal(rehearsal_view(r).step, 1);
  assert_string_equal(
      rehearsal_take_log(r),
      "> Paused. Step 2 of 3. Knee to chest, right side, round 2.\n");
}

static void next_after_the_last_step_stops(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait_for_silence(r);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  rehearsal_assert_state(r, PLAYER_STOPPED);
  assert_false(rehearsal_view(r).finished);
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  assert_int_equal(rehearsal_view(r).frame, r->steps[2].start_frame);
}

static void back_goes_to_the_start_then_to_the_step_before(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 25 * SECOND);
  rehearsal_ask(r, REQUEST_BACK);
  assert_int_equal(rehearsal_view(r).step, 2);
  rehearsal_wait_for_silence(r);
  rehearsal_ask(r, REQUEST_BACK);
  assert_int_equal(rehearsal_view(r).step, 1);
}

/* Back comes to a step past its announcement, which is no time in the step. */
static void long_names_hold_nobody_who_goes_back(void **state)
{
  (void)state;
  struct rehearsal *r = calloc(1, sizeof(*r));
  assert_non_null(r);
  rehearsal_init(r);
  for (int i = 0; i < 4; i++) {
    rehearsal_step(r, "Standing knee to chest", SIDE_NONE, 0);
    rehearsal_say(r, EVENT_ANNOUNCE, "Step. Standing knee to chest.",
                  4 * SECOND);
    rehearsal_span(r, EVENT_HOLD, 60 * SECOND, false);
  }
  rehearsal_begin(r);
  rehearsal_wait_for(r, r->steps[3].start_frame + 30 * SECOND);
  for (size_t step = 4; step-- > 0;) {
    rehearsal_ask(r, REQUEST_BACK);
    assert_int_equal(rehearsal_view(r).step, step);
    rehearsal_wait(r, 2 * SECOND);
  }
  rehearsal_finish(r);
  free(r);
}

/* What media players on the bus are told of. */
static void every_jump_is_counted_and_nothing_else(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_start_of(r, "Reach forward.") + SECOND);
  assert_int_equal(rehearsal_view(r).jumps, 0);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait(r, 3 * SECOND);
  assert_int_equal(rehearsal_view(r).jumps, 0);
  /* The sentence begins again. */
  rehearsal_ask(r, REQUEST_PLAY);
  assert_int_equal(rehearsal_view(r).jumps, 1);
  /* Past the name of the next step. */
  rehearsal_ask(r, REQUEST_NEXT);
  assert_int_equal(rehearsal_view(r).jumps, 2);
  rehearsal_wait(r, 12 * SECOND);
  rehearsal_assert_state(r, PLAYER_WAITING);
  assert_int_equal(rehearsal_view(r).jumps, 2);
  /* Over the rest of the wait. */
  rehearsal_ask(r, REQUEST_PLAY);
  assert_int_equal(rehearsal_view(r).jumps, 3);
  rehearsal_wait(r, 5 * SECOND);
  assert_int_equal(rehearsal_view(r).step, 2);
  assert_int_equal(rehearsal_view(r).jumps, 3);
}

static void back_after_an_accidental_next_returns(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 7 * SECOND);
  const int64_t before = rehearsal_view(r).frame;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, SECOND);
  rehearsal_ask(r, REQUEST_BACK);
  assert_int_equal(rehearsal_view(r).frame, before);
  rehearsal_wait_for_silence(r);
  rehearsal_assert_state(r, PLAYER_PLAYING);
}

static void back_after_an_accidental_next_keeps_what_was_added(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 7 * SECOND);
  rehearsal_ask(r, REQUEST_EXTEND);
  rehearsal_wait_for_silence(r);
  rehearsal_wait(r, SECOND);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_BACK);
  rehearsal_ask(r, REQUEST_BACK);
  rehearsal_wait_for_silence(r);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_WHERE);
  assert_non_null(strstr(rehearsal_take_log(r), "1 minute 2 seconds left in "
                                                "this step."));
}

static void another_key_makes_next_no_accident(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 7 * SECOND);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_ask(r, REQUEST_BACK);
  assert_int_equal(rehearsal_view(r).step, 0);
  assert_int_equal(rehearsal_view(r).frame, 2 * SECOND);
}

static void a_wait_without_limit_ends_by_a_key(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 12 * SECOND);
  rehearsal_assert_state(r, PLAYER_WAITING);
  rehearsal_wait(r, 15 * SECOND);
  rehearsal_assert_state(r, PLAYER_WAITING);
  assert_non_null(strstr(rehearsal_take_log(r), "Waiting for you."));
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_assert_state(r, PLAYER_WAITING);
  rehearsal_ask(r, REQUEST_TOGGLE);
  rehearsal_wait(r, 2 * SECOND);
  rehearsal_assert_state(r, PLAYER_PLAYING);
  assert_non_null(strstr(rehearsal_take_log(r), "Let it go.\n"));
}

/* So that a headset's one button says Play, which ends the wait. */
static void media_players_show_a_wait_as_a_pause(void **state)
{
  struct rehearsal *r = *state;
  const struct media_owner owner = player_context_media(r->player);
  struct media_view shown;
  rehearsal_ask(r, REQUEST_NEXT);
  owner.view(owner.context, &shown);
  assert_int_equal(shown.state, MEDIA_PLAYING);
  rehearsal_wait(r, 12 * SECOND);
  owner.view(owner.context, &shown);
  assert_int_equal(shown.state, MEDIA_PAUSED);
  rehearsal_ask(r, REQUEST_PLAY);
  owner.view(owner.context, &shown);
  assert_int_equal(shown.state, MEDIA_PLAYING);
}

/* Nobody could end it. */
static void without_any_input_a_wait_takes_its_time(void **state)
{
  (void)state;
  struct rehearsal *r = calloc(1, sizeof(*r));
  assert_non_null(r);
  rehearsal_init(r);
  r->options.has_input = false;
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_span(r, EVENT_WAIT, 10 * SECOND, false);
  rehearsal_say(r, EVENT_SAY, "Let it go.", SECOND);
  rehearsal_begin(r);
  rehearsal_wait(r, 10 * SECOND - MILLISECONDS(20));
  assert_string_equal(rehearsal_take_log(r), "# Step 1 of 1. Rest.\n");
  rehearsal_wait(r, MILLISECONDS(60));
  assert_string_equal(rehearsal_take_log(r), "Let it go.\n");
  rehearsal_finish(r);
  free(r);
}

static void a_wait_with_a_limit_goes_on_by_itself(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 6 * SECOND);
  rehearsal_assert_state(r, PLAYER_WAITING);
  rehearsal_wait(r, 20 * SECOND);
  assert_non_null(strstr(rehearsal_take_log(r), "Well done.\n"));
}

static void a_wait_with_a_limit_ends_by_a_key(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 6 * SECOND);
  rehearsal_ask(r, REQUEST_PLAY);
  rehearsal_wait(r, SECOND);
  assert_non_null(strstr(rehearsal_take_log(r), "Well done.\n"));
}

static void seeking_stays_in_the_step_or_goes_on_to_the_next(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask_value(r, REQUEST_SEEK_BY, -1000 * SECOND);
  assert_int_equal(rehearsal_view(r).frame, 0);
  rehearsal_wait(r, SECOND / 10);
  rehearsal_ask_value(r, REQUEST_SEEK_TO, 12 * SECOND);
  assert_int_equal(rehearsal_view(r).frame, 12 * SECOND);
  rehearsal_ask_value(r, REQUEST_SEEK_TO, -1);
  rehearsal_ask_value(r, REQUEST_SEEK_TO, 1000 * SECOND);
  assert_int_equal(rehearsal_view(r).frame, 12 * SECOND);
  assert_int_equal(rehearsal_view(r).jumps, 2);
  rehearsal_ask_value(r, REQUEST_SEEK_BY, 1000 * SECOND);
  assert_int_equal(rehearsal_view(r).step, 1);
}

static void stop_keeps_the_place_and_play_starts_the_step_again(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, rehearsal_hold_frame(r) + 5 * SECOND);
  rehearsal_ask(r, REQUEST_STOP);
  rehearsal_wait_for_silence(r);
  rehearsal_assert_state(r, PLAYER_STOPPED);
  assert_true(rehearsal_view(r).frame >= rehearsal_hold_frame(r) + 5 * SECOND);
  assert_false(rehearsal_view(r).finished);
  rehearsal_ask(r, REQUEST_PLAY);
  assert_int_equal(rehearsal_view(r).frame, 0);
  rehearsal_assert_state(r, PLAYER_PLAYING);
}

static void quit_says_so_and_finishes(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait(r, SECOND);
  rehearsal_take_log(r);
  rehearsal_ask(r, REQUEST_QUIT);
  assert_false(rehearsal_view(r).finished);
  rehearsal_wait(r, 3 * SECOND);
  assert_true(rehearsal_view(r).finished);
  assert_string_equal(rehearsal_take_log(r),
                      "> Stopped. Your place is kept.\n");
}

static void the_session_ends_after_its_last_frame(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_ask(r, REQUEST_NEXT);
  rehearsal_wait(r, 40 * SECOND);
  rehearsal_assert_state(r, PLAYER_ENDED);
  assert_true(rehearsal_view(r).finished);
}

#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, rehearsal_set_up, rehearsal_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_pause_is_silent_at_once_and_says_where),
      TEST(going_on_starts_the_sentence_again),
      TEST(going_on_in_a_hold_loses_and_repeats_nothing),
      TEST(pause_and_play_are_idempotent),
      TEST(next_says_the_step_and_leaves_its_announcement_out),
      TEST(next_in_a_pause_stays_paused),
      TEST(next_after_the_last_step_stops),
      TEST(back_goes_to_the_start_then_to_the_step_before),
      cmocka_unit_test(long_names_hold_nobody_who_goes_back),
      TEST(every_jump_is_counted_and_nothing_else),
      TEST(back_after_an_accidental_next_returns),
      TEST(back_after_an_accidental_next_keeps_what_was_added),
      TEST(another_key_makes_next_no_accident),
      TEST(a_wait_without_limit_ends_by_a_key),
      TEST(media_players_show_a_wait_as_a_pause),
      cmocka_unit_test(without_any_input_a_wait_takes_its_time),
      TEST(a_wait_with_a_limit_goes_on_by_itself),
      TEST(a_wait_with_a_limit_ends_by_a_key),
      TEST(seeking_stays_in_the_step_or_goes_on_to_the_next),
      TEST(stop_keeps_the_place_and_play_starts_the_step_again),
      TEST(quit_says_so_and_finishes),
      TEST(the_session_ends_after_its_last_frame),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
