/* supine sounds: what comes with Supine to be heard. */

#include "command/report.h"
#include "command/table.h"
#include "sound/locate.h"

#include <stdio.h>
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

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_sounds, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 0) {
    return usage_error(&command_sounds, "Sounds takes no arguments.");
  }
  enum status status = print(false, "For chime and sound:");
  if (status == STATUS_OK) {
    status = print(true, "\nFor background:");
  }
  if (status != STATUS_OK) {
    report_failure("The folder of sounds", status);
  }
  return exit_status_for(status);
}

const struct command command_sounds = {
    .name = "sounds",
    .arguments = "",
    .summary = "Lists the sounds that come with Supine",
    .run = run,
};
