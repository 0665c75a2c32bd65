/* The history of sessions, and files of the state folder that are none. */

#include "unit.h"

#include "base/frames.h"
#include "memory/config.h"
#include "memory/history.h"
#include "memory/last_used.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
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

static void history_is_a_line_a_session(void **state)
{
  (void)state;
  struct text lines = {0};
  assert_int_equal(history_read(5, &lines), STATUS_NOT_FOUND);
  struct history_entry entry = {.title = "Even\x1b[2Jing\n",
                                .finished = true,
                                .played_frames = 961 * (int64_t)FRAME_RATE};
  char *first = NULL;
  char *second = NULL;
  assert_int_equal(history_add(&entry, &first), STATUS_OK);
  entry = (struct history_entry){.title = "Morning",
                                 .step = 2,
                                 .step_count = 9,
                                 .played_frames = 5 * (int64_t)FRAME_RATE};
  assert_int_equal(history_add(&entry, &second), STATUS_OK);
  assert_int_equal(history_read(1, &lines), STATUS_OK);
  assert_non_null(strstr(text_string(&lines),
                         ", Morning, stopped in step 2 of 9, 5 seconds.\n"));
  assert_null(strstr(text_string(&lines), "ing, finished"));
  text_clear(&lines);
  assert_int_equal(history_read(5, &lines), STATUS_OK);
  assert_non_null(
      strstr(text_string(&lines), ", Even[2Jing, finished, 16 minutes.\n"));
  text_finish(&lines);
  free(first);
  free(second);
}

/* The last lines without their times. */
static const char *told(size_t most)
{
  static char plain[512];
  struct text lines = {0};
  plain[0] = '\0';
  assert_int_equal(history_read(most, &lines), STATUS_OK);
  for (char *line = strtok(lines.bytes, "\n"); line;
       line = strtok(NULL, "\n")) {
    strcat(strcat(plain, strchr(line, ',')), "\n");
  }
  text_finish(&lines);
  return plain;
}

static void a_session_that_goes_on_has_one_line(void **state)
{
  (void)state;
  struct history_entry evening = {
      .title = "Evening", .step = 2, .step_count = 9, .played_frames = 48000};
  struct history_entry morning = {.title = "Morning", .finished = true};
  char *noted = NULL;
  char *other = NULL;
  assert_int_equal(history_add(&morning, &other), STATUS_OK);
  assert_int_equal(history_add(&evening, &noted), STATUS_OK);
  free(other);
  other = NULL;
  assert_int_equal(history_add(&morning, &other), STATUS_OK);
  evening.finished = true;
  assert_int_equal(history_add(&evening, &noted), STATUS_OK);
  assert_string_equal(told(9), ", Morning, finished, 0 seconds.\n"
                               ", Morning, finished, 0 seconds.\n"
                               ", Evening, finished, 1 second.\n");
  /* What was erased meanwhile is no trouble. */
  free(noted);
  noted = strdup("Morning");
  assert_int_equal(history_add(&evening, &noted), STATUS_OK);
  assert_string_equal(told(2), ", Evening, finished, 1 second.\n"
                               ", Evening, finished, 1 second.\n");
  free(noted);
  free(other);
}

/* There is room for half of what is to be written. */
static int add_without_room(struct history_entry entry, char **noted,
                            rlim_t most_bytes)
{
  const pid_t limited = fork();
  if (limited == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {most_bytes, most_bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit((int)history_add(&entry, noted));
  }
  int ended;
  assert_int_equal(waitpid(limited, &ended, 0), limited);
  assert_true(WIFEXITED(ended));
  return WEXITSTATUS(ended);
}

static void a_full_disk_leaves_no_half_of_a_line(void **state)
{
  (void)state;
  struct history_entry entry = {.title = "Evening", .step_count = 3};
  char *noted = NULL;
  char *other = NULL;
  assert_int_equal(history_add(&entry, &noted), STATUS_OK);
  entry.title = "Morning";
  assert_int_equal(history_add(&entry, &other), STATUS_OK);
  struct text before = {0};
  assert_int_equal(history_read(9, &before), STATUS_OK);
  /* At the end, and in place of the first line. */
  entry.title = "A long night in which much more is to be written than before";
  char *none = NULL;
  assert_int_not_equal(add_without_room(entry, &none, before.length + 30),
                       STATUS_OK);
  assert_int_not_equal(add_without_room(entry, &noted, before.length + 2),
                       STATUS_OK);
  struct text after = {0};
  assert_int_equal(history_read(9, &after), STATUS_OK);
  assert_string_equal(text_string(&after), text_string(&before));
  text_finish(&before);
  text_finish(&after);
  free(noted);
  free(other);
}

/* Makes something else than a file of that name; nothing may wait for it. */
static void put_in_place(const char *name, bool is_pipe)
{
  char path[128];
  snprintf(path, sizeof(path), "%s/supine", folder);
  mkdir(path, 0700);
  snprintf(path, sizeof(path), "%s/supine/%s", folder, name);
  assert_int_equal(is_pipe ? mkfifo(path, 0600) : symlink("/dev/zero", path),
                   0);
}

static void check_what_is_no_file(bool is_pipe)
{
  static const char *const names[] = {"history", "volume", "last", "config"};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
    put_in_place(names[i], is_pipe);
  }
  const struct history_entry entry = {.title = "Evening", .finished = true};
  char *noted = NULL;
  struct text text = {0};
  assert_int_equal(history_add(&entry, &noted), STATUS_WRITE_FAILED);
  assert_int_equal(history_read(9, &text), STATUS_READ_FAILED);
  assert_int_equal(last_used_volume(77), 77);
  assert_null(last_used_routine());
  struct config config;
  config_init(&config);
  assert_int_equal(config_read(&config, NULL, NULL), STATUS_READ_FAILED);
  config_finish(&config);
  text_finish(&text);
}

static void a_pipe_is_not_waited_for(void **state)
{
  (void)state;
  check_what_is_no_file(true);
}

static void a_device_is_not_read_to_its_end(void **state)
{
  (void)state;
  check_what_is_no_file(false);
}

/* As a file system may leave a file when the power goes. */
static void a_history_of_garbage_is_kept(void **state)
{
  (void)state;
  static const char garbage[] = "some,\nbytes,\0\0\n";
  struct history_entry evening = {.title = "Evening", .finished = true};
  char *noted = NULL;
  assert_int_equal(history_add(&evening, &noted), STATUS_OK);
  char path[128];
  snprintf(path, sizeof(path), "%s/supine/history", folder);
  FILE *file = fopen(path, "ab");
  assert_non_null(file);
  fwrite(garbage, 1, sizeof(garbage) - 1, file);
  fclose(file);
  char *other = NULL;
  assert_int_equal(history_add(&evening, &other), STATUS_OK);
  assert_int_equal(history_add(&evening, &noted), STATUS_OK);
  assert_string_equal(told(9), ",\n,\n, Evening, finished, 0 seconds.\n"
                               ", Evening, finished, 0 seconds.\n");
  free(noted);
  free(other);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, remove_home)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(history_is_a_line_a_session),
      TEST(a_session_that_goes_on_has_one_line),
      TEST(a_full_disk_leaves_no_half_of_a_line),
      TEST(a_pipe_is_not_waited_for),
      TEST(a_device_is_not_read_to_its_end),
      TEST(a_history_of_garbage_is_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
