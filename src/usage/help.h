/* Help, made from the tables, in lines of 80 columns on standard output. */

#ifndef SUPINE_USAGE_HELP_H
#define SUPINE_USAGE_HELP_H

#include "usage/command.h"

/* What `supine help` shows of all commands, of one, and of the keys. */
void help_print_commands(const struct command *const *commands);
void help_print_command(const struct command *command);
void help_print_keys(void);

#endif
