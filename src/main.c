/* Finds the command and runs it. */

#include "command/command.h"

#include <stdio.h>

int main(int argc, char **argv)
{
  if (argc < 2) {
    fputs("Type \"supine help\" for the commands.\n", stderr);
    return EXIT_USAGE;
  }
  const struct command *command = command_find(argv[1]);
  if (!command) {
    fprintf(stderr,
            "There is no command \"%s\". Type \"supine help\" for the "
            "commands.\n",
            argv[1]);
    return EXIT_USAGE;
  }
  return command->run(argc - 1, argv + 1);
}
