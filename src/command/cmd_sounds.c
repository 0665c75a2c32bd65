/* supine sounds: what comes with Supine to be heard. */

#include "command/commands.h"
#include "sound/locate.h"
#include "usage/exit.h"

#include <stdlib.h>

static enum status print(bool beds, const char *title)
{
  char **names;
  size_t count;
  const enum status status = locate_shipped(beds, &names, &count);
  if (status != STATUS_OK) {
    return status;
  }
  puts(title);
  for (size_t i = 0; i < count; i++) {
    puts(names[i]);
    free(names[i]);
  }
  free(names);
  return STATUS_OK;
}

static int run(struct call *call)
{
  (void)call;
  enum status status = print(false, "For chime and sound:");
  if (status == STATUS_OK) {
    status = print(true, "\nFor background:");
  }
  return exit_failed("The folder of sounds", status);
}

const struct command command_sounds = {
    .name = "sounds",
    .arguments = "",
    .summary = "Lists the sounds that come with Supine",
    .operands_wrong = "Sounds takes no arguments.",
    .run = run,
};
