/* What holds for every timetable, tried on routines made up at random. A
   failure names its seed; SUPINE_SEED in the environment tries that one alone.
 */

#include "unit.h"

#include "base/frames.h"
#include "library/format_file.h"
#include "phrases/phrases.h"
#include "plan/print.h"
#include "planner/planner.h"
#include "support/clips.h"
#include "support/loaded.h"
#include "support/routines.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define ROUTINES 1000
#define SENTENCE_GAP FRAME_RATE
#define STRIKE_SETTLES (FRAME_RATE * 8 / 10)

static uint64_t current_seed;

/* Fails with the seed that made it. */
#define check(condition)                                                       \
  do {                                                                         \
    if (!(condition)) {                                                        \
      fail_msg("seed %llu: %s", (unsigned long long)current_seed, #condition); \
    }                                                                          \
  } while (0)

static struct plan *make_plan(const struct loaded *loaded,
                              struct test_clips *clips,
                              const struct plan_options *options)
{
  struct diagnostics diagnostics;
  struct plan *plan = NULL;
  diagnostics_init(&diagnostics);
  const enum status status =
      plan_create(loaded->script, &clips->source, options, &diagnostics, &plan);
  if (status != STATUS_OK && status != STATUS_FIT_OUT_OF_REACH) {
    fail_msg("seed %llu, line %u: %s", (unsigned long long)current_seed,
             location_line(diagnostics.items[0].where),
             diagnostics.items[0].message);
  }
  diagnostics_finish(&diagnostics);
  return plan;
}

static struct plan_options plain_options(void)
{
  return (struct plan_options){.countdown = -1, .pitch = -1};
}

/* --- One timetable --- */

static bool sounds(const struct event *event)
{
  return event->clip && event->kind != EVENT_BACKGROUND;
}

/* A chime rings on; only its strike keeps speech away. */
static int64_t busy_until(const struct event *event)
{
  const bool rings =
      event->kind == EVENT_CHIME && event->frames > STRIKE_SETTLES;
  return event->start_frame + (rings ? STRIKE_SETTLES : event->frames);
}

static bool is_instruction(const struct event *event)
{
  return event->kind == EVENT_SAY || event->kind == EVENT_EXPLAIN ||
         event->kind == EVENT_ANNOUNCE;
}

/* Events come by start, so one pass that remembers what still sounds. */
static void nothing_overlaps_a_say(const struct plan *plan)
{
  int64_t say_until = 0;
  int64_t any_until = 0;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (!sounds(event)) {
      continue;
    }
    check(event->start_frame >= say_until);
    if (is_instruction(event)) {
      check(event->start_frame >= any_until);
      say_until = event->start_frame + event->frames;
    }
    if (busy_until(event) > any_until) {
      any_until = busy_until(event);
    }
  }
}

static void one_voice_at_a_time(const struct plan *plan)
{
  int64_t until = 0;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->spoken) {
      check(event->start_frame >= until);
      until = event->start_frame + event->frames;
    }
  }
}

static void no_cue_is_cut(const struct plan *plan)
{
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (sounds(event)) {
      check(event->frames == event->clip->frames);
    }
    check(event->start_frame + event->frames <= plan->frames);
    check(event->frames >= 0);
    check(i == 0 || event[-1].start_frame <= event->start_frame);
  }
}

/* The last end is the total, and the steps are the whole. */
static void total_is_the_sum(const struct plan *plan)
{
  int64_t end = 0;
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *event = &plan->events[i];
    if (event->kind != EVENT_BACKGROUND &&
        event->start_frame + event->frames > end) {
      end = event->start_frame + event->frames;
    }
  }
  check(end == plan->frames);
  int64_t sum = 0;
  for (size_t i = 0; i < plan->step_count; i++) {
    check(plan->steps[i].start_frame == sum);
    check(plan_step_at(plan, sum) >= i);
    sum += plan->steps[i].frames;
  }
  check(sum == plan->frames);
}

static void every_place_is_its_own(const struct plan *plan)
{
  for (int64_t frame = 0; frame < plan->frames; frame += plan->frames / 40) {
    bool exact = false;
    const int64_t same = plan_same_place(plan, frame, plan, &exact);
    check(exact);
    check(same <= frame);
  }
}

/* --- Two timetables --- */

static bool is_timed(const struct event *event)
{
  return event->kind == EVENT_REST || event->kind == EVENT_PAUSE ||
         event->kind == EVENT_WAIT || event->kind == EVENT_BREATH_IN ||
         event->kind == EVENT_BREATH_OUT || event->kind == EVENT_BREATH_HOLD ||
         event->kind == EVENT_HOLD;
}

static const struct event *next_timed(const struct plan *plan, size_t *index)
{
  while (*index < plan->event_count && !is_timed(&plan->events[*index])) {
    ++*index;
  }
  return *index < plan->event_count ? &plan->events[(*index)++] : NULL;
}

/* `within` holds speech, and so may take longer when speech does. */
static bool holds_speech(const struct loaded *loaded, uint32_t line)
{
  const char *at = loaded->script->main->source->bytes;
  for (; line > 1; line--) {
    at = strchr(at, '\n') + 1;
  }
  return strncmp(at + strspn(at, " "), "within", 6) == 0;
}

static void spans_do_not_follow_speed(const struct loaded *loaded,
                                      const struct plan *plan,
                                      const struct plan *slow)
{
  size_t i = 0;
  size_t j = 0;
  const struct event *a = next_timed(plan, &i);
  const struct event *b = next_timed(slow, &j);
  for (; a && b; a = next_timed(plan, &i), b = next_timed(slow, &j)) {
    check(a->kind == b->kind);
    check(a->place.line == b->place.line);
    check(a->place.pass == b->place.pass);
    check(a->frames == b->frames || holds_speech(loaded, a->place.line));
  }
  check(!a && !b);
}

static void places_survive_a_new_speed(const struct plan *plan,
                                       const struct plan *slow)
{
  for (int64_t frame = 1; frame < plan->frames; frame += plan->frames / 20) {
    bool exact = false;
    plan_same_place(plan, frame, slow, &exact);
    check(exact);
  }
}

static void same_json(const struct plan *plan, const struct plan *other)
{
  struct text a = {0};
  struct text b = {0};
  check(plan_print_json(plan, &a) == STATUS_OK);
  check(plan_print_json(other, &b) == STATUS_OK);
  check(strcmp(text_string(&a), text_string(&b)) == 0);
  text_finish(&a);
  text_finish(&b);
}

static void same_timetable(const struct plan *plan, const struct plan *other)
{
  check(plan->frames == other->frames);
  check(plan->event_count == other->event_count);
  check(plan->step_count == other->step_count);
  for (size_t i = 0; i < plan->event_count; i++) {
    const struct event *a = &plan->events[i];
    const struct event *b = &other->events[i];
    check(a->start_frame == b->start_frame && a->frames == b->frames);
    check(a->kind == b->kind && a->side == b->side && a->step == b->step);
    check(strcmp(a->text, b->text) == 0);
  }
}

/* --- The properties --- */

/* Calls `property` with routines of rising seeds. */
static void for_routines(void (*property)(const struct loaded *loaded,
                                          struct test_clips *clips))
{
  const char *given = getenv("SUPINE_SEED");
  const uint64_t first =
      given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 100000;
  struct test_clips clips;
  test_clips_init(&clips);
  for (unsigned i = 0; i < (given ? 1 : ROUTINES); i++) {
    struct text text = {0};
    struct loaded loaded;
    current_seed = first + i;
    routine_generate(current_seed, &text);
    loaded_init(&loaded, text_string(&text));
    if (loaded.status != STATUS_OK) {
      fail_msg("seed %llu, line %u: %s", (unsigned long long)current_seed,
               location_line(loaded.diagnostics.items[0].where),
               loaded.diagnostics.items[0].message);
    }
    property(&loaded, &clips);
    loaded_finish(&loaded);
    text_finish(&text);
  }
  test_clips_finish(&clips);
}

static void is_sound(const struct loaded *loaded, struct test_clips *clips)
{
  struct plan_options options = plain_options();
  struct plan *plan = make_plan(loaded, clips, &options);
  nothing_overlaps_a_say(plan);
  one_voice_at_a_time(plan);
  no_cue_is_cut(plan);
  total_is_the_sum(plan);
  every_place_is_its_own(plan);
  struct plan *again = make_plan(loaded, clips, &options);
  same_json(plan, again);
  plan_destroy(again);
  plan_destroy(plan);
}

static void keeps_spans(const struct loaded *loaded, struct test_clips *clips)
{
  struct plan_options options = plain_options();
  options.speed = 125;
  struct plan *plan = make_plan(loaded, clips, &options);
  options.speed = 80 + (int)(current_seed % 5) * 60;
  struct plan *slow = make_plan(loaded, clips, &options);
  spans_do_not_follow_speed(loaded, plan, slow);
  places_survive_a_new_speed(plan, slow);
  nothing_overlaps_a_say(slow);
  one_voice_at_a_time(slow);
  no_cue_is_cut(slow);
  total_is_the_sum(slow);
  plan_destroy(slow);
  plan_destroy(plan);
}

/* The long hold at the end can give 300 seconds and take 600, so that every
   target between must be met. */
static void fits(const struct loaded *loaded, struct test_clips *clips)
{
  struct loaded longer;
  struct text text = {0};
  struct plan_options options = plain_options();
  text_append(&text, loaded->script->main->source->bytes);
  text_append(&text, "hold 600 seconds without cues\n");
  loaded_init(&longer, text_string(&text));
  struct plan *plan = make_plan(&longer, clips, &options);
  options.fit_frames =
      plan->frames + (int64_t)(current_seed % 900 - 300) * FRAME_RATE * 9 / 10;
  plan_destroy(plan);
  plan = make_plan(&longer, clips, &options);
  check(plan != NULL);
  check(llabs(plan->frames - options.fit_frames) <= FRAME_RATE);
  nothing_overlaps_a_say(plan);
  one_voice_at_a_time(plan);
  no_cue_is_cut(plan);
  total_is_the_sum(plan);
  plan_destroy(plan);
  loaded_finish(&longer);
  text_finish(&text);
}

/* --- What is said of a length --- */

/* Each says how long the next thing lasts, or is there to be in the way. */
static const char *const promises[] = {
    "say Now @long.\nhold @long without cues\n",
    "say Now @long.\npause @long\n",
    "say Now @long.\nrest @long\n",
    "say Now @long.\nduring @long\nbreathe in 3 out 4\nend during\n",
    "say Now @n seconds.\nhold @n seconds\n",
    "say Now @slow.\nhold @slow\n",
    "do part with given @long\n",
    "do part\n",
    "within 9 minutes\nsay Now @long.\npause @long\nend within\n",
    "breathe in 6 out 6 for 2 breaths\n",
    "breathe in 4 out 6 for @long\n",
    "hold 50 seconds without cues\n",
    "pause 7 seconds\n",
};

static void append_promises(uint64_t *state, struct text *out)
{
  const uint32_t kinds = sizeof(promises) / sizeof(*promises);
  const uint32_t first = random_below(state, kinds);
  const uint32_t some = 1 + random_below(state, kinds);
  text_append_format(out, "value long %u seconds%s\n",
                     30 + random_below(state, 30),
                     random_below(state, 2) ? ", from 20 to 90 seconds" : "");
  text_append_format(out, "value n %u\nvalue slow 3 breaths\n",
                     20 + random_below(state, 20));
  text_append(out, "value given 25 seconds, from 10 to 70 seconds\n"
                   "exercise part\nsay Now @given.\nhold @given\n"
                   "end exercise\n");
  for (uint32_t i = 3 + random_below(state, 12); i > 0; i--) {
    text_append(out, promises[(first + random_below(state, some)) % kinds]);
  }
  text_append(out, "hold 100 seconds without cues\n");
}

static bool says_seconds(const char *said, double seconds)
{
  struct text text = {0};
  text_append(&text, "Now ");
  phrases_append_length(phrases_for("en"), seconds, &text);
  text_append(&text, ".");
  const bool same = strcmp(text_string(&text), said) == 0;
  text_finish(&text);
  return same;
}

/* In whole seconds, to the nearest; one of the three patterns above. */
static bool is_kept(const char *said, int64_t frames)
{
  const double seconds = seconds_from_frames(frames);
  return strcmp(said, "Now 3 breaths.") == 0
             ? seconds == 30 || seconds == 36 || seconds == 21
             : says_seconds(said, round(seconds - 0.1)) ||
                   says_seconds(said, round(seconds + 0.1));
}

static size_t every_promise_is_kept(const struct plan *plan)
{
  size_t kept = 0;
  for (size_t i = 0; i < plan->event_count; i++) {
    const char *said = plan->events[i].text;
    if (strncmp(said, "Now ", 4) != 0) {
      continue;
    }
    size_t next = i;
    const struct event *timed = next_timed(plan, &next);
    check(timed && is_kept(said, timed->frames));
    kept++;
  }
  return kept;
}

static void what_is_said_of_a_length_is_true(void **state)
{
  (void)state;
  const char *given = getenv("SUPINE_SEED");
  const uint64_t first =
      given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 100000;
  struct test_clips clips;
  size_t kept = 0;
  test_clips_init(&clips);
  for (unsigned i = 0; i < (given ? 1 : ROUTINES); i++) {
    struct plan_options options = plain_options();
    struct text text = {0};
    struct loaded loaded;
    current_seed = first + i;
    uint64_t sequence = current_seed;
    append_promises(&sequence, &text);
    loaded_init(&loaded, text_string(&text));
    check(loaded.status == STATUS_OK);
    struct plan *plan = make_plan(&loaded, &clips, &options);
    kept += every_promise_is_kept(plan);
    options.fit_frames =
        plan->frames * (60 + random_below(&sequence, 90)) / 100;
    plan_destroy(plan);
    plan = make_plan(&loaded, &clips, &options);
    kept += plan ? every_promise_is_kept(plan) : 0;
    plan_destroy(plan);
    loaded_finish(&loaded);
    text_finish(&text);
  }
  assert_true(given || kept > ROUTINES);
  test_clips_finish(&clips);
}

static void survives_formatting(const struct loaded *loaded,
                                struct test_clips *clips)
{
  struct plan_options options = plain_options();
  struct diagnostics diagnostics;
  struct script *script = NULL;
  struct text formatted = {0};
  struct loaded again;
  diagnostics_init(&diagnostics);
  check(format_file(loaded->path, &loaded->library, current_seed % 2 == 0,
                    &diagnostics, &script, &formatted) == STATUS_OK);
  loaded_init(&again, text_string(&formatted));
  check(again.status == STATUS_OK);
  struct plan *plan = make_plan(loaded, clips, &options);
  struct plan *other = make_plan(&again, clips, &options);
  same_timetable(plan, other);
  plan_destroy(plan);
  plan_destroy(other);
  loaded_finish(&again);
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  text_finish(&formatted);
}

static void timetables_are_sound(void **state)
{
  (void)state;
  for_routines(is_sound);
}

static void spans_are_exact_at_any_speed(void **state)
{
  (void)state;
  for_routines(keeps_spans);
}

static void fitting_hits_its_target(void **state)
{
  (void)state;
  for_routines(fits);
}

static void formatting_changes_no_timetable(void **state)
{
  (void)state;
  for_routines(survives_formatting);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(timetables_are_sound),
      cmocka_unit_test(spans_are_exact_at_any_speed),
      cmocka_unit_test(fitting_hits_its_target),
      cmocka_unit_test(formatting_changes_no_timetable),
      cmocka_unit_test(what_is_said_of_a_length_is_true),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
