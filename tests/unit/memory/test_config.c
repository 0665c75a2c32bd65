/* The listener's own defaults. */

#include "unit.h"

#include "memory/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
      TEST(the_configuration_is_read),
      TEST(wrong_lines_are_named_and_skipped),
      TEST(no_configuration_is_no_trouble),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
