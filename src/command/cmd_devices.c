/* supine devices: what can be played on. */

#include "base/plain.h"
#include "command/commands.h"
#include "output/speaker.h"
#include "usage/exit.h"

#include <stdlib.h>

static enum status print(void)
{
  char **names;
  size_t count;
  const enum status status = speaker_list_devices(&names, &count);
  if (status != STATUS_OK) {
    return status;
  }
  for (size_t i = 0; i < count; i++) {
    plain_print(stdout, names[i]);
    putchar('\n');
    free(names[i]);
  }
  free(names);
  return count > 0 ? STATUS_OK : STATUS_NO_DEVICE;
}

static int run(struct call *call)
{
  (void)call;
  const enum status status = print();
  if (status != STATUS_NO_DEVICE) {
    return exit_failed("supine", status);
  }
  exit_no_device(NULL);
  fputs(" \"supine render\" makes sound files without one.\n", stderr);
  return EXIT_NO_DEVICE;
}

const struct command command_devices = {
    .name = "devices",
    .arguments = "",
    .summary = "Lists the sound devices",
    .operands_wrong = "Devices takes no arguments.",
    .run = run,
};
