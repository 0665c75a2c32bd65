/* Opening files that others may have put there. */

#include "system/files.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nothing that is opened here is waited for. */
static int open_regular(const char *path, int flags)
{
  const int file = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
  struct stat facts;
  if (file >= 0 && (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode))) {
    close(file);
    errno = EINVAL;
    return -1;
  }
  return file;
}

enum status file_open_input(const char *path, int *file)
{
  const int opened = open_regular(path, O_RDONLY);
  if (opened < 0) {
    return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND
                                               : STATUS_READ_FAILED;
  }
  *file = opened;
  return STATUS_OK;
}

enum status file_open_stream(const char *path, FILE **stream)
{
  int file;
  const enum status status = file_open_input(path, &file);
  if (status != STATUS_OK) {
    return status;
  }
  FILE *opened = fdopen(file, "r");
  if (!opened) {
    close(file);
    return STATUS_NO_MEMORY;
  }
  *stream = opened;
  return STATUS_OK;
}

enum status file_open_own(const char *path, int *file)
{
  const int opened = open_regular(path, O_RDWR | O_CREAT);
  if (opened < 0) {
    return file_write_error();
  }
  *file = opened;
  return STATUS_OK;
}

enum status file_write_error(void)
{
  return errno == ENOSPC || errno == EDQUOT ? STATUS_DISK_FULL
                                            : STATUS_WRITE_FAILED;
}
