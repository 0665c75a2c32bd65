/* The closing words: how long the session really was. */

#include "unit.h"

#include "support/rehearsal.h"

#include <stdlib.h>
#include <string.h>

/* A session of a minute that tells its length at its end. */
static struct rehearsal *rehearse_minute(int64_t from, int64_t earlier)
{
  struct rehearsal *r = calloc(1, sizeof(*r));
  assert_non_null(r);
  rehearsal_init(r);
  r->options.from_frame = from;
  r->options.earlier_frames = earlier;
  rehearsal_step(r, "Lie", SIDE_NONE, 0);
  rehearsal_say(r, EVENT_SAY, "Lie still.", SECOND);
  rehearsal_span(r, EVENT_HOLD, 34 * SECOND, false);
  rehearsal_step(r, "Rest", SIDE_NONE, 0);
  rehearsal_span(r, EVENT_HOLD, 20 * SECOND, false);
  rehearsal_say(r, EVENT_ANNOUNCE, "Session complete.", SECOND);
  rehearsal_say(r, EVENT_ANNOUNCE, "1 minute.", SECOND);
  rehearsal_begin(r);
  return r;
}

static int set_up(void **state)
{
  *state = rehearse_minute(0, 0);
  return 0;
}

static int set_up_later(void **state)
{
  *state = rehearse_minute(30 * SECOND, 65 * SECOND);
  return 0;
}

static void assert_ends_with(struct rehearsal *r, const char *words)
{
  for (int i = 0; i < 200 && !rehearsal_view(r).finished; i++) {
    rehearsal_wait(r, SECOND);
  }
  rehearsal_assert_state(r, PLAYER_ENDED);
  const char *log = rehearsal_take_log(r);
  const char *end = strstr(log, "Session complete.\n");
  assert_non_null(end);
  assert_string_equal(end + strlen("Session complete.\n"), words);
}

static void who_only_follows_hears_the_plan(void **state)
{
  assert_ends_with(*state, "1 minute.\n");
}

static void pauses_and_answers_do_not_count(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, 5 * SECOND);
  rehearsal_ask(r, REQUEST_WHERE);
  rehearsal_wait_for_silence(r);
  rehearsal_ask(r, REQUEST_PAUSE);
  rehearsal_wait(r, 30 * SECOND);
  rehearsal_ask(r, REQUEST_PLAY);
  assert_ends_with(r, "1 minute.\n");
}

static void what_was_added_counts(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, 5 * SECOND);
  rehearsal_ask(r, REQUEST_EXTEND);
  assert_ends_with(r, "> 1 minute 30 seconds.\n");
  assert_true(r->right_frame > r->left_frame + SECOND);
}

static void what_was_skipped_does_not(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, 16 * SECOND);
  rehearsal_ask(r, REQUEST_NEXT);
  assert_ends_with(r, "> 40 seconds.\n");
}

static void earlier_sittings_count(void **state)
{
  assert_ends_with(*state, "> 1 minute 35 seconds.\n");
}

static void a_key_may_interrupt_it(void **state)
{
  struct rehearsal *r = *state;
  rehearsal_wait_for(r, 5 * SECOND);
  rehearsal_ask(r, REQUEST_EXTEND);
  rehearsal_wait_for(r, rehearsal_start_of(r, "1 minute."));
  rehearsal_ask(r, REQUEST_LOUDER);
  assert_ends_with(r, "> 1 minute 30 seconds.\n> 100 per cent volume.\n");
}

#define TEST(name)                                                             \
  cmocka_unit_test_setup_teardown(name, set_up, rehearsal_tear_down)
#define LATER(name)                                                            \
  cmocka_unit_test_setup_teardown(name, set_up_later, rehearsal_tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(who_only_follows_hears_the_plan),
      TEST(pauses_and_answers_do_not_count),
      TEST(what_was_added_counts),
      TEST(what_was_skipped_does_not),
      LATER(earlier_sittings_count),
      TEST(a_key_may_interrupt_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
