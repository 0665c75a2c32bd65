/* Tells whoever waits at a terminal that planning goes on. */

#include "session/progress.h"

#include "base/plain.h"
#include "system/now.h"

#include <stdbool.h>
#include <unistd.h>

#define FIRST_LINE_MS 2000
#define FURTHER_LINES_MS 10000

void progress_begin(struct progress *progress, const char *name)
{
  const bool is_told = progress->stream && isatty(fileno(progress->stream));
  progress->name = is_told ? name : NULL;
  progress->sentences = 0;
  progress->next_ms = now_ms() + FIRST_LINE_MS;
}

void progress_end(struct progress *progress)
{
  progress->name = NULL;
}

void progress_count(struct progress *progress)
{
  if (!progress->name) {
    return;
  }
  const int64_t now = now_ms();
  progress->sentences++;
  if (now >= progress->next_ms) {
    progress->next_ms = now + FURTHER_LINES_MS;
    fputs("Planning ", progress->stream);
    plain_print(progress->stream, progress->name);
    fprintf(progress->stream, ": %zu sentences so far.\n", progress->sentences);
  }
}
