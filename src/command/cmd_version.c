/* supine version: which Supine this is. */

#include "command/table.h"

#include <stdio.h>

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_version, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 0) {
    return usage_error(&command_version, "Version takes no arguments.");
  }
  puts("Supine " SUPINE_VERSION);
  return EXIT_DONE;
}

const struct command command_version = {
    .name = "version",
    .arguments = "",
    .summary = "Says which Supine this is",
    .run = run,
};
