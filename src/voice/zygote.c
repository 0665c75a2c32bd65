/* What runs inside the voice process. */

#include "voice/zygote.h"

#include "voice/espeak.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define SOCKET 3

/* What a child may take: the longest text needs a tenth of a second. */
static const struct itimerval child_time = {.it_value = {.tv_sec = 2}};
#define CHILD_SECONDS 10

/* Leaves the program's files, terminal and signals behind, so that nothing the
   engine does reaches them and Ctrl-C is the program's alone. */
static void leave_program(int socket)
{
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setsid();
  for (int signal_number = 1; signal_number < NSIG; signal_number++) {
    signal(signal_number, SIG_DFL);
  }
  signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  dup2(socket, SOCKET);
  close_range(SOCKET + 1, ~0U, 0);
  const int nowhere = open("/dev/null", O_RDWR);
  for (int standard = 0; standard < SOCKET; standard++) {
    dup2(nowhere, standard);
  }
  close(nowhere);
}

static void report(enum zygote_report_kind kind, int wait_status)
{
  const struct zygote_report packet = {kind, wait_status};
  if (send(SOCKET, &packet, sizeof(packet), 0) < 0) {
    _exit(0);
  }
}

/* Waits for an order; the file for its answer, or -1 for what is no order. */
static int receive_order(struct engine_order *order)
{
  struct iovec part = {.iov_base = order, .iov_len = sizeof(*order)};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr aligned;
  } control;
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = control.bytes,
      .msg_controllen = sizeof(control.bytes),
  };
  const ssize_t length = recvmsg(SOCKET, &message, 0);
  if (length == 0 || (length < 0 && errno != EINTR)) {
    _exit(0);
  }
  const struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  int file = -1;
  if (length == (ssize_t)sizeof(*order) && header) {
    memcpy(&file, CMSG_DATA(header), sizeof(file));
  }
  return file;
}

static void fulfil(const struct engine_order *order, int file)
{
  const pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setitimer(ITIMER_PROF, &child_time, NULL);
    alarm(CHILD_SECONDS);
    _exit((int)espeak_fulfil(order, file));
  }
  close(file);
  int wait_status = ENGINE_FAILED << 8;
  if (child > 0) {
    while (waitpid(child, &wait_status, 0) < 0 && errno == EINTR) {
    }
  }
  report(ZYGOTE_ENDED, wait_status);
}

noreturn void zygote_run(int socket)
{
  leave_program(socket);
  if (!espeak_wake()) {
    _exit(1);
  }
  report(ZYGOTE_AWAKE, 0);
  struct engine_order order;
  for (;;) {
    const int file = receive_order(&order);
    if (file >= 0) {
      report(ZYGOTE_BEGUN, 0);
      fulfil(&order, file);
    }
  }
}
