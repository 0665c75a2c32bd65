/* supine version: which Supine this is. */

#include "command/commands.h"

static int run(struct call *call)
{
  (void)call;
  puts("Supine " SUPINE_VERSION);
  return EXIT_DONE;
}

const struct command command_version = {
    .name = "version",
    .arguments = "",
    .summary = "Says which Supine this is",
    .operands_wrong = "Version takes no arguments.",
    .run = run,
};
