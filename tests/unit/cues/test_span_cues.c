/* How loud the cues of a span are. */

#include "unit.h"

#include "planner/planner.h"
#include "support/planned.h"

#include <math.h>

static void a_countdown_is_3_db_softer_than_instructions(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "say Lie down.\n"
                         "hold 10 seconds with halfway and countdown from 3\n"
                         "count 2 every 2 seconds\n");
  assert_int_equal(planned_make(&planned), STATUS_OK);
  int counted = 0;
  int softer = 0;
  for (size_t i = 0; i < planned.plan->event_count; i++) {
    const struct event *event = &planned.plan->events[i];
    if (event->kind == EVENT_COUNT && event->place.line == 2) {
      softer++;
      assert_true(fabs(20 * log10((double)event->gain) + 3) < 0.01);
    } else if (event->spoken) {
      counted += event->kind == EVENT_COUNT;
      assert_true(event->gain == 1.0f);
    }
  }
  assert_int_equal(softer, 3);
  assert_int_equal(counted, 2);
  planned_finish(&planned);
}

static int count_breaths_in(const char *text)
{
  struct planned planned;
  planned_init(&planned, text);
  assert_int_equal(planned_make(&planned), STATUS_OK);
  int count = 0;
  for (size_t i = 0; i < planned.plan->event_count; i++) {
    count += planned.plan->events[i].kind == EVENT_BREATH_IN;
  }
  planned_finish(&planned);
  return count;
}

static void breath_runs_along_as_often_as_it_fits(void **state)
{
  (void)state;
  assert_int_equal(count_breaths_in("during 1 minute\nbreathe in 4 out 6\n"
                                    "end during\n"),
                   6);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_countdown_is_3_db_softer_than_instructions),
      cmocka_unit_test(breath_runs_along_as_often_as_it_fits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
