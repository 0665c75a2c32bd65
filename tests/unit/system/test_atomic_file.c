/* Files are replaced whole or not at all. */

#include "unit.h"

#include "system/atomic_file.h"

#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct folder {
  char path[64];
  char file[80];
  char link[80];
};

static int make_folder(void **state)
{
  struct folder *folder = calloc(1, sizeof(*folder));
  strcpy(folder->path, "/tmp/supine-atomic-XXXXXX");
  if (!mkdtemp(folder->path)) {
    return -1;
  }
  snprintf(folder->file, sizeof(folder->file), "%s/file", folder->path);
  snprintf(folder->link, sizeof(folder->link), "%s/link", folder->path);
  *state = folder;
  return 0;
}

static int remove_folder(void **state)
{
  struct folder *folder = *state;
  chmod(folder->path, 0700);
  unlink(folder->file);
  unlink(folder->link);
  const int removed = rmdir(folder->path);
  free(folder);
  return removed; /* fails when a temporary was left behind */
}

static void assert_content(const char *path, const char *wanted)
{
  char content[64] = "";
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  const size_t length = fread(content, 1, sizeof(content) - 1, file);
  fclose(file);
  assert_int_equal(length, strlen(wanted));
  assert_string_equal(content, wanted);
}

static void a_new_file_is_written(void **state)
{
  const struct folder *folder = *state;
  assert_int_equal(atomic_file_replace(folder->file, "one", 3), STATUS_OK);
  assert_content(folder->file, "one");
}

static void the_mode_and_the_link_stay(void **state)
{
  const struct folder *folder = *state;
  assert_int_equal(atomic_file_replace(folder->file, "one", 3), STATUS_OK);
  assert_int_equal(chmod(folder->file, 0640), 0);
  assert_int_equal(symlink("file", folder->link), 0);
  assert_int_equal(atomic_file_replace(folder->link, "", 0), STATUS_OK);
  assert_content(folder->file, "");
  struct stat facts;
  assert_int_equal(lstat(folder->link, &facts), 0);
  assert_true(S_ISLNK(facts.st_mode));
  assert_int_equal(stat(folder->file, &facts), 0);
  assert_int_equal(facts.st_mode & 07777, 0640);
}

/* Only root can give a file away, and everybody else's keeps its owner. */
static void the_owner_stays(void **state)
{
  const struct folder *folder = *state;
  assert_int_equal(atomic_file_replace(folder->file, "one", 3), STATUS_OK);
  const bool given = chown(folder->file, 12345, 23456) == 0;
  assert_int_equal(given, geteuid() == 0);
  assert_int_equal(atomic_file_replace(folder->file, "two", 3), STATUS_OK);
  struct stat facts;
  assert_int_equal(stat(folder->file, &facts), 0);
  assert_int_equal(facts.st_uid, given ? 12345 : geteuid());
  assert_true(!given || facts.st_gid == 23456);
}

static size_t count_entries(const char *path)
{
  DIR *entries = opendir(path);
  size_t count = 0;
  while (readdir(entries)) {
    count++;
  }
  closedir(entries);
  return count - 2;
}

/* Another program that has begun to write the file, and waits. */
static pid_t begin_elsewhere(const char *path)
{
  int begun[2];
  assert_int_equal(pipe(begun), 0);
  const pid_t child = fork();
  if (child == 0) {
    struct atomic_file file;
    const bool ready = atomic_file_begin(&file, path) == STATUS_OK &&
                       atomic_file_write(&file, "half", 4) == STATUS_OK;
    if (ready && write(begun[1], "", 1) == 1) {
      pause();
    }
    _exit(1);
  }
  char byte;
  close(begun[1]);
  assert_int_equal(read(begun[0], &byte, 1), 1);
  close(begun[0]);
  return child;
}

static void what_a_killed_program_left_is_removed(void **state)
{
  const struct folder *folder = *state;
  const pid_t child = begin_elsewhere(folder->file);
  /* While that lives, what it writes stays. */
  assert_int_equal(atomic_file_replace(folder->file, "one", 3), STATUS_OK);
  assert_int_equal(count_entries(folder->path), 2);
  kill(child, SIGKILL);
  assert_int_equal(waitpid(child, NULL, 0), child);
  assert_int_equal(count_entries(folder->path), 2);
  /* What others hide there is theirs. */
  char hidden[96];
  snprintf(hidden, sizeof(hidden), "%s/.file.AbCdEf", folder->path);
  FILE *other = fopen(hidden, "w");
  assert_non_null(other);
  fclose(other);
  assert_int_equal(atomic_file_replace(folder->file, "two", 3), STATUS_OK);
  assert_content(folder->file, "two");
  assert_int_equal(count_entries(folder->path), 2);
  assert_int_equal(unlink(hidden), 0);
}

static void a_long_name_is_written(void **state)
{
  const struct folder *folder = *state;
  char path[64 + 1 + 255 + 1];
  snprintf(path, sizeof(path), "%s/%0255d", folder->path, 1);
  assert_int_equal(atomic_file_replace(path, "one", 3), STATUS_OK);
  assert_content(path, "one");
  assert_int_equal(unlink(path), 0);
}

static void a_missing_folder_is_an_error(void **state)
{
  (void)state;
  assert_int_equal(atomic_file_replace("/nowhere/at/all/file", "x", 1),
                   STATUS_WRITE_FAILED);
}

/* A file over the limit of its process cannot be written to its end. */
static void what_does_not_fit_leaves_the_file_as_it_was(void **state)
{
  const struct folder *folder = *state;
  assert_int_equal(atomic_file_replace(folder->file, "one", 3), STATUS_OK);
  const pid_t limited = fork();
  if (limited == 0) {
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {4, 4};
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit(atomic_file_replace(folder->file, "longer", 6) !=
          STATUS_WRITE_FAILED);
  }
  int ended;
  assert_int_equal(waitpid(limited, &ended, 0), limited);
  assert_int_equal(ended, 0);
  assert_content(folder->file, "one");
}

static void a_folder_is_not_replaced(void **state)
{
  const struct folder *folder = *state;
  assert_int_equal(atomic_file_replace(folder->path, "x", 1),
                   STATUS_WRITE_FAILED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_new_file_is_written, make_folder,
                                      remove_folder),
      cmocka_unit_test_setup_teardown(the_mode_and_the_link_stay, make_folder,
                                      remove_folder),
      cmocka_unit_test_setup_teardown(the_owner_stays, make_folder,
                                      remove_folder),
      cmocka_unit_test_setup_teardown(what_a_killed_program_left_is_removed,
                                      make_folder, remove_folder),
      cmocka_unit_test_setup_teardown(a_long_name_is_written, make_folder,
                                      remove_folder),
      cmocka_unit_test(a_missing_folder_is_an_error),
      cmocka_unit_test_setup_teardown(
          what_does_not_fit_leaves_the_file_as_it_was, make_folder,
          remove_folder),
      cmocka_unit_test_setup_teardown(a_folder_is_not_replaced, make_folder,
                                      remove_folder),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
