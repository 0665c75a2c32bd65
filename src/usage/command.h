/* A subcommand as data: its name, its help, what it takes, what runs it. */

#ifndef SUPINE_USAGE_COMMAND_H
#define SUPINE_USAGE_COMMAND_H

#include "listen/stage.h"
#include "memory/config.h"
#include "session/session.h"

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

/* What a command speaks with. */
enum command_voice {
  COMMAND_WITHOUT_VOICE, /* it opens no studio */
  COMMAND_MEASURES,      /* how long the sentences are is enough */
  COMMAND_SPEAKS,
};

#define ANY_NUMBER (-1)

/* One run of a command, with all that its command line asked for. */
struct call {
  const struct command *command;
  const struct command *const *commands; /* every one, by name; ends with NULL
                                          */
  void *own;            /* what the command's own options fill */
  struct config config; /* read where the command takes session options */
  struct session_options session; /* from the configuration, then the options */
  struct stage_options stage;     /* likewise, where the command plays */
  struct stage_entry entry;       /* how the session that is played begins */
  struct studio *studio;          /* NULL for a command without a voice */
  char **operands;
  int operand_count;
  FILE *errors; /* for what is wrong: standard error, or spoken in the end */
};

/* Functions that return an int return an exit status. */
struct command {
  const char *name;
  const char *arguments;        /* "ROUTINE"; "" for none */
  const char *summary;          /* one line, for `supine help` */
  const struct option *options; /* its own; NULL for none */
  size_t own_bytes;             /* of the struct that they fill */
  const void *own_initial;      /* what it is at first; NULL: zeroes */
  bool takes_session_options;
  bool plays; /* takes what concerns playing, and speaks what is wrong */
  enum command_voice voice;
  enum offer operands; /* what a completion offers for them */
  int least_operands;
  int most_operands;          /* or ANY_NUMBER */
  const char *operands_wrong; /* the sentence for any other number */
  /* Before the command line is read, which wins. NULL: nothing to do. */
  int (*prepare)(struct call *call);
  /* Whether what was asked for goes together, before the studio is opened.
     NULL: it always does. */
  int (*check)(struct call *call);
  int (*run)(struct call *call);
};

/* The command called `name`, or NULL. */
const struct command *command_find(const struct command *const *commands,
                                   const char *name);

/* The tables of a command and, where they are to be filled, what they fill;
   `call` NULL: they are only looked up. */
#define COMMAND_TABLES 4
void command_targets(const struct command *command, struct call *call,
                     struct option_target targets[COMMAND_TABLES]);

#endif
