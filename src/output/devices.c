/* The names of the output devices, asked for in a process of its own, because
   looking for devices may hang and is noisy. */

#include "output/device.h"
#include "output/device_process.h"
#include "output/speaker.h"
#include "system/child.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LIMIT_MS 3000
#define LONGEST_LIST 65536 /* bytes */

/* Reads to the end, or for as long as is bearable. */
static size_t read_list(int descriptor, char *list)
{
  struct pollfd ready = {.fd = descriptor, .events = POLLIN};
  size_t length = 0;
  while (length < LONGEST_LIST && poll(&ready, 1, LIMIT_MS) == 1) {
    const ssize_t got = read(descriptor, list + length, LONGEST_LIST - length);
    if (got <= 0 && errno != EINTR) {
      break;
    }
    length += got > 0 ? (size_t)got : 0;
  }
  return length;
}

static void write_list(int pipe, const void *context)
{
  (void)context;
  device_process_leave_terminal();
  device_write_names(pipe);
}

static size_t ask(char *list)
{
  struct child child;
  if (child_start(&child, write_list, NULL) != STATUS_OK) {
    return 0;
  }
  const size_t length = read_list(child.pipe, list);
  child_finish(&child);
  return length;
}

static void free_names(char **names, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    free(names[i]);
  }
  free(names);
}

static enum status split(const char *list, size_t length, char ***names,
                         size_t *count)
{
  size_t found = 0;
  for (size_t i = 0; i < length; i++) {
    found += list[i] == '\0';
  }
  if (!found) {
    return STATUS_NO_DEVICE;
  }
  char **split_names = calloc(found, sizeof(*split_names));
  for (size_t i = 0; split_names && i < found; i++) {
    split_names[i] = strdup(list);
    if (!split_names[i]) {
      free_names(split_names, i);
      return STATUS_NO_MEMORY;
    }
    list += strlen(list) + 1;
  }
  if (!split_names) {
    return STATUS_NO_MEMORY;
  }
  *names = split_names;
  *count = found;
  return STATUS_OK;
}

enum status speaker_list_devices(char ***names, size_t *count)
{
  char *list = malloc(LONGEST_LIST);
  if (!list) {
    return STATUS_NO_MEMORY;
  }
  const size_t length = ask(list);
  const enum status status = split(list, length, names, count);
  free(list);
  return status;
}
