/* The voice process as the program sees it: start, ask, replace. */

#include "voice/voice_process.h"

#include "system/child.h"
#include "system/now.h"
#include "voice/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* How long the process may take to wake, to begin, and then without a further
   sample, as long as it waits for the machine. It needs 3 ms, 0.3 ms and 1 ms
   on an idle one; with twenty processes waiting for two cores a second and a
   half was too little, and a sentence was lost. */
#define WAKE_MILLISECONDS 5000
#define BEGIN_MILLISECONDS 4000
#define STALL_MILLISECONDS 6000

/* Between two looks at whether it still works or hangs. */
#define LOOK_MILLISECONDS 500

#define RETRY_MILLISECONDS 10000

/* Half an hour of speech: more than any 2,000 bytes give. */
#define LONGEST_ANSWER ((size_t)30 * 60 * ENGINE_RATE * 2)

static bool is_ready(int file, int milliseconds)
{
  struct pollfd wait = {.fd = file, .events = POLLIN};
  int ready;
  do {
    ready = poll(&wait, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

/* Whether a process runs, or waits for a processor or the disk; also when
   nothing can be found out about it. */
static bool is_busy(pid_t pid)
{
  char path[64];
  char state = 'R';
  snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
  FILE *stat = fopen(path, "re");
  if (stat) {
    if (fscanf(stat, "%*d (%*[^)]) %c", &state) != 1) {
      state = 'R';
    }
    fclose(stat);
  }
  return state == 'R' || state == 'D';
}

/* The child of the voice process, or 0. */
static pid_t child_of(pid_t pid)
{
  char path[64];
  int child = 0;
  snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)pid, (int)pid);
  FILE *children = fopen(path, "re");
  if (children) {
    if (fscanf(children, "%d", &child) != 1) {
      child = 0;
    }
    fclose(children);
  }
  return child;
}

/* Waits as long as the process or its child works. */
static bool await(const struct voice_process *process, int file,
                  int milliseconds)
{
  for (int waited = 0; waited < milliseconds; waited += LOOK_MILLISECONDS) {
    if (is_ready(file, LOOK_MILLISECONDS)) {
      return true;
    }
    const pid_t child = child_of(process->pid);
    if (!is_busy(process->pid) && !(child > 0 && is_busy(child))) {
      /* Unless it has just come to an end. */
      return is_ready(file, 0);
    }
  }
  return false;
}

static bool read_report(const struct voice_process *process,
                        struct zygote_report *report)
{
  return recv(process->socket, report, sizeof(*report), 0) ==
         (ssize_t)sizeof(*report);
}

static bool receive(const struct voice_process *process,
                    struct zygote_report *report, int milliseconds)
{
  return await(process, process->socket, milliseconds) &&
         read_report(process, report);
}

void voice_process_finish(struct voice_process *process)
{
  if (process->socket >= 0) {
    close(process->socket);
  }
  if (process->pid > 0) {
    /* With the child that speaks, which leads no group of its own. */
    kill(-process->pid, SIGKILL);
    child_kill(process->pid);
  }
  process->pid = 0;
  process->socket = -1;
}

enum status voice_process_init(struct voice_process *process)
{
  int sockets[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) {
    return STATUS_VOICE_GONE;
  }
  const pid_t pid = fork();
  if (pid == 0) {
    zygote_run(sockets[1]);
  }
  close(sockets[1]);
  *process = (struct voice_process){.pid = pid, .socket = sockets[0]};
  struct zygote_report report;
  /* It sleeps on the way, until a thread of the engine has begun. */
  if (pid < 0 || !is_ready(process->socket, WAKE_MILLISECONDS) ||
      !read_report(process, &report) || report.kind != ZYGOTE_AWAKE) {
    voice_process_finish(process);
    return pid < 0 ? STATUS_NO_MEMORY : STATUS_VOICE_GONE;
  }
  return STATUS_OK;
}

/* Passes the order and the pipe for its answer. */
static bool send_order(const struct voice_process *process,
                       const struct engine_order *order, int answer)
{
  struct iovec part = {.iov_base = (void *)order, .iov_len = sizeof(*order)};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr aligned;
  } control = {0};
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = control.bytes,
      .msg_controllen = sizeof(control.bytes),
  };
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &answer, sizeof(answer));
  return sendmsg(process->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT) > 0;
}

/* Reads to the end of the pipe; false when it stalls. */
static bool read_answer(const struct voice_process *process, int pipe,
                        struct text *answer, enum status *status)
{
  char bytes[65536];
  while (await(process, pipe, STALL_MILLISECONDS)) {
    const ssize_t length = read(pipe, bytes, sizeof(bytes));
    if (length == 0) {
      return true;
    }
    if (length < 0 && errno != EINTR) {
      return false;
    }
    if (length > 0 && answer->length + (size_t)length > LONGEST_ANSWER) {
      *status = STATUS_TOO_LARGE;
      return false;
    }
    if (length > 0) {
      text_append_bytes(answer, bytes, (size_t)length);
    }
  }
  return false;
}

static enum status status_of_end(int wait_status)
{
  if (!WIFEXITED(wait_status)) {
    return STATUS_VOICE_FAILED;
  }
  switch (WEXITSTATUS(wait_status)) {
  case ENGINE_DONE:
    return STATUS_OK;
  case ENGINE_NO_VOICE:
    return STATUS_NO_VOICE;
  default:
    return STATUS_VOICE_FAILED;
  }
}

enum outcome {
  OUTCOME_ENDED,    /* with the status of the order itself */
  OUTCOME_HUNG,     /* it is the order that hangs */
  OUTCOME_DESERTED, /* the process is gone or hung, whatever was asked */
};

static enum outcome ask_once(const struct voice_process *process,
                             const struct engine_order *order, int ends[2],
                             struct text *answer, enum status *status)
{
  struct zygote_report report;
  const bool sent = send_order(process, order, ends[1]);
  close(ends[1]);
  if (!sent || !receive(process, &report, BEGIN_MILLISECONDS)) {
    return OUTCOME_DESERTED;
  }
  if (!read_answer(process, ends[0], answer, status)) {
    return OUTCOME_HUNG;
  }
  if (!receive(process, &report, STALL_MILLISECONDS)) {
    return OUTCOME_DESERTED;
  }
  *status = status_of_end(report.wait_status);
  return OUTCOME_ENDED;
}

/* Asks, and ends a process that is no longer of use. */
static enum outcome ask(struct voice_process *process,
                        const struct engine_order *order, struct text *answer,
                        enum status *status)
{
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    *status = STATUS_NO_MEMORY;
    return OUTCOME_ENDED;
  }
  const enum outcome outcome = ask_once(process, order, ends, answer, status);
  close(ends[0]);
  if (outcome != OUTCOME_ENDED) {
    voice_process_finish(process);
  }
  return outcome;
}

static bool wake_again(struct voice_process *process)
{
  if (process->gone_ms > 0 &&
      now_ms() - process->gone_ms < RETRY_MILLISECONDS) {
    return false;
  }
  for (int try = 0; try < 2; try++) {
    if (voice_process_init(process) == STATUS_OK) {
      return true;
    }
  }
  process->gone_ms = now_ms();
  return false;
}

enum status voice_process_ask(struct voice_process *process,
                              const struct engine_order *order,
                              struct text *answer)
{
  const size_t length = answer->length;
  enum status status = STATUS_VOICE_FAILED;
  enum outcome outcome = OUTCOME_DESERTED;
  for (int try = 0; try < 2 && outcome == OUTCOME_DESERTED; try++) {
    text_truncate(answer, length);
    if (process->pid == 0 && !wake_again(process)) {
      return STATUS_VOICE_GONE;
    }
    outcome = ask(process, order, answer, &status);
  }
  if (status == STATUS_OK) {
    status = answer->status;
  }
  if (status != STATUS_OK) {
    text_truncate(answer, length);
  }
  return status;
}
