/* Processes that answer through a pipe. */

#include "system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum status child_start(struct child *child,
                        void (*work)(int pipe, const void *context),
                        const void *context)
{
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    return STATUS_NO_MEMORY;
  }
  const pid_t process = fork();
  if (process == 0) {
    work(ends[1], context);
    _exit(0);
  }
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return STATUS_NO_MEMORY;
  }
  *child = (struct child){.process = process, .pipe = ends[0]};
  return STATUS_OK;
}

void child_finish(struct child *child)
{
  close(child->pipe);
  child_kill(child->process);
}

void child_kill(pid_t process)
{
  if (process > 0) {
    kill(process, SIGKILL);
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {
    }
  }
}
