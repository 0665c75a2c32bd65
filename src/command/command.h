/* A subcommand as data: its name, its help, what runs it. */

#ifndef SUPINE_COMMAND_COMMAND_H
#define SUPINE_COMMAND_COMMAND_H

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

/* One option, for parsing and for help alike. */
struct option_help {
  const char *name;     /* "--fit" */
  const char *argument; /* "DURATION"; NULL for a flag */
  const char *help;     /* one line */
};

struct command {
  const char *name;
  const char *arguments;             /* "ROUTINE" */
  const char *summary;               /* one line, for `supine help` */
  const struct option_help *options; /* ends with a NULL name */
  int (*run)(int argc, char **argv); /* argv[0] is the command's name; returns
                                        the exit status */
};

/* The command called `name`, or NULL. */
const struct command *command_find(const char *name);

/* Every command, by name; ends with NULL. */
extern const struct command *const commands[];

#endif
