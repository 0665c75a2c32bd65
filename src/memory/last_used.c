/* What was used last, a small file each. */

#include "memory/last_used.h"

#include "base/text.h"
#include "memory/state_path.h"
#include "system/atomic_file.h"
#include "system/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first line of a state file; NULL when there is none. */
static char *read_line(const char *name)
{
  char *path;
  char *line = NULL;
  if (state_path(name, &path) != STATUS_OK) {
    return NULL;
  }
  FILE *file;
  const enum status status = file_open_stream(path, &file);
  free(path);
  if (status != STATUS_OK) {
    return NULL;
  }
  size_t size = 0;
  if (getline(&line, &size, file) > 0) {
    line[strcspn(line, "\n")] = '\0';
  } else {
    free(line);
    line = NULL;
  }
  fclose(file);
  return line;
}

static void write_line(const char *name, const char *line)
{
  char *path;
  struct text text = {0};
  if (state_path(name, &path) != STATUS_OK) {
    return;
  }
  text_append_format(&text, "%s\n", line);
  if (text.status == STATUS_OK) {
    atomic_file_replace_own(path, text_string(&text), text.length);
  }
  text_finish(&text);
  free(path);
}

int last_used_volume(int otherwise)
{
  char *line = read_line("volume");
  const long volume = line ? strtol(line, NULL, 10) : -1;
  free(line);
  /* A listener who turned the sound off elsewhere must hear the next start. */
  return volume >= 50 && volume <= 1000 ? (int)volume : otherwise;
}

void last_used_set_volume(int volume)
{
  char line[16];
  snprintf(line, sizeof(line), "%d", volume);
  write_line("volume", line);
}

char *last_used_routine(void)
{
  return read_line("last");
}

void last_used_set_routine(const char *path)
{
  write_line("last", path);
}
