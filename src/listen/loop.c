/* The one loop that everything waits in. */

#include "listen/loop.h"

#include "base/frames.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* Between two looks at what the mixer has done, in milliseconds. */
#define TICK 20

/* After a signal, so much is still delivered: the fade of 30 ms, and what the
   device has buffered. */
#define FAREWELL_FRAMES (FRAME_RATE / 5)

/* Gives up on a device that takes nothing more, in ticks. */
#define FAREWELL_TICKS 50

struct watch {
  struct loop *loop;
  int signals;
  enum loop_end end;
  bool ending;       /* a signal asked for it */
  int64_t end_frame; /* delivered frames at which the fade is over */
  int farewell_ticks;
  enum output_state output_state;
  sigset_t before;
  struct sigaction pipe_before;
};

static void start_signals(struct watch *watch)
{
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGTSTP);
  sigaddset(&set, SIGCONT);
  sigprocmask(SIG_BLOCK, &set, &watch->before);
  /* Who reads what is printed may leave; the session goes on. */
  const struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &watch->pipe_before);
  watch->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void stop_signals(struct watch *watch)
{
  close(watch->signals);
  sigaction(SIGPIPE, &watch->pipe_before, NULL);
  sigprocmask(SIG_SETMASK, &watch->before, NULL);
}

static void end_by_signal(struct watch *watch, enum loop_end end)
{
  struct output_status status;
  output_read_status(watch->loop->output, &status);
  if (watch->ending) {
    watch->farewell_ticks = FAREWELL_TICKS;
    return;
  }
  watch->ending = true;
  watch->end = end;
  watch->end_frame = status.delivered_frames + FAREWELL_FRAMES;
  watch->loop->host.fall_silent(watch->loop->host.context);
}

/* Stops the program as the shell expects; nothing plays meanwhile. */
static void suspend(struct loop *loop)
{
  loop->host.suspend(loop->host.context);
  if (loop->terminal) {
    terminal_release(loop->terminal);
  }
  raise(SIGSTOP);
  if (loop->terminal) {
    terminal_take(loop->terminal);
  }
  loop->host.wake(loop->host.context);
}

static void handle_signal(struct watch *watch, uint32_t signal)
{
  switch (signal) {
  case SIGINT:
    end_by_signal(watch, LOOP_INTERRUPTED);
    break;
  case SIGTERM:
    end_by_signal(watch, LOOP_TERMINATED);
    break;
  case SIGHUP:
    end_by_signal(watch, LOOP_HANGUP);
    break;
  case SIGTSTP:
    suspend(watch->loop);
    break;
  case SIGCONT:
    if (watch->loop->terminal) {
      terminal_take(watch->loop->terminal);
    }
    break;
  default:
    break;
  }
}

static void read_signals(struct watch *watch)
{
  struct signalfd_siginfo info;
  while (read(watch->signals, &info, sizeof(info)) == sizeof(info)) {
    handle_signal(watch, info.ssi_signo);
  }
}

static void read_keys(struct watch *watch, bool readable)
{
  struct loop *loop = watch->loop;
  struct terminal *terminal = loop->terminal;
  if (!terminal) {
    return;
  }
  if (readable && !terminal_read(terminal)) {
    /* The terminal is gone, as SIGHUP would say. */
    loop->terminal = NULL;
    end_by_signal(watch, LOOP_HANGUP);
    return;
  }
  uint32_t key;
  while (terminal_next_key(terminal, !readable, &key)) {
    loop->host.press(loop->host.context, key);
  }
}

static void look_after_output(struct watch *watch)
{
  struct loop *loop = watch->loop;
  output_poll(loop->output);
  struct output_status status;
  output_read_status(loop->output, &status);
  if (status.state != watch->output_state) {
    if (status.state == OUTPUT_LOST) {
      loop->host.device_lost(loop->host.context);
    } else if (status.state == OUTPUT_RUNNING) {
      loop->host.device_back(loop->host.context);
    }
    watch->output_state = status.state;
  }
  if (watch->ending) {
    watch->farewell_ticks++;
  }
}

static void look(struct loop *loop)
{
  loop->host.poll(loop->host.context);
  for (size_t i = 0; i < loop->guest_count; i++) {
    if (loop->guests[i].look) {
      loop->guests[i].look(loop->guests[i].context);
    }
  }
}

static bool is_over(struct watch *watch)
{
  const struct loop_host *host = &watch->loop->host;
  if (!watch->ending) {
    return host->is_over(host->context, &watch->end);
  }
  struct output_status status;
  output_read_status(watch->loop->output, &status);
  return status.delivered_frames >= watch->end_frame ||
         watch->farewell_ticks >= FAREWELL_TICKS;
}

void loop_invite(struct loop *loop, struct loop_guest guest)
{
  if (loop->guest_count < LOOP_GUESTS) {
    loop->guests[loop->guest_count++] = guest;
  }
}

static void wait_for_something(struct watch *watch)
{
  struct loop *loop = watch->loop;
  struct pollfd fds[2 + LOOP_GUESTS];
  int timeout = TICK;
  fds[0] = (struct pollfd){.fd = watch->signals, .events = POLLIN};
  fds[1] = (struct pollfd){
      .fd = loop->terminal ? terminal_descriptor(loop->terminal) : -1,
      .events = POLLIN};
  for (size_t i = 0; i < loop->guest_count; i++) {
    const struct loop_guest *guest = &loop->guests[i];
    struct pollfd *fd = &fds[2 + i];
    *fd = (struct pollfd){.fd = -1};
    if (guest->prepare) {
      fd->fd = guest->prepare(guest->context, &fd->events, &timeout);
    }
  }
  if (poll(fds, (nfds_t)(2 + loop->guest_count), timeout) < 0) {
    fds[0].revents = fds[1].revents = 0;
  }
  if (fds[0].revents) {
    read_signals(watch);
  }
  read_keys(watch, fds[1].revents != 0);
}

enum loop_end loop_run(struct loop *loop)
{
  struct watch watch = {.loop = loop, .output_state = OUTPUT_STARTING};
  struct output_status status;
  output_read_status(loop->output, &status);
  watch.output_state = status.state;
  start_signals(&watch);
  while (!is_over(&watch)) {
    wait_for_something(&watch);
    look_after_output(&watch);
    look(loop);
  }
  stop_signals(&watch);
  return watch.end;
}
