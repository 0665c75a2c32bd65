/* Finds the command that is asked for. */

#include "command/commands.h"
#include "usage/exit.h"
#include "usage/run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
    &command_check,
    &command_complete,
    &command_devices,
    &command_format,
    &command_hear,
    &command_help,
    &command_history,
    &command_list,
    &command_new,
    &command_plan,
    &command_play,
    &command_render,
    &command_resume,
    &command_say,
    &command_sounds,
    &command_version,
    &command_voices,
    &command_words,
    NULL,
};

/* Words that people try first, and the commands that answer them. */
static const struct {
  const char *word;
  const char *command;
} habits[] = {
    {"--help", "help"},
    {"-h", "help"},
    {"--version", "version"},
};

static int run_alone(const struct command *command)
{
  char *alone[] = {(char *)command->name, NULL};
  return run_command(command, commands, 1, alone);
}

static int run(int argc, char **argv)
{
  if (argc < 2) {
    const bool is_seen = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    return run_alone(is_seen ? &command_menu : &command_help);
  }
  const char *name = argv[1];
  for (size_t i = 0; i < sizeof(habits) / sizeof(habits[0]); i++) {
    name = strcmp(name, habits[i].word) == 0 ? habits[i].command : name;
  }
  const struct command *command = command_find(commands, name);
  return command ? run_command(command, commands, argc - 1, argv + 1)
                 : exit_unknown_command(commands, name);
}

/* A closed standard output would give its number to the next file opened. */
static void hold_standard_output(void)
{
  if (fcntl(STDOUT_FILENO, F_GETFD) < 0 && errno == EBADF) {
    const int nowhere = open("/dev/null", O_RDONLY);
    if (nowhere >= 0 && nowhere != STDOUT_FILENO) {
      dup2(nowhere, STDOUT_FILENO);
      close(nowhere);
    }
  }
}

int command_dispatch(int argc, char **argv)
{
  hold_standard_output();
  const int exit_status = run(argc, argv);

  const bool written = fflush(stdout) == 0 && !ferror(stdout);
  if (written || exit_status != EXIT_DONE) {
    return exit_status;
  }
  fputs("Standard output cannot be written. Is the disk full, or the output "
        "closed?\n",
        stderr);
  return EXIT_FILE;
}
