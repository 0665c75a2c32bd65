/* What a session may hold is known before memory is taken for it. */

#include "unit.h"

#include "base/frames.h"
#include "base/text.h"
#include "planner/planner.h"
#include "support/allocator.h"
#include "support/planned.h"

#include <stdio.h>

/* Plans `text`, stretched to `fit_frames` unless that is 0, and counts what it
   asks memory for. */
static enum status plan_counted(const char *text, int64_t fit_frames,
                                size_t *bytes, char message[256])
{
  struct planned planned;
  planned_init(&planned, text);
  planned.options.fit_frames = fit_frames;
  const size_t before = allocator_bytes();
  const enum status status = planned_make(&planned);
  *bytes = allocator_bytes() - before;
  message[0] = '\0';
  if (planned.diagnostics.error_count > 0) {
    diagnostics_sort(&planned.diagnostics);
    snprintf(message, 256, "%s", planned.diagnostics.items[0].message);
  }
  planned_finish(&planned);
  return status;
}

static void cues_are_counted_before_any_is_laid_out(void **state)
{
  (void)state;
  struct text during = {0};
  text_append(&during, "during 20 hours\n");
  for (int i = 0; i < 200; i++) {
    text_append(&during, "every 1 second chime\n");
  }
  text_append(&during, "end during\n");
  struct text fitted = {0};
  text_append(&fitted, "during 10 minutes\n");
  for (int i = 0; i < 150; i++) {
    text_append(&fitted, "every 1 second chime\n");
  }
  text_append(&fitted, "end during\n");
  const struct {
    const char *text;
    int64_t fit_frames;
  } sessions[] = {
      {text_string(&during), 0},
      {text_string(&fitted), INT64_C(15) * 60 * FRAME_RATE},
      {"hold 20 hours with chime every 1 second and time left every 1 second\n",
       0},
      {"repeat 300 times\nrepeat 300 times\n"
       "hold 3 seconds with countdown from 3\nend\nend\n",
       0},
  };
  for (size_t i = 0; i < sizeof(sessions) / sizeof(sessions[0]); i++) {
    size_t bytes = 0;
    char message[256];
    assert_int_equal(
        plan_counted(sessions[i].text, sessions[i].fit_frames, &bytes, message),
        STATUS_BAD_ROUTINE);
    assert_string_equal(message,
                        "A session holds 100000 cues and sentences at most, "
                        "and this one holds more.");
    assert_in_range(bytes, 0, 40000000);
  }
  text_finish(&during);
  text_finish(&fitted);
}

static void nearly_a_day_of_chimes_is_not_too_much(void **state)
{
  (void)state;
  size_t bytes = 0;
  char message[256];
  assert_int_equal(plan_counted("hold 23 hours with chime every 1 second\n", 0,
                                &bytes, message),
                   STATUS_OK);
  assert_in_range(bytes, 1, 300000000);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cues_are_counted_before_any_is_laid_out),
      cmocka_unit_test(nearly_a_day_of_chimes_is_not_too_much),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
