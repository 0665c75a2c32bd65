/* Files that are whole or not there. */

#include "base/draft.h"

#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum status draft_write_error(void)
{
  return errno == ENOSPC || errno == EDQUOT ? STATUS_DISK_FULL
                                            : STATUS_WRITE_FAILED;
}

/* "folder/.name.XXXXXX": hidden, so that a player looking through the folder
   leaves it alone. */
static char *name_beside(const char *path)
{
  const char *slash = strrchr(path, '/');
  const int folder = slash ? (int)(slash + 1 - path) : 0;
  struct text name = {0};
  text_append_format(&name, "%.*s.%s.XXXXXX", folder, path, path + folder);
  return text_take(&name);
}

/* Of the file that is replaced, or what a new one gets. */
static mode_t permissions(const char *path)
{
  struct stat about;
  if (stat(path, &about) == 0) {
    return about.st_mode & 07777;
  }
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

enum status draft_begin(struct draft *draft, const char *path)
{
  char *resolved = realpath(path, NULL);
  struct draft made = {.path = resolved ? resolved : strdup(path), .file = -1};
  made.temporary = made.path ? name_beside(made.path) : NULL;
  enum status status = made.temporary ? STATUS_OK : STATUS_NO_MEMORY;
  if (status == STATUS_OK) {
    made.file = mkostemp(made.temporary, O_CLOEXEC);
    status = made.file >= 0 ? STATUS_OK : draft_write_error();
  }
  if (status != STATUS_OK) {
    free(made.path);
    free(made.temporary);
    return status;
  }
  fchmod(made.file, permissions(made.path));
  *draft = made;
  return STATUS_OK;
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

enum status draft_write(struct draft *draft, const char *bytes, size_t length)
{
  for (size_t done = 0; done < length;) {
    const ssize_t wrote = write(draft->file, bytes + done, length - done);
    if (wrote < 0 && errno != EINTR) {
      return draft_write_error();
    }
    done += wrote > 0 ? (size_t)wrote : 0;
  }
  return STATUS_OK;
}

enum status draft_publish(struct draft *draft)
{
  if (fsync(draft->file) != 0 && errno != EINVAL) {
    return draft_write_error();
  }
  const int closed = close(draft->file);
  draft->file = -1;
  if (closed != 0 || rename(draft->temporary, draft->path) != 0) {
    return draft_write_error();
  }
  sync_folder(draft->temporary);
  free(draft->temporary);
  draft->temporary = NULL;
  return STATUS_OK;
}

void draft_finish(struct draft *draft)
{
  if (draft->file >= 0) {
    close(draft->file);
  }
  if (draft->temporary) {
    unlink(draft->temporary);
  }
  free(draft->temporary);
  free(draft->path);
  *draft = (struct draft){.file = -1};
}
