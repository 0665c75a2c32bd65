/* Writing a file so that it is never seen half written. */

#include "base/replace.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status failure(void)
{
  return errno == ENOSPC || errno == EDQUOT ? STATUS_DISK_FULL
                                            : STATUS_WRITE_FAILED;
}

/* The mode of the file that is replaced, or what a new file gets. */
static mode_t wanted_mode(const char *path)
{
  struct stat facts;
  if (stat(path, &facts) == 0) {
    return facts.st_mode & 07777;
  }
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

static enum status write_all(int file, const char *bytes, size_t length)
{
  for (size_t done = 0; done < length;) {
    const ssize_t wrote = write(file, bytes + done, length - done);
    if (wrote < 0 && errno != EINTR) {
      return failure();
    }
    done += wrote > 0 ? (size_t)wrote : 0;
  }
  return STATUS_OK;
}

static enum status fill(int file, mode_t mode, const char *bytes, size_t length)
{
  enum status status = write_all(file, bytes, length);
  if (status == STATUS_OK && (fchmod(file, mode) != 0 || fsync(file) != 0)) {
    status = failure();
  }
  if (close(file) != 0 && status == STATUS_OK) {
    status = failure();
  }
  return status;
}

/* The new name is not safe before its folder is on the disk. That it cannot be
   put there is no failure: the content is. */
static void sync_folder(char *path)
{
  char *slash = strrchr(path, '/');
  if (slash) {
    slash[slash == path] = '\0';
  }
  const int folder =
      open(slash ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    fsync(folder);
    close(folder);
  }
}

/* `draft` names a file beside `path` that does not exist yet. */
static enum status replace(const char *path, char *draft, const char *bytes,
                           size_t length)
{
  const int file = mkostemp(draft, O_CLOEXEC);
  if (file < 0) {
    return failure();
  }
  enum status status = fill(file, wanted_mode(path), bytes, length);
  if (status == STATUS_OK && rename(draft, path) != 0) {
    status = failure();
  }
  if (status != STATUS_OK) {
    unlink(draft);
    return status;
  }
  sync_folder(draft);
  return STATUS_OK;
}

enum status file_replace(const char *path, const char *bytes, size_t length)
{
  char resolved[PATH_MAX];
  const char *target = realpath(path, resolved) ? resolved : path;
  struct text draft = {0};
  text_append_format(&draft, "%s.XXXXXX", target);
  char *name = text_take(&draft);
  if (!name) {
    return STATUS_NO_MEMORY;
  }
  const enum status status = replace(target, name, bytes, length);
  free(name);
  return status;
}
