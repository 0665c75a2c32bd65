/* What the planner reports, where it stops, and what it does without memory or
   a voice. */

#include "unit.h"

#include "base/frames.h"
#include "base/text.h"
#include "planner/planner.h"
#include "support/allocator.h"
#include "support/planned.h"

#include <string.h>

static void assert_reported(const struct diagnostics *diagnostics,
                            enum severity severity, uint32_t line,
                            const char *part)
{
  for (size_t i = 0; i < diagnostics->count; i++) {
    const struct diagnostic *item = &diagnostics->items[i];
    if (item->severity == severity && location_line(item->where) == line &&
        strstr(item->message, part)) {
      return;
    }
  }
  for (size_t i = 0; i < diagnostics->count; i++) {
    print_error("line %u: %s\n", location_line(diagnostics->items[i].where),
                diagnostics->items[i].message);
  }
  fail_msg("nothing was said of line %u: %s", line, part);
}

static const struct {
  const char *text;
  uint32_t line;
  const char *message;
} wrong[] = {
    {"hold 0.000001 seconds\n", 1, "longer than nothing"},
    {"hold 2 seconds with countdown from 3\n", 1, "countdown from 3"},
    {"hold 10 seconds with chime every 0.5 seconds\n", 1, "More cues"},
    {"during 10 seconds\nat 11 seconds say x\nend during\n", 2,
     "stands at 11 seconds"},
    {"during 10 seconds\n11 seconds before the end say x\nend during\n", 2,
     "stands at 11 seconds"},
    {"during 10 seconds\nat 3 seconds say Let it soften now.\n"
     "at 4 seconds say Stay.\nend during\n",
     3, "the cue of line 2"},
    {"during 9 seconds\nevery 1 second say Let your jaw soften.\nend during\n",
     2, "one takes 1.2 seconds"},
    {"during 1 minute\nbreathe in 4 out 6\nbreathe in 2 out 3\nend during\n", 3,
     "already"},
    {"during 20 hours\nevery 0.5 seconds say x\nend during\n", 2,
     "100000 cues at most"},
    {"value n 2.5\nrepeat @n times\nsay x\nend repeat\n", 2, "whole number"},
    {"value n 0\nbreathe in @n out 3 for 2 breaths\n", 2, "part of a breath"},
    {"say x\nsound missing\n", 2, "no sound called \"missing\""},
    {"chime missing\n", 1, "no sound called \"missing\""},
    {"background missing\n", 1, "no sound called \"missing\""},
    {"repeat 200000 times\nsay x\nend repeat\n", 2, "100000 cues"},
    {"reps 60000\nmove Lift for 1 second\nend reps\n", 1, "100000 cues"},
    {"repeat 3 times\nduring 7 hours 54 minutes\nevery 0.8 seconds chime\n"
     "end during\nend repeat\n",
     2, "100000 cues"},
    {"count 90000 every 10 seconds\n", 1, "24 hours"},
    {"repeat 30 times\nhold 1 hour\nend repeat\n", 0, "24 hours"},
    {"breathe in 600 out 600 for 80 breaths\n", 1, "24 hours"},
    {"repeat 1000000 times\nrepeat 2 times\nspeed 150\nend\nend\n", 2,
     "more than 1000000 statements"},
};

static void what_is_wrong_is_told_with_its_line(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
    struct planned planned;
    planned_init(&planned, wrong[i].text);
    if (planned_make(&planned) != STATUS_BAD_ROUTINE) {
      fail_msg("no error in: %s", wrong[i].text);
    }
    assert_null(planned.plan);
    assert_reported(&planned.diagnostics, SEVERITY_ERROR, wrong[i].line,
                    wrong[i].message);
    planned_finish(&planned);
  }
}

static void every_error_is_told_once(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "repeat 5 times\nsound missing\nend repeat\n"
                         "hold 2 seconds with countdown from 3\n");
  assert_int_equal(planned_make(&planned), STATUS_BAD_ROUTINE);
  assert_int_equal(planned.diagnostics.error_count, 2);
  planned_finish(&planned);
}

static const struct {
  const char *name, *value;
  const char *message;
} bad_settings[] = {
    {"size", "3", "no value called \"size\". It has: length, mood, n."},
    {"length", "soon", "cannot be \"soon\": it is a duration"},
    {"length", "30", "it is a duration"},
    {"length", "2 minutes", "between 5 seconds and 1 minute"},
    {"length", "20 breaths", "between 5 seconds and 1 minute"},
    {"mood", "loud", "it is calm, bright or dull."},
    {"n", "many", "it is a number"},
    {"n", "0x10", "it is a number"},
    {"n", "nan", "it is a number"},
};

#define WITH_VALUES                                                            \
  "value length 10 seconds, from 5 to 60 seconds\n"                            \
  "value mood calm or bright or dull\nvalue n 3\n"                             \
  "say @n @mood\nhold @length\n"

static void settings_are_checked(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(bad_settings) / sizeof(bad_settings[0]); i++) {
    struct planned planned;
    const struct plan_setting setting = {bad_settings[i].name,
                                         bad_settings[i].value};
    planned_init(&planned, WITH_VALUES);
    planned.options.settings = &setting;
    planned.options.setting_count = 1;
    assert_int_equal(planned_make(&planned), STATUS_BAD_ARGUMENT);
    assert_reported(&planned.diagnostics, SEVERITY_ERROR, 0,
                    bad_settings[i].message);
    planned_finish(&planned);
  }
}

static void the_last_setting_of_a_value_counts(void **state)
{
  (void)state;
  const struct plan_setting settings[] = {
      {"length", "50s"}, {"LENGTH", "2 breaths"}, {"Mood", "bright"}};
  struct planned planned;
  planned_init(&planned, WITH_VALUES);
  planned.options.settings = settings;
  planned.options.setting_count = 3;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  const struct event *say = &planned.plan->events[3];
  assert_string_equal(say->text, "3 bright");
  assert_int_equal(say[1].kind, EVENT_HOLD);
  assert_int_equal(say[1].frames, 20 * FRAME_RATE);
  planned_finish(&planned);
}

static void a_background_that_is_not_there_is_named(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "say x\n");
  planned.options.background = "missing";
  assert_int_equal(planned_make(&planned), STATUS_BAD_ARGUMENT);
  assert_reported(&planned.diagnostics, SEVERITY_ERROR, 0,
                  "The background \"missing\" cannot be used");
  planned_finish(&planned);
}

/* --- Fitting --- */

static void what_cannot_be_fitted_tells_its_range(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "title Fit\nhold 10 seconds\n");
  planned.options.fit_frames = (int64_t)60 * FRAME_RATE;
  assert_int_equal(planned_make(&planned), STATUS_FIT_OUT_OF_REACH);
  /* 0.8 + 0.24 + 1 + 0.54 + 4, 5 to 20, 0.8 + 0.8 + 1.02 + 1 + 0.54 */
  assert_reported(&planned.diagnostics, SEVERITY_ERROR, 0,
                  "can last from 16 seconds to 30 seconds.");
  planned_finish(&planned);
}

static void whole_breaths_alone_meet_few_lengths(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "title Fit\nbreathe in 4 out 6 for 6 breaths\n");
  planned.options.fit_frames = (int64_t)75 * FRAME_RATE;
  assert_int_equal(planned_make(&planned), STATUS_FIT_OUT_OF_REACH);
  assert_reported(&planned.diagnostics, SEVERITY_ERROR, 0, "whole breaths");
  planned_finish(&planned);
}

/* All rounds breathe alike, so that one factor can only add a breath to each;
   the short hold cannot absorb that, and so not every round gets one. */
static void breaths_are_spread_where_holds_cannot_absorb(void **state)
{
  (void)state;
  for (int target = 250; target < 800; target += 13) {
    struct planned planned;
    planned_init(&planned, "title Fit\nhold 20 seconds without cues\n"
                           "repeat 10 times\n"
                           "breathe in 4 out 6 for 4 breaths\nend repeat\n");
    planned.options.fit_frames = (int64_t)target * FRAME_RATE;
    assert_int_equal(planned_make(&planned), STATUS_OK);
    assert_true(llabs(planned.plan->frames - planned.options.fit_frames) <=
                FRAME_RATE);
    planned_finish(&planned);
  }
}

static void a_spoken_length_is_the_fitted_one(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "title Fit\nvalue long 40 seconds\n"
                         "say Hold for @long.\nhold @long without cues\n");
  planned.options.fit_frames = (int64_t)90 * FRAME_RATE;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  const struct event *say = &planned.plan->events[4];
  char expected[64];
  snprintf(expected, sizeof(expected), "Hold for 1 minute %.0f seconds.",
           seconds_from_frames(say[1].frames) - 60);
  assert_int_equal(say[1].kind, EVENT_HOLD);
  assert_string_equal(say->text, expected);
  assert_true(llabs(planned.plan->frames - planned.options.fit_frames) <=
              FRAME_RATE);
  planned_finish(&planned);
}

/* --- Sounds --- */

/* -10 dB, whether it stands by itself or in a span. */
static void a_soft_chime_is_half_as_loud(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned, "chime\nchime soft\nchime bowl soft\n"
                         "during 30 seconds\nat halfway chime soft\n"
                         "end during\n");
  assert_int_equal(planned_make(&planned), STATUS_OK);
  for (size_t i = 0; i < planned.plan->event_count; i++) {
    const struct event *event = &planned.plan->events[i];
    const uint32_t line = event->place.line;
    const bool soft = line == 2 || line == 3 || line == 5;
    assert_float_equal(event->gain, soft ? 0.316228f : 1.0f, 1e-5f);
  }
  planned_finish(&planned);
}

/* --- The voice --- */

static enum status refuse(void *listener, const struct utterance *utterance)
{
  return strstr(utterance->text, "unspeakable") ? *(const enum status *)listener
                                                : STATUS_OK;
}

static void a_sentence_that_cannot_be_spoken_costs_itself(void **state)
{
  (void)state;
  enum status answer = STATUS_VOICE_FAILED;
  struct planned planned;
  planned_init(&planned, "say One. The unspeakable. Two.\n");
  planned.clips.listen = refuse;
  planned.clips.listener = &answer;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_reported(&planned.diagnostics, SEVERITY_WARNING, 1, "left out");
  assert_int_equal(planned.plan->warning_count, 1);
  assert_string_equal(planned.plan->events[3].text, "One.");
  assert_string_equal(planned.plan->events[4].text, "Two.");
  planned_finish(&planned);
}

static enum status refuse_all(void *listener, const struct utterance *utterance)
{
  (void)listener;
  (void)utterance;
  return STATUS_VOICE_GONE;
}

static void without_a_voice_bells_and_holds_are_left(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(&planned,
               "title Quiet\nstep One\nsay Lie down.\n"
               "hold 40 seconds with halfway and countdown from 3\n"
               "reps 3\nmove Lift for 2 seconds\nmove Lower for 2 seconds\n"
               "end reps\ncount 3 every 2 seconds\neach side\nsay @side.\n"
               "end each side\nrest 5 seconds\nchime\n");
  planned.clips.listen = refuse_all;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_int_equal(planned.plan->warning_count, 1);
  assert_reported(&planned.diagnostics, SEVERITY_WARNING, 0, "bells and tones");
  size_t bells = 0;
  size_t holds = 0;
  for (size_t i = 0; i < planned.plan->event_count; i++) {
    const struct event *event = &planned.plan->events[i];
    assert_true(!event->spoken || event->clip->frames == 0);
    bells += event->kind == EVENT_CHIME;
    holds += event->kind == EVENT_HOLD;
  }
  assert_true(bells >= 3);
  assert_true(holds >= 1);
  planned_finish(&planned);
}

static void a_voice_that_is_not_there_is_an_error(void **state)
{
  (void)state;
  enum status answer = STATUS_NO_VOICE;
  struct planned planned;
  planned_init(&planned, "say One.\nvoice robot\nsay The unspeakable.\n");
  planned.clips.listen = refuse;
  planned.clips.listener = &answer;
  assert_int_equal(planned_make(&planned), STATUS_BAD_ROUTINE);
  assert_reported(&planned.diagnostics, SEVERITY_ERROR, 2, "robot");
  planned_finish(&planned);
}

/* What was asked of the voice, a line an utterance. */
static enum status write_down(void *listener, const struct utterance *utterance)
{
  text_append_format(listener, "%s|%s|%d|%d|%d|%s\n", utterance->language,
                     utterance->voice ? utterance->voice : "-",
                     utterance->speed, utterance->pitch, utterance->volume,
                     utterance->text);
  return STATUS_OK;
}

static void the_voice_is_told_how_to_speak(void **state)
{
  (void)state;
  struct text heard = {0};
  struct planned planned;
  planned_init(&planned,
               "language en-gb\nvoice plain\nspeed 110\npitch 40\n"
               "pronounce psoas as so-as\n"
               "exercise loud\nvolume 80\nvoice calm\nsay Psoas, psoas!\n"
               "end exercise\nsay One.\ndo loud\nsay Two.\n");
  planned.clips.listen = write_down;
  planned.clips.listener = &heard;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  const char *first =
      strstr(text_string(&heard), "en-gb|plain|110|40|100|One.");
  const char *second =
      strstr(text_string(&heard), "en-gb|calm|110|40|80|so-as, so-as!");
  const char *third =
      strstr(text_string(&heard), "en-gb|plain|110|40|100|Two.");
  assert_non_null(first);
  assert_true(second > first);
  assert_true(third > second);
  text_finish(&heard);
  planned_finish(&planned);
}

static void the_listener_comes_before_the_author(void **state)
{
  (void)state;
  struct text heard = {0};
  struct planned planned;
  planned_init(&planned, "language en-gb\nvoice plain\nspeed 110\nsay One.\n"
                         "speed 200\nvoice calm\npitch 10\nsay Two.\n");
  planned.clips.listen = write_down;
  planned.clips.listener = &heard;
  planned.options.voice = "whisper";
  planned.options.speed = 150;
  planned.options.pitch = 60;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  assert_non_null(strstr(text_string(&heard), "en-gb|whisper|150|60|100|One."));
  assert_non_null(strstr(text_string(&heard), "en-gb|whisper|150|60|100|Two."));
  text_finish(&heard);
  planned_finish(&planned);
}

/* --- Memory --- */

static void every_allocation_may_fail(void **state)
{
  (void)state;
  struct planned planned;
  planned_init(
      &planned,
      "title All\nvalue long 30 seconds\nexercise twist\n"
      "explain Turn.\ndescribe It turns.\nhold @long\nend exercise\n"
      "each side\ndo twist with long 25 seconds\nrest 15 seconds\nend\n"
      "during 30 seconds\nbreathe in 4 out 6\n"
      "at 3 seconds say Stay.\nevery 10 seconds chime\nend during\n"
      "reps 2\nmove Lift for 2 seconds\nend reps\n"
      "count 3 every 1 second\nbackground rain\nwait for me\n");
  planned.options.fit_frames = (int64_t)200 * FRAME_RATE;
  assert_int_equal(planned_make(&planned), STATUS_OK);
  bool refused = true;
  for (long count = 0; refused; count++) {
    struct plan *plan = NULL;
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics);
    allocator_fail_after(count);
    const enum status status =
        plan_create(planned.loaded.script, &planned.clips.source,
                    &planned.options, &diagnostics, &plan);
    refused = allocator_recover();
    assert_int_equal(status, refused ? STATUS_NO_MEMORY : STATUS_OK);
    assert_true(refused == !plan);
    plan_destroy(plan);
    diagnostics_finish(&diagnostics);
  }
  planned_finish(&planned);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_wrong_is_told_with_its_line),
      cmocka_unit_test(every_error_is_told_once),
      cmocka_unit_test(settings_are_checked),
      cmocka_unit_test(the_last_setting_of_a_value_counts),
      cmocka_unit_test(a_background_that_is_not_there_is_named),
      cmocka_unit_test(what_cannot_be_fitted_tells_its_range),
      cmocka_unit_test(whole_breaths_alone_meet_few_lengths),
      cmocka_unit_test(breaths_are_spread_where_holds_cannot_absorb),
      cmocka_unit_test(a_spoken_length_is_the_fitted_one),
      cmocka_unit_test(a_soft_chime_is_half_as_loud),
      cmocka_unit_test(a_sentence_that_cannot_be_spoken_costs_itself),
      cmocka_unit_test(without_a_voice_bells_and_holds_are_left),
      cmocka_unit_test(a_voice_that_is_not_there_is_an_error),
      cmocka_unit_test(the_voice_is_told_how_to_speak),
      cmocka_unit_test(the_listener_comes_before_the_author),
      cmocka_unit_test(every_allocation_may_fail),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
