/* What is remembered between runs. */

#include "unit.h"

#include "base/frames.h"
#include "memory/history.h"
#include "memory/last_used.h"
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

/* Latin-1, and bytes that are no text in any encoding. */
static void names_that_are_no_utf8_keep_their_place(void **state)
{
  (void)state;
  static const char path[] = "/home/me/caf\xE9 \x01\xFF\xC3\xA9\n.routine";
  struct place_record record = record_at(0);
  struct place_record read = {0};
  struct text text = {0};
  free(record.routine);
  record.routine = strdup(path);
  free(record.options[0]);
  record.options[0] = strdup("--voice=\xE9");
  assert_int_equal(place_write(&record, &text), STATUS_OK);
  assert_int_equal(place_read(text_string(&text), &read), STATUS_OK);
  assert_string_equal(read.routine, path);
  assert_int_equal(read.option_count, 1);
  assert_string_equal(read.options[0], "--voice=\xE9");
  text_finish(&text);
  place_record_finish(&read);
  place_record_finish(&record);
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

/* As the first edition wrote it while it played the plan above: 25 seconds in,
   in the last of the holds. */
static const char first_edition[] = "supine place 1\n"
                                    "routine /home/me/a b.routine\n"
                                    "title Evening\\n\\\\\n"
                                    "noted 2026-11-22 11:02, Evening\n"
                                    "option --set=a=b \\\\ c\n"
                                    "option --fit=20 minutes\n"
                                    "step_name Bird dog\n"
                                    "text \n"
                                    "file evening.routine\n"
                                    "speed 130\n"
                                    "step 1\n"
                                    "step_count 1\n"
                                    "side 2\n"
                                    "round 2\n"
                                    "kind 12\n"
                                    "spoken 0\n"
                                    "line 6\n"
                                    "pass 7\n"
                                    "sentence 0\n"
                                    "before 2\n"
                                    "event_frames 480000\n"
                                    "offset_frames 144000\n"
                                    "left_frames 336000\n"
                                    "played_frames 1200000\n"
                                    "saved_at 12\n"
                                    "end\n";

static void a_place_of_the_first_edition_is_read(void **state)
{
  (void)state;
  struct place_record read = {0};
  assert_int_equal(place_read(first_edition, &read), STATUS_OK);
  assert_string_equal(read.routine, "/home/me/a b.routine");
  assert_string_equal(read.title, "Evening\n\\");
  assert_string_equal(read.noted, "2026-11-22 11:02, Evening");
  assert_int_equal(read.option_count, 2);
  assert_string_equal(read.options[0], "--set=a=b \\ c");
  assert_string_equal(read.options[1], "--fit=20 minutes");
  assert_string_equal(read.step_name, "Bird dog");
  assert_int_equal(read.speed, 130);
  assert_int_equal(read.side, SIDE_RIGHT);
  assert_int_equal(read.round, 2);
  assert_int_equal(read.kind, EVENT_HOLD);
  assert_false(read.spoken);
  assert_int_equal(read.pass, 7);
  assert_int_equal(read.left_frames, 7 * FRAME_RATE);
  assert_int_equal(read.played_frames, 25 * FRAME_RATE);
  bool exact = false;
  assert_int_equal(place_find(&read, &plan, &exact), 25 * FRAME_RATE);
  assert_true(exact);
  place_record_finish(&read);
}

/* The hash of a pass has 64 bits. */
static void a_place_keeps_all_bits_of_its_pass(void **state)
{
  (void)state;
  struct place_record record = record_at(25 * FRAME_RATE);
  record.pass = UINT64_C(0xfedcba9876543210);
  struct text text = {0};
  struct place_record read = {0};
  assert_int_equal(place_write(&record, &text), STATUS_OK);
  assert_int_equal(place_read(text_string(&text), &read), STATUS_OK);
  assert_true(read.pass == record.pass);
  place_record_finish(&read);
  text_clear(&text);
  text_append(&text, first_edition);
  char *pass = strstr(text.bytes, "pass 7\n");
  char *rest = strdup(pass + strlen("pass 7\n"));
  text_truncate(&text, (size_t)(pass - text.bytes));
  text_append_format(&text, "pass 18364758544493064720\n%s", rest);
  assert_int_equal(place_read(text_string(&text), &read), STATUS_OK);
  assert_true(read.pass == record.pass);
  free(rest);
  text_finish(&text);
  place_record_finish(&read);
  place_record_finish(&record);
}

static void numbers_without_sense_do_no_harm(void **state)
{
  (void)state;
  static const char *const numbers[] = {
      "9223372036854775807",  "-1", "-9223372036854775808",
      "99999999999999999999", "",   "x"};
  struct text text = {0};
  text_append(&text, first_edition);
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
}

/* In today's JSON; each number is the last of its line but for a comma. */
static void numbers_out_of_range_do_no_harm(void **state)
{
  (void)state;
  static const char *const numbers[] = {"9223372036854775807", "-1",
                                        "-9223372036854775808", "4294967296"};
  struct place_record record = record_at(25 * FRAME_RATE);
  struct text text = {0};
  place_write(&record, &text);
  const char *bytes = text_string(&text);
  int spoiled_numbers = 0;
  for (const char *at = strstr(bytes, "\": "); at;
       at = strstr(at + 1, "\": ")) {
    const char *value = at + 3;
    const size_t length = strspn(value, "-0123456789");
    for (size_t i = 0; length > 0 && i < sizeof(numbers) / sizeof(*numbers);
         i++) {
      struct text spoiled = {0};
      text_append_bytes(&spoiled, bytes, (size_t)(value - bytes));
      text_append(&spoiled, numbers[i]);
      text_append(&spoiled, value + length);
      struct place_record read = {0};
      assert_int_equal(place_read(text_string(&spoiled), &read), STATUS_OK);
      assert_true(read.step >= 0 && read.round >= 0 && read.saved_at >= 0);
      bool exact;
      assert_in_range(place_find(&read, &plan, &exact), 0, plan.frames);
      place_record_finish(&read);
      text_finish(&spoiled);
      spoiled_numbers++;
    }
  }
  assert_int_equal(spoiled_numbers, 4 * 15);
  text_finish(&text);
  place_record_finish(&record);
}

/* The step of the place that a process of its own can resume; 0: none. */
static int resume_elsewhere(void)
{
  const pid_t child = fork();
  if (child == 0) {
    struct saved_place *place = NULL;
    struct place_record record = {0};
    const bool found = saved_place_resume(&place, &record) == STATUS_OK;
    _exit(found ? record.step : 0);
  }
  int status;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

static void a_place_that_is_played_is_nobody_elses(void **state)
{
  (void)state;
  struct saved_place *place = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(saved_place_create("/r", &place), STATUS_OK);
  assert_int_equal(saved_place_write(place, &record), STATUS_OK);
  assert_int_equal(resume_elsewhere(), 0);
  saved_place_destroy(place);
  assert_int_equal(resume_elsewhere(), 1);
  place_record_finish(&record);
}

/* Both what is new and what an earlier version left readable for all. */
static void what_is_remembered_is_nobody_elses_to_read(void **state)
{
  (void)state;
  char command[256];
  struct saved_place *place = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(saved_place_create("/r", &place), STATUS_OK);
  for (int times = 0; times < 2; times++) {
    assert_int_equal(saved_place_write(place, &record), STATUS_OK);
    last_used_set_routine("/r");
    last_used_set_volume(300);
    snprintf(command, sizeof(command),
             "test $(find %s/supine -type f -perm 600 | wc -l) = 4 && "
             "find %s/supine -type f -exec chmod 644 {} +",
             folder, folder);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof(command), "chmod 600 %s/supine/places/lock",
             folder);
    assert_int_equal(system(command), 0);
  }
  saved_place_destroy(place);
  place_record_finish(&record);
}

static void two_players_of_one_routine_have_a_place_each(void **state)
{
  (void)state;
  struct saved_place *mine = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(saved_place_create("/r", &mine), STATUS_OK);
  record.step = 5;
  assert_int_equal(saved_place_write(mine, &record), STATUS_OK);
  const pid_t child = fork();
  if (child == 0) {
    struct saved_place *other = NULL;
    record.step = 9;
    const bool fine = saved_place_create("/r", &other) == STATUS_OK &&
                      saved_place_write(other, &record) == STATUS_OK;
    _exit(fine ? 0 : 1);
  }
  int status;
  waitpid(child, &status, 0);
  assert_int_equal(status, 0);
  assert_int_equal(resume_elsewhere(), 9);
  record.step = 6;
  record.saved_at = 99;
  assert_int_equal(saved_place_write(mine, &record), STATUS_OK);
  saved_place_destroy(mine);
  assert_int_equal(resume_elsewhere(), 6);
  place_record_finish(&record);
}

static void a_finished_session_leaves_no_place(void **state)
{
  (void)state;
  struct saved_place *place = NULL;
  struct place_record record = record_at(0);
  assert_int_equal(saved_place_create("/r", &place), STATUS_OK);
  assert_int_equal(saved_place_write(place, &record), STATUS_OK);
  saved_place_forget(place);
  saved_place_destroy(place);
  struct place_record *records;
  size_t count = 7;
  assert_int_equal(saved_places_list(&records, &count), STATUS_OK);
  assert_int_equal(count, 0);
  saved_places_free(records, count);
  place_record_finish(&record);
}

static void the_volume_is_remembered_but_never_silence(void **state)
{
  (void)state;
  assert_int_equal(last_used_volume(600), 600);
  last_used_set_volume(300);
  assert_int_equal(last_used_volume(600), 300);
  last_used_set_volume(0);
  assert_int_equal(last_used_volume(600), 600);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, remove_home)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_place_survives_being_written),
      TEST(names_that_are_no_utf8_keep_their_place),
      TEST(a_place_that_is_gone_starts_its_step),
      TEST(half_a_place_is_none),
      TEST(spoiled_places_do_no_harm),
      TEST(a_place_of_the_first_edition_is_read),
      TEST(a_place_keeps_all_bits_of_its_pass),
      TEST(numbers_without_sense_do_no_harm),
      TEST(numbers_out_of_range_do_no_harm),
      TEST(a_place_that_is_played_is_nobody_elses),
      TEST(what_is_remembered_is_nobody_elses_to_read),
      TEST(two_players_of_one_routine_have_a_place_each),
      TEST(a_finished_session_leaves_no_place),
      TEST(the_volume_is_remembered_but_never_silence),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
