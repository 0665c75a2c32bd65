/* Files that are whole or not there. */

#include "system/atomic_file.h"

#include "base/text.h"
#include "system/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK ".supine-"
#define RANDOM "XXXXXX"
#define MOST_NAME_BYTES 200 /* of a file name's 255, to leave room for ours */

/* The folder of a path, with its slash; "./" where it names none. */
static char *folder_of(const char *path)
{
  const char *slash = strrchr(path, '/');
  return slash ? strndup(path, (size_t)(slash - path) + 1) : strdup("./");
}

/* "folder/.name.supine-XXXXXX": hidden, so that a player looking through the
   folder leaves it alone. */
static char *name_beside(const char *path, const char *folder)
{
  const char *slash = strrchr(path, '/');
  struct text name = {0};
  text_append_format(&name, "%s.%.*s" MARK RANDOM, folder, MOST_NAME_BYTES,
                     slash ? slash + 1 : path);
  return text_take(&name);
}

static bool is_ours(const char *name)
{
  const size_t ending = strlen(MARK RANDOM);
  const size_t length = strlen(name);
  return name[0] == '.' && length > ending &&
         strncmp(name + length - ending, MARK, strlen(MARK)) == 0;
}

/* Whoever writes one has it locked, and a lock ends with its program. */
static void remove_if_left(int folder, const char *name)
{
  const int file =
      openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (file < 0) {
    return;
  }
  struct stat facts;
  if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) &&
      flock(file, LOCK_EX | LOCK_NB) == 0) {
    unlinkat(folder, name, 0);
  }
  close(file);
}

static void remove_left(const char *folder)
{
  DIR *entries = opendir(folder);
  if (!entries) {
    return;
  }
  for (const struct dirent *entry; (entry = readdir(entries));) {
    if (is_ours(entry->d_name)) {
      remove_if_left(dirfd(entries), entry->d_name);
    }
  }
  closedir(entries);
}

/* Another program may take it for left behind before it is locked. A file
   system without locks cannot tell what was left behind: nothing is removed
   there. */
static bool lock_in_place(int file)
{
  struct stat facts;
  const bool locked = flock(file, LOCK_EX | LOCK_NB) == 0;
  return (locked || errno != EWOULDBLOCK) && fstat(file, &facts) == 0 &&
         facts.st_nlink > 0;
}

static int open_temporary(char *name)
{
  char *random = name + strlen(name) - strlen(RANDOM);
  for (int tries = 0; tries < 10; tries++) {
    memcpy(random, RANDOM, sizeof(RANDOM));
    const int file = mkostemp(name, O_CLOEXEC);
    if (file < 0 || lock_in_place(file)) {
      return file;
    }
    close(file);
    unlink(name);
  }
  errno = EBUSY;
  return -1;
}

/* A group that cannot be kept must not read what only the old
   one could: it may do what everybody may. */
static void adopt(int file, const struct stat *old)
{
  mode_t mode = old->st_mode & 07777;
  if (fchown(file, old->st_uid, old->st_gid) != 0 &&
      fchown(file, (uid_t)-1, old->st_gid) != 0) {
    mode = (mode & 0707) | (mode & 07) << 3;
  }
  fchmod(file, mode);
}

static mode_t permissions_of_new_files(void)
{
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

static enum status open_beside(struct atomic_file *made)
{
  struct stat old;
  const bool replaces = stat(made->path, &old) == 0;
  if (replaces && !S_ISREG(old.st_mode)) {
    return STATUS_WRITE_FAILED;
  }
  char *folder = folder_of(made->path);
  made->temporary = folder ? name_beside(made->path, folder) : NULL;
  if (!made->temporary) {
    free(folder);
    return STATUS_NO_MEMORY;
  }
  remove_left(folder);
  free(folder);
  made->file = open_temporary(made->temporary);
  if (made->file < 0) {
    return file_write_error();
  }
  if (replaces) {
    adopt(made->file, &old);
  } else {
    fchmod(made->file, permissions_of_new_files());
  }
  return STATUS_OK;
}

enum status atomic_file_begin(struct atomic_file *file, const char *path)
{
  char *resolved = realpath(path, NULL);
  struct atomic_file made = {.path = resolved ? resolved : strdup(path),
                             .file = -1};
  const enum status status = made.path ? open_beside(&made) : STATUS_NO_MEMORY;
  if (status != STATUS_OK) {
    free(made.path);
    free(made.temporary);
    return status;
  }
  *file = made;
  return STATUS_OK;
}

/* The new name is not safe before its folder is on the disk. That it cannot be
   put there is no failure: the content is. */
static void sync_folder(const char *path)
{
  char *name = folder_of(path);
  const int folder = name ? open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
  free(name);
  if (folder >= 0) {
    fsync(folder);
    close(folder);
  }
}

enum status atomic_file_write(struct atomic_file *file, const char *bytes,
                              size_t length)
{
  for (size_t done = 0; done < length;) {
    const ssize_t wrote = write(file->file, bytes + done, length - done);
    if (wrote < 0 && errno != EINTR) {
      return file_write_error();
    }
    done += wrote > 0 ? (size_t)wrote : 0;
  }
  return STATUS_OK;
}

/* It stays open, and locked, until it has its name. */
enum status atomic_file_publish(struct atomic_file *file)
{
  if ((fsync(file->file) != 0 && errno != EINVAL) ||
      rename(file->temporary, file->path) != 0) {
    return file_write_error();
  }
  sync_folder(file->path);
  free(file->temporary);
  file->temporary = NULL;
  return STATUS_OK;
}

void atomic_file_finish(struct atomic_file *file)
{
  if (file->temporary) {
    unlink(file->temporary);
  }
  if (file->file >= 0) {
    close(file->file);
  }
  free(file->temporary);
  free(file->path);
  *file = (struct atomic_file){.file = -1};
}

static enum status replace(const char *path, const char *bytes, size_t length,
                           bool own)
{
  struct atomic_file file;
  enum status status = atomic_file_begin(&file, path);
  if (status != STATUS_OK) {
    return status;
  }
  if (own && fchmod(file.file, S_IRUSR | S_IWUSR) != 0) {
    status = file_write_error();
  }
  if (status == STATUS_OK) {
    status = atomic_file_write(&file, bytes, length);
  }
  if (status == STATUS_OK) {
    status = atomic_file_publish(&file);
  }
  atomic_file_finish(&file);
  return status;
}

enum status atomic_file_replace(const char *path, const char *bytes,
                                size_t length)
{
  return replace(path, bytes, length, false);
}

enum status atomic_file_replace_own(const char *path, const char *bytes,
                                    size_t length)
{
  return replace(path, bytes, length, true);
}
