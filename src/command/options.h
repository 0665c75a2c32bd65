/* One table of options parses the command line and prints the help. */

#ifndef SUPINE_COMMAND_OPTIONS_H
#define SUPINE_COMMAND_OPTIONS_H

#include "base/status.h"
#include "mix/mixer.h"
#include "plan/plan_options.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct command;

enum option_kind {
  OPTION_FLAG,     /* bool: becomes true */
  OPTION_CHOICE,   /* int: becomes `least` */
  OPTION_NUMBER,   /* int: a whole number from `least` to `most` */
  OPTION_DURATION, /* int64_t: frames of "20 minutes", "20m", "1m30s", read
                      exactly as in a routine */
  OPTION_TEXT,     /* const char *: borrowed from the command line */
  OPTION_SETTING,  /* struct plan_options: NAME=VALUE, may be repeated */
};

/* One option, for parsing and for help alike. It stands in a table that ends
   with a NULL name. `--fit DURATION` and `--fit=DURATION` are the same, and so
   are `-o FILE` and `-oFILE`. */
struct option {
  const char *name;     /* "--fit", "-o" */
  const char *argument; /* "DURATION"; NULL for a flag or choice */
  const char *help;     /* a line or two, without a full stop */
  enum option_kind kind;
  size_t offset; /* of the field in the struct that the table fills */
  int least;
  int most;
};

/* What play, render, plan, check and resume have in common. */
struct session_options {
  struct plan_options plan;
  struct mixer_options mixer;
};

/* Everything as the routine says. */
void session_options_init(struct session_options *options);
void session_options_finish(struct session_options *options);

/* The options as they would be typed, for a session that goes on later. The
   caller frees each word and the array; when memory is short there are fewer.
   */
void session_options_words(const struct session_options *options, char ***words,
                           size_t *count);

extern const struct option session_option_table[];

/* Where the command line goes. Options that were not given leave their fields
   as they were. */
struct parsed {
  void *own;                       /* filled by the command's own table */
  struct session_options *session; /* NULL unless the command takes them */
  char **operands; /* what is no option, in order; points into argv, which is
                      reordered */
  int operand_count;
  FILE *errors; /* for what is wrong; NULL: standard error */
};

/* Parses; options and operands may be mixed, and `--` ends the options. False
   when there is nothing left to run, because `--help` or `-h` was answered or
   something is wrong and has been said; `*exit_status` is then what to end
   with. */
bool options_parse(const struct command *command, int argc, char **argv,
                   struct parsed *parsed, int *exit_status);

/* The option of a command, of its own or of the session, that the first
   `length` bytes of `typed` name; NULL when there is none. */
const struct option *options_find(const struct command *command,
                                  const char *typed, size_t length);

#endif
