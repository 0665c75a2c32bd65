/* A subcommand as data: its name, its help, what runs it. */

#ifndef SUPINE_COMMAND_COMMAND_H
#define SUPINE_COMMAND_COMMAND_H

#include "command/options.h"

#include <stdbool.h>
#include <stdio.h>

/* Exit statuses, relied on from outside. */
enum exit_status {
  EXIT_DONE = 0,
  EXIT_BAD_ROUTINE = 1,
  EXIT_USAGE = 2,
  EXIT_NO_DEVICE = 3,
  EXIT_FILE = 4,
  EXIT_HANGUP = 129,
  EXIT_INTERRUPTED = 130,
  EXIT_TERMINATED = 143,
};

struct command {
  const char *name;
  const char *arguments;        /* "ROUTINE"; "" for none */
  const char *summary;          /* one line, for `supine help` */
  const struct option *options; /* its own; NULL for none */
  bool takes_session_options;
  bool takes_keys;                   /* while a session plays */
  int (*run)(int argc, char **argv); /* argv[0] is the command's name; returns
                                        the exit status */
};

/* Every command, by name; ends with NULL. */
extern const struct command *const commands[];

/* The command called `name`, or NULL. */
const struct command *command_find(const char *name);

/* Says on standard error that there is no such command, with a suggestion, and
   returns EXIT_USAGE. */
int command_unknown(const char *name);

/* Prints what `supine help COMMAND` shows to standard output. */
void command_print_help(const struct command *command);

/* Runs what the arguments of the program ask for; returns its exit status.
   Without any: the menu on a terminal, elsewhere the help. */
int command_dispatch(int argc, char **argv);

/* One line, on standard error or where else, that begins a refusal of the
   command line and ends with where help is; returns EXIT_USAGE. */
int usage_error(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
int usage_error_to(FILE *errors, const struct command *command,
                   const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
