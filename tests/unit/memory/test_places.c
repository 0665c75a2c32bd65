/* What is remembered between runs. */

#include "unit.h"

#include "base/frames.h"
#include "memory/config.h"
#include "memory/history.h"
#include "memory/saved_places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/supine-memory-XXXXXX";

static int make_home(void **state)
{
  (void)state;
  strcpy(strrchr(folder, '-') + 1, "XXXXXX");
  assert_non_null(mkdtemp(folder));
  setenv("XDG_STATE_HOME", folder, 1);
  setenv("XDG_CONFIG_HOME", folder, 1);
  return 0;
}

static int remove_home(void **state)
{
  (void)state;
  char command[128];
  snprintf(command, sizeof(command), "rm -rf %s", folder);
  return system(command);
}

static const char *const files[] = {"evening.routine"};

/* A step with three holds that are told apart by their order alone. */
static const struct event events[] = {
    {.kind = EVENT_SAY,
     .frames = FRAME_RATE,
     .spoken = true,
     .text = "Line \\ one.\nAnd two.",
     .place = {.line = 3, .pass = 7}},
    {.kind = EVENT_HOLD,
     .start_frame = 2 * FRAME_RATE,
     .frames = 10 * FRAME_RATE,
     .text = "",
     .place = {.line = 4, .pass = 7}},
    {.kind = EVENT_HOLD,
     .start_frame = 12 * FRAME_RATE,
     .frames = 10 * FRAME_RATE,
     .text = "",
     .place = {.line = 5, .pass = 7}},
    {.kind = EVENT_HOLD,
     .start_frame = 22 * FRAME_RATE,
     .frames = 10 * FRAME_RATE,
     .text = "",
     .place = {.line = 6, .pass = 7}},
};

static const struct step steps[] = {
    {.name = "Bird dog",
     .side = SIDE_RIGHT,
     .round = 2,
     .frames = 32 * FRAME_RATE},
};

static const struct plan plan = {
    .title = "Evening\n\\",
    .language = "en-gb",
    .frames = 32 * FRAME_RATE,
    .events = events,
    .event_count = 4,
    .steps = steps,
    .step_count = 1,
    .files = files,
    .file_count = 1,
};

static struct place_record record_at(int64_t frame)
{
  struct place_record record = {.routine = strdup("/home/me/a b.routine")};
  record.options = calloc(1, sizeof(*record.options));
  record.options[0] = strdup("--set=a=b \\ c");
  record.option_count = 1;
  record.saved_at = 12;
  record.noted = strdup("2026-11-22 11:02, Evening");
  assert_int_equal(place_capture(&record, &plan, frame), STATUS_OK);
  return record;
}

static void a_place_survives_being_written(void **state)
{
  (void)state;
  for (int64_t second = 0; second < 32; second++) {
    const int64_t frame = second * FRAME_RATE + 17;
    struct place_record record = record_at(frame);
    struct text text = {0};
    struct place_record read = {0};
    assert_int_equal(place_write(&record, &text), STATUS_OK);
    assert_int_equal(place_read(text_string(&text), &read), STATUS_OK);
    bool exact = false;
    assert_int_equal(place_find(&read, &plan, &exact), frame);
    assert_true(exact);
    assert_string_equal(read.title, plan.title);
    assert_string_equal(read.noted, record.noted);
    assert_string_equal(read.routine, record.routine);
    assert_string_equal(read.options[0], record.options[0]);
    assert_int_equal(read.saved_at, 12);
    text_finish(&text);
    place_record_finish(&record);
    place_record_finish(&read);
  }
}

static void a_place_that_is_gone_starts_its_step(void **state)
{
  (void)state;
  struct place_record record = record_at(25 * FRAME_RATE);
  struct plan shorter = plan;
  shorter.event_count = 1;
  bool exact = true;
  assert_int_equal(place_find(&record, &shorter, &exact), 0);
  assert_false(exact);
  place_record_finish(&record);
}

static void half_a_place_is_none(void **state)
{
  (void)state;
  struct place_record record = record_at(25 * FRAME_RATE);
  struct text text = {0};
  place_write(&record, &text);
  /* Without its last line feed it is still whole. */
  for (size_t length = 0; length + 1 < text.length; length++) {
    char *half = strndup(text_string(&text), length);
    struct place_record read = {0};
    assert_int_equal(place_read(half, &read), STATUS_READ_FAILED);
    free(half);
  }
  text_finish(&text);
  place_record_finish(&record);
}

static void spoiled_places_do_no_harm(void **state)
{
  (void)state;
  struct place_record record = record_at(25 * FRAME_RATE);
  struct text text = {0};
  place_write(&record, &text);
  uint32_t seed = 5;
  for (int i = 0; i < 20000; i++) {
    char *spoiled = strdup(text_string(&text));
    for (int bytes = 0; bytes < 3; bytes++) {
      seed = seed * 1664525u + 1013904223u;
      spoiled[(seed >> 8) % text.length] = (char)(1 + (seed >> 24) % 127);
    }
    struct place_record read = {0};
    if (place_read(spoiled, &read) == STATUS_OK) {
      bool exact;
      const int64_t frame = place_find(&read, &plan, &exact);
      assert_in_range(frame, 0, plan.frames);
    }
    place_record_finish(&read);
    free(spoiled);
  }
  text_finish(&text);
  place_record_finish(&record);
}

static void numbers_without_sense_do_no_harm(void **state)
{
  (void)state;
  static const char *const numbers[] = {
      "9223372036854775807",  "-1", "-9223372036854775808",
      "99999999999999999999", "",   "x"};
  struct place_record record = record_at(25 * FRAME_RATE);
  struct text text = {0};
  record.speed = 130;
  place_write(&record, &text);
  int spoiled_lines = 0;
  for (const char *at = strstr(text_string(&text), "\nspeed"); at;
       at = strchr(at + 1, '\n')) {
    const char *value = strchr(at + 1, ' ');
    for (size_t i = 0; value && i < sizeof(numbers) / sizeof(numbers[0]); i++) {
      struct text spoiled = {0};
      text_append_bytes(&spoiled, text_string(&text),
                        (size_t)(value + 1 - text_string(&text)));
      text_append(&spoiled, numbers[i]);
      text_append(&spoiled, strchr(value, '\n'));
      struct place_record read = {0};
      assert_int_equal(place_read(text_string(&spoiled), &read), STATUS_OK);
      assert_true(read.speed == 130 || read.speed == 0);
      bool exact;
      assert_in_range(place_find(&read, &plan, &exact), 0, plan.frames);
      place_record_finish(&read);
      text_finish(&spoiled);
      spoiled_lines++;
    }
  }
  assert_true(spoiled_lines >= 60);
  text_finish(&text);
  place_record_finish(&record);
}

/* The step of the place that a process of its own can resume; 0: none. */
static int resume_elsewhere(void)
{
  const pid_t child = fork();
  if (child == 0) {
    struct journal *journal = NULL;
    struct place_record record = {0};
    const bool found = journal_resume(&journal, &record) == STATUS_OK;
    _exit(found ? record.step : 0);
  }
  int status;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

static void a_place_that_is_played_is_nobody_elses(void **state)
{
  (void)state;
  struct journal *journal = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(journal_create("/r", &journal), STATUS_OK);
  assert_int_equal(journal_write(journal, &record), STATUS_OK);
  assert_int_equal(resume_elsewhere(), 0);
  journal_destroy(journal);
  assert_int_equal(resume_elsewhere(), 1);
  place_record_finish(&record);
}

static void two_players_of_one_routine_have_a_place_each(void **state)
{
  (void)state;
  struct journal *mine = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(journal_create("/r", &mine), STATUS_OK);
  record.step = 5;
  assert_int_equal(journal_write(mine, &record), STATUS_OK);
  const pid_t child = fork();
  if (child == 0) {
    struct journal *other = NULL;
    record.step = 9;
    const bool fine = journal_create("/r", &other) == STATUS_OK &&
                      journal_write(other, &record) == STATUS_OK;
    _exit(fine ? 0 : 1);
  }
  int status;
  waitpid(child, &status, 0);
  assert_int_equal(status, 0);
  assert_int_equal(resume_elsewhere(), 9);
  record.step = 6;
  record.saved_at = 99;
  assert_int_equal(journal_write(mine, &record), STATUS_OK);
  journal_destroy(mine);
  assert_int_equal(resume_elsewhere(), 6);
  place_record_finish(&record);
}

static void a_finished_session_leaves_no_place(void **state)
{
  (void)state;
  struct journal *journal = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(journal_create("/r", &journal), STATUS_OK);
  assert_int_equal(journal_write(journal, &record), STATUS_OK);
  journal_forget(journal);
  journal_destroy(journal);
  struct place_record *records;
  size_t count = 7;
  assert_int_equal(journal_list(&records, &count), STATUS_OK);
  assert_int_equal(count, 0);
  journal_list_free(records, count);
  place_record_finish(&record);
}

static void the_volume_is_remembered_but_never_silence(void **state)
{
  (void)state;
  assert_int_equal(volume_remembered(600), 600);
  volume_remember(300);
  assert_int_equal(volume_remembered(600), 300);
  volume_remember(0);
  assert_int_equal(volume_remembered(600), 600);
}

struct complaints {
  int lines[16];
  size_t count;
};

static void complain(void *context, int line, const char *why)
{
  struct complaints *complaints = context;
  assert_true(strlen(why) > 0);
  complaints->lines[complaints->count++ % 16] = line;
}

static void read_config(const char *text, struct config *config,
                        struct complaints *complaints)
{
  char path[128];
  snprintf(path, sizeof(path), "%s/config", folder);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
  const struct config_critic critic = {.context = complaints,
                                       .complain = complain};
  config_init(config);
  assert_int_equal(config_read(config, path, &critic), STATUS_OK);
}

static void the_configuration_is_read(void **state)
{
  (void)state;
  struct config config;
  struct complaints complaints = {0};
  read_config("voice = en-gb+f3\nspeed = 150\nvolume = 80\nfull = yes\n"
              "countdown = 5\nbackground = off\nheartbeat = on\n"
              "[keys]\npause = x\n",
              &config, &complaints);
  assert_int_equal(complaints.count, 0);
  assert_string_equal(config.voice, "en-gb+f3");
  assert_string_equal(config.background, "off");
  assert_int_equal(config.speed, 150);
  assert_int_equal(config.volume, 800);
  assert_int_equal(config.countdown, 5);
  assert_int_equal(config.explain, EXPLAIN_ALWAYS);
  assert_true(config.heartbeat);
  assert_int_equal(keymap_find(&config.keymap, 'x'), REQUEST_TOGGLE);
  config_finish(&config);
}

static void wrong_lines_are_named_and_skipped(void **state)
{
  (void)state;
  struct config config;
  struct complaints complaints = {0};
  read_config("speed = fast\nvoise = calm\nhello\nvolume = 400\nspeed = 120\n"
              "[keys]\npaws = x\n[colours]\na = b\n",
              &config, &complaints);
  const int expected[] = {1, 2, 3, 4, 7, 9};
  assert_int_equal(complaints.count, 6);
  assert_memory_equal(complaints.lines, expected, sizeof(expected));
  assert_int_equal(config.speed, 120);
  assert_int_equal(config.volume, -1);
  config_finish(&config);
}

static void no_configuration_is_no_trouble(void **state)
{
  (void)state;
  struct config config;
  struct complaints complaints = {0};
  const struct config_critic critic = {.context = &complaints,
                                       .complain = complain};
  config_init(&config);
  assert_int_equal(config_read(&config, NULL, &critic), STATUS_OK);
  assert_int_equal(complaints.count, 0);
  config_finish(&config);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, remove_home)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_place_survives_being_written),
      TEST(a_place_that_is_gone_starts_its_step),
      TEST(half_a_place_is_none),
      TEST(spoiled_places_do_no_harm),
      TEST(numbers_without_sense_do_no_harm),
      TEST(a_place_that_is_played_is_nobody_elses),
      TEST(two_players_of_one_routine_have_a_place_each),
      TEST(a_finished_session_leaves_no_place),
      TEST(the_volume_is_remembered_but_never_silence),
      TEST(the_configuration_is_read),
      TEST(wrong_lines_are_named_and_skipped),
      TEST(no_configuration_is_no_trouble),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
