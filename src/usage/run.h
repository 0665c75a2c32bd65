/* The frame that every command runs in. */

#ifndef SUPINE_USAGE_RUN_H
#define SUPINE_USAGE_RUN_H

#include "usage/command.h"

/* Reads the command line, opens what the command needs, runs it and releases
   everything again. `argv` begins with the command's name, and is reordered;
   `commands` is every command there is. Returns the exit status. */
int run_command(const struct command *command,
                const struct command *const *commands, int argc, char **argv);

#endif
