/* The clock of a virtual sound device: takes the sound that a server writes
   into a pipe, ten milliseconds at a time, and never hurries to catch up. On a
   machine that has no time the device becomes slow, instead of losing sound.

     clock PIPE FILE [TIMES]

   FILE gets what is taken; TIMES, for each ten milliseconds of it, the
   CLOCK_REALTIME in nanoseconds at which they begin to be heard, as int64_t.
   */

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define ROUND_NS 10000000
#define ROUND_BYTES (480 * 2 * sizeof(float))

static int64_t now_ns(clockid_t clock)
{
  struct timespec now;
  clock_gettime(clock, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void wait_until(int64_t time_ns)
{
  const struct timespec time = {time_ns / 1000000000, time_ns % 1000000000};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static int pass_on(int from, int to)
{
  char bytes[ROUND_BYTES];
  for (size_t filled = 0; filled < sizeof(bytes);) {
    const ssize_t count = read(from, bytes + filled, sizeof(bytes) - filled);
    if (count <= 0) {
      return -1;
    }
    filled += (size_t)count;
  }
  return write(to, bytes, sizeof(bytes)) == (ssize_t)sizeof(bytes) ? 0 : -1;
}

int main(int argc, char **argv)
{
  if (argc != 3 && argc != 4) {
    fputs("usage: clock PIPE FILE [TIMES]\n", stderr);
    return 2;
  }
  /* Open for writing as well, or the pipe would end with the server. */
  const int pipe = open(argv[1], O_RDWR);
  const int file = open(argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int times =
      argc == 4 ? open(argv[3], O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (pipe < 0 || file < 0 || (argc == 4 && times < 0)) {
    perror(argv[0]);
    return 2;
  }
  /* The smallest there is, as it lies between the player and the ear. */
  fcntl(pipe, F_SETPIPE_SZ, 4096);
  for (int64_t due_ns = now_ns(CLOCK_MONOTONIC); pass_on(pipe, file) == 0;) {
    const int64_t heard_ns = now_ns(CLOCK_REALTIME);
    if (times >= 0 &&
        write(times, &heard_ns, sizeof(heard_ns)) != sizeof(heard_ns)) {
      break;
    }
    const int64_t late_ns = now_ns(CLOCK_MONOTONIC) - due_ns;
    due_ns += late_ns > ROUND_NS ? late_ns : ROUND_NS;
    wait_until(due_ns);
  }
  perror("clock");
  return 1;
}
