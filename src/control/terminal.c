/* A keyboard on a terminal. */

#include "control/terminal.h"

#include "control/keys.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

struct terminal {
  struct termios before;
  struct key_decoder decoder;
  unsigned char bytes[256];
  size_t count;
  size_t next;
  bool taken;
};

/* What a signal handler can reach: the settings to put back. */
static struct {
  struct termios before;
  volatile sig_atomic_t taken;
  pid_t owner; /* its children have the handler too, but no terminal */
} found;

/* Signals that end the program by themselves: crashes; and where nobody reads
   them, as while a session is planned, those that ask it to end. */
static const int deadly[] = {SIGSEGV, SIGBUS,  SIGFPE, SIGILL,  SIGABRT,
                             SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};

/* tcsetattr() and raise() may be called from a handler (POSIX.1-2017, 2.4.3).
 */
static void restore_and_die(int signal)
{
  if (found.taken && getpid() == found.owner) {
    tcsetattr(STDIN_FILENO, TCSANOW, &found.before);
  }
  raise(signal);
}

static void catch_deadly(void)
{
  const struct sigaction action = {.sa_handler = restore_and_die,
                                   .sa_flags = (int)SA_RESETHAND | SA_NODEFER};
  for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
    struct sigaction before;
    /* A sanitizer's own handler knows more than we do. */
    if (sigaction(deadly[i], NULL, &before) == 0 &&
        before.sa_handler == SIG_DFL) {
      sigaction(deadly[i], &action, NULL);
    }
  }
}

enum status terminal_create(struct terminal **terminal)
{
  if (!isatty(STDIN_FILENO)) {
    return STATUS_UNSUPPORTED;
  }
  struct terminal *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  if (tcgetattr(STDIN_FILENO, &made->before) != 0) {
    free(made);
    return STATUS_UNSUPPORTED;
  }
  found.before = made->before;
  found.owner = getpid();
  catch_deadly();
  terminal_take(made);
  *terminal = made;
  return STATUS_OK;
}

void terminal_destroy(struct terminal *terminal)
{
  if (terminal) {
    terminal_release(terminal);
    free(terminal);
  }
}

int terminal_descriptor(const struct terminal *terminal)
{
  (void)terminal;
  return STDIN_FILENO;
}

void terminal_take(struct terminal *terminal)
{
  if (terminal->taken) {
    return;
  }
  struct termios keys = terminal->before;
  keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  keys.c_iflag &= ~(tcflag_t)(IXON);
  keys.c_cc[VMIN] = 1;
  keys.c_cc[VTIME] = 0;
  /* In the background this would stop the program; it is taken again when the
     program comes to the foreground. */
  if (tcgetpgrp(STDIN_FILENO) != getpgrp()) {
    return;
  }
  terminal->taken = tcsetattr(STDIN_FILENO, TCSANOW, &keys) == 0;
  found.taken = terminal->taken;
}

void terminal_release(struct terminal *terminal)
{
  if (!terminal->taken) {
    return;
  }
  /* Keys pressed while the session ended are not meant for the shell. */
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminal->before);
  terminal->taken = false;
  found.taken = 0;
}

bool terminal_read(struct terminal *terminal)
{
  if (!terminal->taken) {
    return true;
  }
  const ssize_t count =
      read(STDIN_FILENO, terminal->bytes, sizeof(terminal->bytes));
  if (count > 0) {
    terminal->count = (size_t)count;
    terminal->next = 0;
    return true;
  }
  return count < 0 && (errno == EINTR || errno == EAGAIN);
}

bool terminal_next_key(struct terminal *terminal, bool idle, uint32_t *key)
{
  while (terminal->next < terminal->count) {
    if (key_decode(&terminal->decoder, terminal->bytes[terminal->next++],
                   key)) {
      return true;
    }
  }
  return idle && key_decode_rest(&terminal->decoder, key);
}

bool terminal_is_between(const struct terminal *terminal)
{
  return terminal->decoder.count > 0;
}
