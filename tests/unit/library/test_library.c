/* Routines found by name, and many of them included. */

#include "unit.h"

#include "base/text.h"
#include "library/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A home folder with routines of one's own. */
struct home {
  char path[64];
  char own[128];
  struct library library;
};

static void write_routine(const struct home *home, const char *name,
                          const char *text)
{
  char path[256];
  snprintf(path, sizeof(path), "%s/%s", home->own, name);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static int make_home(void **state)
{
  struct home *home = calloc(1, sizeof(*home));
  char middle[96];
  strcpy(home->path, "/tmp/supine-home-XXXXXX");
  if (!home || !mkdtemp(home->path)) {
    return -1;
  }
  snprintf(middle, sizeof(middle), "%s/supine", home->path);
  snprintf(home->own, sizeof(home->own), "%s/routines", middle);
  mkdir(middle, 0700);
  mkdir(home->own, 0700);
  setenv("XDG_DATA_HOME", home->path, 1);
  *state = home;
  return library_init(&home->library) == STATUS_OK ? 0 : -1;
}

static int remove_home(void **state)
{
  struct home *home = *state;
  char command[128];
  snprintf(command, sizeof(command), "rm -r %s", home->path);
  library_finish(&home->library);
  const int status = system(command);
  free(home);
  return status;
}

static void one_s_own_come_before_the_shipped(void **state)
{
  const struct home *home = *state;
  char *path = NULL;
  assert_int_equal(library_find(&home->library, "welcome", &path), STATUS_OK);
  assert_null(strstr(path, home->path));
  free(path);
  write_routine(home, "Welcome.routine", "chime\n");
  assert_int_equal(library_find(&home->library, "WELCOME", &path), STATUS_OK);
  assert_non_null(strstr(path, home->path));
  free(path);
}

static void names_fold_and_paths_do_not(void **state)
{
  const struct home *home = *state;
  char *path = NULL;
  write_routine(home, "My_first Stretch.routine", "chime\n");
  assert_int_equal(library_find(&home->library, "my-first-stretch", &path),
                   STATUS_OK);
  free(path);
  assert_int_equal(library_find(&home->library, "./welcome", &path),
                   STATUS_NOT_FOUND);
  assert_int_equal(library_find(&home->library, "", &path), STATUS_NOT_FOUND);
}

static void every_name_is_listed_once(void **state)
{
  const struct home *home = *state;
  struct library_entry *entries = NULL;
  size_t count = 0;
  size_t found = 0;
  write_routine(home, "welcome.routine", "chime\n");
  write_routine(home, ".hidden.routine", "chime\n");
  write_routine(home, "notes.txt", "none\n");
  assert_int_equal(library_list(&home->library, &entries, &count), STATUS_OK);
  for (size_t i = 0; i < count; i++) {
    found += strcmp(entries[i].name, "welcome") == 0;
    assert_int_equal(access(entries[i].path, R_OK), 0);
    assert_null(strstr(entries[i].name, "hidden"));
    assert_null(strstr(entries[i].name, "notes"));
  }
  assert_int_equal(found, 1);
  assert_string_equal(entries[0].name, "welcome");
  library_entries_free(entries, count);
}

static void near_names_are_suggested(void **state)
{
  const struct home *home = *state;
  char *near = library_suggest(&home->library, NULL, "welcom");
  assert_non_null(near);
  assert_string_equal(near, "welcome");
  free(near);
  assert_null(library_suggest(&home->library, NULL, "xyzzyxyzzy"));
}

/* Loads a routine that includes `count` files. */
static enum status load_with_includes(const struct home *home, int count,
                                      struct diagnostics *diagnostics)
{
  char name[32];
  char part[64];
  struct text text = {0};
  for (int i = 0; i < count; i++) {
    snprintf(name, sizeof(name), "part %d.routine", i);
    snprintf(part, sizeof(part), "exercise rest %d\nchime\nend\n", i);
    write_routine(home, name, part);
    text_append_format(&text, "include part %d\n", i);
  }
  text_append(&text, "do rest 0\n");
  write_routine(home, "main.routine", text_string(&text));
  text_finish(&text);
  struct script *script = NULL;
  char path[256];
  snprintf(path, sizeof(path), "%s/main.routine", home->own);
  const enum status status =
      script_load(path, &home->library, diagnostics, &script);
  if (status == STATUS_OK) {
    assert_int_equal(script->routine_count, (size_t)count + 1);
  }
  script_destroy(script);
  return status;
}

static void sixty_four_files_can_be_included(void **state)
{
  const struct home *home = *state;
  struct diagnostics diagnostics;
  diagnostics_init(&diagnostics);
  assert_int_equal(load_with_includes(home, 64, &diagnostics), STATUS_OK);
  assert_int_equal(load_with_includes(home, 65, &diagnostics),
                   STATUS_BAD_ROUTINE);
  assert_int_equal(diagnostics.error_count, 1);
  assert_non_null(strstr(diagnostics.items[0].message, "More than 64 files"));
  diagnostics_finish(&diagnostics);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(one_s_own_come_before_the_shipped,
                                      make_home, remove_home),
      cmocka_unit_test_setup_teardown(names_fold_and_paths_do_not, make_home,
                                      remove_home),
      cmocka_unit_test_setup_teardown(every_name_is_listed_once, make_home,
                                      remove_home),
      cmocka_unit_test_setup_teardown(near_names_are_suggested, make_home,
                                      remove_home),
      cmocka_unit_test_setup_teardown(sixty_four_files_can_be_included,
                                      make_home, remove_home),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
