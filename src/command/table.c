/* Every command there is, by name. */

#include "command/table.h"

#include "base/nearest.h"
#include "listen/choosing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const struct command *const commands[] = {
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

const struct command *command_find(const char *name)
{
  for (size_t i = 0; commands[i]; i++) {
    if (strcmp(commands[i]->name, name) == 0) {
      return commands[i];
    }
  }
  return NULL;
}

int command_unknown(const char *name)
{
  struct nearest search = {.typed = name};
  for (size_t i = 0; commands[i]; i++) {
    nearest_consider(&search, commands[i]->name);
  }
  fprintf(stderr, "There is no command \"%s\".", name);
  if (search.nearest) {
    fprintf(stderr, " Did you mean \"%s\"?", search.nearest);
  }
  fputs(" Type \"supine help\" for the commands.\n", stderr);
  return EXIT_USAGE;
}

/* Words that people try first, and the commands that answer them. */
static const struct {
  const char *word;
  const char *command;
} habits[] = {
    {"--help", "help"},
    {"-h", "help"},
    {"--version", "version"},
};

static int run(int argc, char **argv)
{
  if (argc < 2 && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
    return menu_command();
  }
  if (argc < 2) {
    char *alone[] = {"help", NULL};
    return command_help.run(1, alone);
  }
  for (size_t i = 0; i < sizeof(habits) / sizeof(habits[0]); i++) {
    if (strcmp(argv[1], habits[i].word) == 0) {
      return command_find(habits[i].command)->run(argc - 1, argv + 1);
    }
  }
  const struct command *command = command_find(argv[1]);
  return command ? command->run(argc - 1, argv + 1) : command_unknown(argv[1]);
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
