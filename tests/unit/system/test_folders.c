/* Folders by environment, and what ships beside the program. */

#include "unit.h"

#include "base/side.h"
#include "base/status.h"
#include "support/allocator.h"
#include "system/folders.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void assert_path(enum folder folder, const char *expected)
{
  char *path = NULL;
  assert_int_equal(folder_path(folder, &path), STATUS_OK);
  assert_string_equal(path, expected);
  free(path);
}

static void variables_come_before_the_home_folder(void **state)
{
  (void)state;
  setenv("HOME", "/home/ada", 1);
  setenv("XDG_DATA_HOME", "/data", 1);
  setenv("XDG_STATE_HOME", "/state", 1);
  setenv("XDG_CONFIG_HOME", "/config", 1);
  assert_path(FOLDER_OWN_ROUTINES, "/data/supine/routines");
  assert_path(FOLDER_STATE, "/state/supine");
  assert_path(FOLDER_CONFIG, "/config/supine");
}

static void relative_or_absent_variables_fall_back(void **state)
{
  (void)state;
  setenv("HOME", "/home/ada", 1);
  setenv("XDG_DATA_HOME", "data", 1);
  setenv("XDG_STATE_HOME", "", 1);
  unsetenv("XDG_CONFIG_HOME");
  assert_path(FOLDER_OWN_ROUTINES, "/home/ada/.local/share/supine/routines");
  assert_path(FOLDER_STATE, "/home/ada/.local/state/supine");
  assert_path(FOLDER_CONFIG, "/home/ada/.config/supine");
}

static void without_a_home_there_is_no_folder(void **state)
{
  (void)state;
  unsetenv("HOME");
  unsetenv("XDG_STATE_HOME");
  char *path = NULL;
  assert_int_equal(folder_path(FOLDER_STATE, &path), STATUS_NOT_FOUND);
  assert_null(path);
}

static void what_ships_is_found_from_the_build_folder(void **state)
{
  (void)state;
  char *path = NULL;
  assert_int_equal(folder_path(FOLDER_SCRIPTS, &path), STATUS_OK);
  assert_string_equal(strrchr(path, '/'), "/scripts");
  assert_int_equal(access(path, R_OK), 0);
  free(path);
}

static void short_memory_is_told(void **state)
{
  (void)state;
  setenv("HOME", "/home/ada", 1);
  char *path = NULL;
  allocator_fail_after(0);
  const enum status own = folder_path(FOLDER_STATE, &path);
  const enum status shipped = folder_path(FOLDER_SOUNDS, &path);
  allocator_recover();
  assert_int_equal(own, STATUS_NO_MEMORY);
  assert_int_equal(shipped, STATUS_NO_MEMORY);
  assert_null(path);
}

static void an_unknown_folder_is_refused(void **state)
{
  (void)state;
  char *path = NULL;
  assert_int_equal(folder_path((enum folder)99, &path), STATUS_BAD_ARGUMENT);
}

static void every_status_has_its_own_sentence(void **state)
{
  (void)state;
  for (int a = STATUS_OK; a <= STATUS_INTERRUPTED; a++) {
    const char *sentence = status_text((enum status)a);
    assert_int_equal(sentence[strlen(sentence) - 1], '.');
    for (int b = STATUS_OK; b < a; b++) {
      assert_string_not_equal(sentence, status_text((enum status)b));
    }
  }
  assert_non_null(status_text((enum status)999));
}

static void sides_have_opposites(void **state)
{
  (void)state;
  assert_int_equal(side_other(SIDE_LEFT), SIDE_RIGHT);
  assert_int_equal(side_other(SIDE_RIGHT), SIDE_LEFT);
  assert_int_equal(side_other(SIDE_NONE), SIDE_NONE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(variables_come_before_the_home_folder),
      cmocka_unit_test(relative_or_absent_variables_fall_back),
      cmocka_unit_test(without_a_home_there_is_no_folder),
      cmocka_unit_test(what_ships_is_found_from_the_build_folder),
      cmocka_unit_test(short_memory_is_told),
      cmocka_unit_test(an_unknown_folder_is_refused),
      cmocka_unit_test(every_status_has_its_own_sentence),
      cmocka_unit_test(sides_have_opposites),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
