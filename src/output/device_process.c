/* A forked process that touches the sound system. */

#include "output/device_process.h"

#include "system/log.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <unistd.h>

void device_process_leave_terminal(void)
{
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setpgid(0, 0);
  const int signals[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT,
                         SIGCHLD, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
    signal(signals[i], SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  const int nowhere = open("/dev/null", O_RDWR);
  const int kept = log_is_on() ? STDERR_FILENO : STDERR_FILENO + 1;
  for (int descriptor = 0; descriptor < kept; descriptor++) {
    dup2(nowhere, descriptor);
  }
}
