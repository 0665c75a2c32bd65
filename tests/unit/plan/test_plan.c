/* Questions to a timetable, and its two printed forms. */

#include "unit.h"

#include "base/frames.h"
#include "plan/plan.h"
#include "plan/print.h"
#include "support/planned.h"

#include <jansson.h>
#include <string.h>

static const char routine[] = "title Two steps\n"                 /* 1 */
                              "language en-gb\n"                  /* 2 */
                              "say Hello.\n"                      /* 3 */
                              "wait for me, at most 30 seconds\n" /* 4 */
                              "each side\n"                       /* 5 */
                              "step Lift\n"                       /* 6 */
                              "say Lift your @side \"leg\".\n"    /* 7 */
                              "hold 12.3456789 seconds\n"         /* 8 */
                              "end each side\n"                   /* 9 */
                              "repeat 2 times\n"                  /* 10 */
                              "say Again.\n"                      /* 11 */
                              "end repeat\n"                      /* 12 */
                              "during 10 seconds\n"               /* 13 */
                              "every 20 seconds say Stay.\n"      /* 14 */
                              "end during\n";                     /* 15 */

static const struct event *find_event(const struct plan *plan,
                                      enum event_kind kind, size_t number)
{
  for (size_t i = 0; i < plan->event_count; i++) {
    if (plan->events[i].kind == kind && number-- == 0) {
      return &plan->events[i];
    }
  }
  fail();
  return NULL;
}

static void steps_and_speech_are_found_by_frame(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, routine);
  assert_int_equal(planned_make(&planned), STATUS_OK);
  const struct plan *plan = planned.plan;
  assert_int_equal(plan->step_count, 3);
  for (size_t i = 0; i < plan->step_count; i++) {
    const struct step *step = &plan->steps[i];
    assert_int_equal(plan_step_at(plan, step->start_frame), i);
    assert_int_equal(plan_step_at(plan, step->start_frame + step->frames - 1),
                     i);
  }
  assert_int_equal(plan_step_at(plan, -1), 0);
  assert_int_equal(plan_step_at(plan, plan->frames + 1), 2);
  const struct event *say = find_event(plan, EVENT_SAY, 0);
  const size_t index = (size_t)(say - plan->events);
  assert_int_equal(plan_speech_at(plan, say->start_frame), index);
  assert_int_equal(plan_speech_at(plan, say->start_frame + say->frames - 1),
                   index);
  assert_int_equal(plan_speech_at(plan, say->start_frame + say->frames),
                   SIZE_MAX);
  assert_int_equal(plan_speech_at(plan, say->start_frame - 1), SIZE_MAX);
  planned_finish(&planned);
}

/* A cue said while a span lasts is in the span; what begins when the span ends
   is not. */
static void a_place_in_a_span_ends_with_it(void **state)
{
  (void)state;
  static const struct event events[] = {
      {.kind = EVENT_HOLD, .frames = 1000, .place = {.line = 1}},
      {.kind = EVENT_COUNT, .start_frame = 400, .frames = 9, .place.line = 1},
      {.kind = EVENT_PAUSE, .start_frame = 1000, .frames = 9, .place.line = 2},
  };
  const struct plan plan = {.frames = 1009, .events = events, .event_count = 3};
  assert_int_equal(plan_place_at(&plan, 500), 0);
  assert_int_equal(plan_place_at(&plan, 999), 0);
  assert_int_equal(plan_place_at(&plan, 1000), 2);
}

/* --- The same place --- */

/* Plans `before` and `after` and asks where the frame `offset` into the event
   of the first is in the second. */
static void find_again(const char *before, const char *after,
                       enum event_kind kind, size_t number, int64_t offset,
                       int64_t *from_start, bool *exact)
{
  struct planned a;
  struct planned b;
  planned_init(&a, before);
  planned_init(&b, after);
  assert_int_equal(planned_make(&a), STATUS_OK);
  assert_int_equal(planned_make(&b), STATUS_OK);
  const struct event *event = find_event(a.plan, kind, number);
  const int64_t frame =
      plan_same_place(a.plan, event->start_frame + offset, b.plan, exact);
  const struct event *same = find_event(b.plan, kind, number);
  *from_start = frame - same->start_frame;
  planned_finish(&a);
  planned_finish(&b);
}

static void a_place_outlives_lines_above_it(void **state)
{
  (void)state;
  bool exact = false;
  int64_t from_start = 0;
  find_again("hold 9 seconds\nhold 15 seconds\n",
             "note new\n\nsay More words.\nhold 9 seconds\nhold 15 seconds\n",
             EVENT_HOLD, 1, 70000, &from_start, &exact);
  assert_true(exact);
  assert_int_equal(from_start, 70000);
}

static void a_place_outlives_another_length(void **state)
{
  (void)state;
  bool exact = false;
  int64_t from_start = 0;
  find_again("hold 9 seconds\n", "hold 5 seconds\n", EVENT_HOLD, 0,
             7 * FRAME_RATE, &from_start, &exact);
  assert_true(exact);
  assert_int_equal(from_start, 5 * FRAME_RATE);
}

static void a_place_outlives_other_words_in_its_line(void **state)
{
  (void)state;
  bool exact = false;
  int64_t from_start = 0;
  find_again("say One.\nsay Lie down.\n", "say One.\nsay Lie down slowly.\n",
             EVENT_SAY, 1, 0, &from_start, &exact);
  assert_true(exact);
  assert_int_equal(from_start, 0);
}

static void sides_and_rounds_are_told_apart(void **state)
{
  (void)state;
  static const char text[] = "repeat 2 times\neach side\nsay Lift.\n"
                             "hold 5 seconds\nend each side\nend repeat\n";
  for (size_t i = 0; i < 4; i++) {
    bool exact = false;
    int64_t from_start = 0;
    find_again(text, text, EVENT_HOLD, i, 4000, &from_start, &exact);
    assert_true(exact);
    assert_int_equal(from_start, 4000);
  }
}

static void what_is_gone_leaves_its_step(void **state)
{
  (void)state;
  struct planned a;
  struct planned b;
  bool exact = true;
  planned_init(&a, "step One\nsay Hm.\nstep Two\nsay Ah.\nhold 9 seconds\n");
  planned_init(&b, "step One\nsay Hm.\nsay Yes.\nstep Two\nsay Oh.\n");
  assert_int_equal(planned_make(&a), STATUS_OK);
  assert_int_equal(planned_make(&b), STATUS_OK);
  const struct event *hold = find_event(a.plan, EVENT_HOLD, 0);
  assert_int_equal(
      plan_same_place(a.plan, hold->start_frame + 9, b.plan, &exact),
      b.plan->steps[1].start_frame);
  assert_false(exact);
  planned_finish(&b);
  planned_init(&b, "step Three\nsay Hm.\n");
  assert_int_equal(planned_make(&b), STATUS_OK);
  assert_int_equal(
      plan_same_place(a.plan, hold->start_frame + 9, b.plan, &exact), 0);
  assert_false(exact);
  planned_finish(&a);
  planned_finish(&b);
}

/* --- JSON --- */

static json_t *load_json(const char *text)
{
  struct planned planned;
  struct text json = {0};
  planned_init(&planned, text);
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_int_equal(plan_print_json(planned.plan, &json), STATUS_OK);
  json_error_t error;
  json_t *object = json_loads(text_string(&json), 0, &error);
  assert_non_null(object);
  text_finish(&json);
  planned_finish(&planned);
  return object;
}

static void assert_keys(json_t *object, const char *const keys[])
{
  size_t i = 0;
  const char *key;
  json_t *value;
  json_object_foreach(object, key, value)
  {
    assert_non_null(keys[i]);
    assert_string_equal(key, keys[i]);
    i++;
  }
  assert_null(keys[i]);
}

static void json_has_its_fields_in_order(void **state)
{
  (void)state;
  static const char *const top[] = {
      "title", "language", "rate_hz",  "duration_s",   "waits", "waits_s",
      "steps", "events",   "warnings", "descriptions", NULL};
  static const char *const step[] = {"number",  "name",       "side", "round",
                                     "start_s", "duration_s", NULL};
  static const char *const event[] = {"at_s", "duration_s", "kind", "text",
                                      "side", "line",       "file", NULL};
  static const char *const warning[] = {"file", "line", "message", NULL};
  json_t *plan = load_json(routine);
  assert_keys(plan, top);
  assert_keys(json_array_get(json_object_get(plan, "steps"), 0), step);
  assert_keys(json_array_get(json_object_get(plan, "events"), 0), event);
  assert_keys(json_array_get(json_object_get(plan, "warnings"), 0), warning);
  json_decref(plan);
}

static json_t *find_text(json_t *plan, const char *text)
{
  size_t i;
  json_t *event;
  json_array_foreach(json_object_get(plan, "events"), i, event)
  {
    if (strcmp(json_string_value(json_object_get(event, "text")), text) == 0) {
      return event;
    }
  }
  fail_msg("no event says: %s", text);
  return NULL;
}

/* An argument has no more precision than a double, as constants have where
   arithmetic is done in 80 bits. */
static void assert_real(json_t *object, const char *key, double expected)
{
  const double found = json_real_value(json_object_get(object, key));
  assert_true(found == expected);
}

static void json_tells_who_says_what_and_when(void **state)
{
  (void)state;
  json_t *plan = load_json(routine);
  assert_int_equal(json_integer_value(json_object_get(plan, "rate_hz")), 48000);
  assert_int_equal(json_integer_value(json_object_get(plan, "waits")), 1);
  assert_real(plan, "waits_s", 30.0);
  json_t *step = json_array_get(json_object_get(plan, "steps"), 2);
  assert_int_equal(json_integer_value(json_object_get(step, "number")), 3);
  assert_string_equal(json_string_value(json_object_get(step, "name")), "Lift");
  assert_string_equal(json_string_value(json_object_get(step, "side")),
                      "right");
  assert_true(json_is_null(json_object_get(step, "round")));
  json_t *say = find_text(plan, "Lift your left \"leg\".");
  assert_string_equal(json_string_value(json_object_get(say, "kind")), "say");
  assert_string_equal(json_string_value(json_object_get(say, "side")), "left");
  assert_int_equal(json_integer_value(json_object_get(say, "line")), 7);
  assert_real(say, "duration_s", 1.26);
  assert_non_null(
      strstr(json_string_value(json_object_get(say, "file")), ".routine"));
  json_t *title = find_text(plan, "Two steps.");
  assert_real(title, "at_s", 0.8);
  assert_true(json_is_null(json_object_get(title, "line")));
  assert_true(json_is_null(json_object_get(title, "file")));
  json_decref(plan);
}

static void json_rounds_to_six_decimals(void **state)
{
  (void)state;
  struct planned planned;
  struct text json = {0};
  planned_init(&planned, "hold 12.3456789 seconds\nhold 1 second\n");
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_int_equal(plan_print_json(planned.plan, &json), STATUS_OK);
  /* 592592.5872 frames are 592593, which are 12.3456875 s */
  assert_non_null(strstr(text_string(&json), "\"duration_s\": 12.345688,"));
  assert_non_null(strstr(text_string(&json), "\"duration_s\": 1.0,"));
  assert_null(strstr(text_string(&json), "000000"));
  text_finish(&json);
  planned_finish(&planned);
}

/* --- Lines --- */

static void lines_are_readable_aloud(void **state)
{
  (void)state;
  struct planned planned;
  struct text lines = {0};
  planned_init(&planned, routine);
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_int_equal(plan_print_lines(planned.plan, &lines), STATUS_OK);
  const char *text = text_string(&lines);
  assert_non_null(strstr(text, "Two steps\n"));
  assert_non_null(strstr(text, " in all, 3 steps, "));
  assert_non_null(strstr(text, "0:30.00 of it in 1 wait\n"));
  assert_non_null(strstr(text, " step 3 of 3: Lift, right side, "));
  assert_non_null(strstr(text, " say, left side: Lift your left \"leg\".\n"));
  assert_non_null(strstr(text, " hold, left side, 12.35 seconds\n"));
  text_finish(&lines);
  planned_finish(&planned);
}

static void every_kind_has_its_word(void **state)
{
  (void)state;
  static const char *const words[] = {
      "say",       "explain",     "announce",   "cue",
      "count",     "move",        "chime",      "sound",
      "breath_in", "breath_hold", "breath_out", "background",
      "hold",      "rest",        "pause",      "wait"};
  for (int kind = EVENT_SAY; kind <= EVENT_WAIT; kind++) {
    assert_string_equal(event_kind_name((enum event_kind)kind), words[kind]);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(steps_and_speech_are_found_by_frame),
      cmocka_unit_test(a_place_in_a_span_ends_with_it),
      cmocka_unit_test(a_place_outlives_lines_above_it),
      cmocka_unit_test(a_place_outlives_another_length),
      cmocka_unit_test(a_place_outlives_other_words_in_its_line),
      cmocka_unit_test(sides_and_rounds_are_told_apart),
      cmocka_unit_test(what_is_gone_leaves_its_step),
      cmocka_unit_test(json_has_its_fields_in_order),
      cmocka_unit_test(json_tells_who_says_what_and_when),
      cmocka_unit_test(json_rounds_to_six_decimals),
      cmocka_unit_test(lines_are_readable_aloud),
      cmocka_unit_test(every_kind_has_its_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
