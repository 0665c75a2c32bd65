/* Opening files that others may have put there. */

#include "base/files.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum status file_open_input(const char *path, int *file)
{
  const int opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (opened < 0) {
    return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND
                                               : STATUS_READ_FAILED;
  }
  struct stat facts;
  if (fstat(opened, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    close(opened);
    return STATUS_READ_FAILED;
  }
  *file = opened;
  return STATUS_OK;
}

enum status file_write_error(void)
{
  return errno == ENOSPC || errno == EDQUOT ? STATUS_DISK_FULL
                                            : STATUS_WRITE_FAILED;
}
