/* Tells whoever waits at a terminal that planning goes on. */

#include "session/progress.h"

#include "command/report.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define FIRST_LINE_S 2.0
#define FURTHER_LINES_S 10.0

static double now_s(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void patience_begin(struct patience *patience, const char *name)
{
  *patience = (struct patience){.name = isatty(STDERR_FILENO) ? name : NULL,
                                .next_s = now_s() + FIRST_LINE_S};
}

void patience_end(struct patience *patience)
{
  *patience = (struct patience){0};
}

void patience_count(struct patience *patience)
{
  if (!patience->name) {
    return;
  }
  const double now = now_s();
  patience->sentences++;
  if (now >= patience->next_s) {
    patience->next_s = now + FURTHER_LINES_S;
    fputs("Planning ", stderr);
    print_plain(stderr, patience->name);
    fprintf(stderr, ": %zu sentences so far.\n", patience->sentences);
  }
}
