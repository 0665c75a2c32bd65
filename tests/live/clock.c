/* The clock of a virtual sound device: takes the sound that is written into a
   pipe, ten milliseconds at a time, and never hurries to catch up. On a machine
   that has no time the device becomes slow, instead of losing sound.

     clock PIPE FILE [TIMES]
     clock - FILE [SPEED]

   FILE gets what is taken. Of a named PIPE it is begun anew, and the clock runs
   until it is killed; TIMES gets, for each ten milliseconds, the CLOCK_REALTIME
   in nanoseconds at which they begin to be heard, as int64_t. What comes from
   standard input is appended, and the file is locked until that ends; SPEED
   makes time pass so many times as fast. */

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define ROUND_NS 10000000
#define ROUND_BYTES (480 * 2 * sizeof(float))

/* A device that takes its first sound too fast is not believed to be one. */
#define CALM_ROUNDS 60

struct clock {
  int pipe;
  int file;
  int times; /* -1: not wanted */
  int64_t speed;
};

static int64_t now_ns(clockid_t clock)
{
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void wait_until(int64_t time_ns)
{
  const struct timespec time = {(time_t)(time_ns / 1000000000),
                                (long)(time_ns % 1000000000)};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

/* Returns false at the end, whose last bytes may be fewer. */
static bool pass_on(const struct clock *clock)
{
  char bytes[ROUND_BYTES];
  size_t filled = 0;
  ssize_t count = 1;
  while (filled < sizeof(bytes) && count > 0) {
    count = read(clock->pipe, bytes + filled, sizeof(bytes) - filled);
    filled += count > 0 ? (size_t)count : 0;
  }
  return write(clock->file, bytes, filled) == (ssize_t)filled && count > 0;
}

static bool note_time(const struct clock *clock)
{
  const int64_t heard_ns = now_ns(CLOCK_REALTIME);
  return clock->times < 0 ||
         write(clock->times, &heard_ns, sizeof(heard_ns)) == sizeof(heard_ns);
}

static void run(const struct clock *clock)
{
  int64_t due_ns = now_ns(CLOCK_MONOTONIC);
  for (int64_t round = 0; pass_on(clock) && note_time(clock); round++) {
    const int64_t round_ns =
        round < CALM_ROUNDS ? ROUND_NS : ROUND_NS / clock->speed;
    const int64_t late_ns = now_ns(CLOCK_MONOTONIC) - due_ns;
    due_ns += late_ns > round_ns ? late_ns : round_ns;
    wait_until(due_ns);
  }
}

static struct clock of_server(const char *pipe, const char *file,
                              const char *times)
{
  const struct clock clock = {
      /* Open for writing as well, or the pipe would end with the server. */
      .pipe = open(pipe, O_RDWR),
      .file = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600),
      .times = times ? open(times, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1,
      .speed = 1,
  };
  /* The smallest there is, as it lies between the player and the ear. */
  fcntl(clock.pipe, F_SETPIPE_SZ, 4096);
  return clock;
}

static struct clock of_player(const char *file, const char *speed)
{
  const struct clock clock = {
      .pipe = STDIN_FILENO,
      .file = open(file, O_WRONLY | O_CREAT | O_APPEND, 0600),
      .times = -1,
      .speed = speed ? atoi(speed) : 1,
  };
  flock(clock.file, LOCK_SH);
  return clock;
}

int main(int argc, char **argv)
{
  if (argc != 3 && argc != 4) {
    fputs("usage: clock PIPE FILE [TIMES] | clock - FILE [SPEED]\n", stderr);
    return 2;
  }
  const char *more = argc == 4 ? argv[3] : NULL;
  const bool has_server = strcmp(argv[1], "-") != 0;
  const struct clock clock =
      has_server ? of_server(argv[1], argv[2], more) : of_player(argv[2], more);
  if (clock.pipe < 0 || clock.file < 0 || clock.speed < 1) {
    perror(argv[0]);
    return 2;
  }
  run(&clock);
  return has_server ? 1 : 0;
}
