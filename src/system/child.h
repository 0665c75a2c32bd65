/* Processes that answer through a pipe: work that may hang or crash, of which
   the program wants to hear no more than the result. */

#ifndef SUPINE_SYSTEM_CHILD_H
#define SUPINE_SYSTEM_CHILD_H

#include "base/status.h"

#include <sys/types.h>

struct child {
  pid_t process;
  int pipe; /* what it answers is read from here */
};

/* Forks a process that runs `work`, which writes its answer to `pipe`, and then
   ends. The program must hold no lock that `work` needs.
   Possible errors: STATUS_NO_MEMORY. */
enum status child_start(struct child *child,
                        void (*work)(int pipe, const void *context),
                        const void *context);

/* Ends it, however far it has come, and closes the pipe. */
void child_finish(struct child *child);

/* Ends a process at once, whatever it hangs in, and waits until it is gone; 0
   or less is fine. */
void child_kill(pid_t process);

#endif
