/* supine help: the commands, or one of them with its options. */

#include "command/commands.h"
#include "usage/exit.h"
#include "usage/help.h"

#include <string.h>

static int run(struct call *call)
{
  if (call->operand_count == 0) {
    help_print_commands(call->commands);
    return EXIT_DONE;
  }
  const char *name = call->operands[0];
  if (strcmp(name, "keys") == 0) {
    help_print_keys();
    return EXIT_DONE;
  }
  const struct command *command = command_find(call->commands, name);
  if (!command) {
    return exit_unknown_command(call->commands, name);
  }
  help_print_command(command);
  return EXIT_DONE;
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Shows the commands, one of them with its options, or the keys",
    .operands = OFFER_COMMANDS,
    .most_operands = 1,
    .operands_wrong = "Help takes one command at most.",
    .run = run,
};
