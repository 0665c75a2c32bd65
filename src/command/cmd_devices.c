/* supine devices: what can be played on. */

#include "command/report.h"
#include "command/table.h"
#include "output/speaker.h"

#include <stdio.h>
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
    print_plain(stdout, names[i]);
    putchar('\n');
    free(names[i]);
  }
  free(names);
  return count > 0 ? STATUS_OK : STATUS_NO_DEVICE;
}

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_devices, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 0) {
    return usage_error(&command_devices, "Devices takes no arguments.");
  }
  const enum status status = print();
  if (status == STATUS_NO_DEVICE) {
    fputs("There is no sound device. \"supine render\" makes sound files "
          "without one.\n",
          stderr);
  } else if (status != STATUS_OK) {
    report_failure("supine", status);
  }
  return exit_status_for(status);
}

const struct command command_devices = {
    .name = "devices",
    .arguments = "",
    .summary = "Lists the sound devices",
    .run = run,
};
