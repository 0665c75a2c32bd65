/* Runs a command. */

#include "usage/run.h"

#include "listen/spoken_error.h"
#include "usage/call.h"
#include "usage/exit.h"
#include "usage/help.h"

#include <stdlib.h>
#include <string.h>

static int read_words(struct call *call, int argc, char **argv,
                      bool *wants_help)
{
  struct option_target targets[COMMAND_TABLES];
  struct option_line line = {.targets = targets};
  command_targets(call->command, call, targets);
  const enum status status = options_read(&line, argv + 1, argc - 1);
  call->operands = argv + 1;
  call->operand_count = line.operand_count;
  *wants_help = line.wants_help;
  if (status == STATUS_BAD_ARGUMENT) {
    exit_wrong_usage(call, "%s", text_string(&line.wrong));
  } else if (status != STATUS_OK) {
    fprintf(call->errors, "%s\n", status_text(status));
  }
  text_finish(&line.wrong);
  return exit_for_status(status);
}

static int check(struct call *call)
{
  const struct command *command = call->command;
  const int count = call->operand_count;
  if (count < command->least_operands ||
      (command->most_operands != ANY_NUMBER &&
       count > command->most_operands)) {
    return exit_wrong_usage(call, "%s", command->operands_wrong);
  }
  return command->check ? command->check(call) : EXIT_DONE;
}

static int open_studio(struct call *call)
{
  switch (call->command->voice) {
  case COMMAND_WITHOUT_VOICE:
    return EXIT_DONE;
  case COMMAND_MEASURES:
    return call_open_studio(call, VOICE_ENGINE_LENGTHS);
  case COMMAND_SPEAKS:
    return call_open_studio(call, VOICE_ENGINE_ESPEAK);
  }
  return EXIT_DONE;
}

static int run(struct call *call, int argc, char **argv)
{
  const struct command *command = call->command;
  bool wants_help = false;
  int exit_status = command->prepare ? command->prepare(call) : EXIT_DONE;
  if (exit_status == EXIT_DONE) {
    exit_status = read_words(call, argc, argv, &wants_help);
  }
  if (exit_status == EXIT_DONE && wants_help) {
    help_print_command(command);
    return EXIT_DONE;
  }
  if (exit_status == EXIT_DONE) {
    exit_status = check(call);
  }
  if (exit_status == EXIT_DONE) {
    exit_status = open_studio(call);
  }
  if (exit_status == EXIT_DONE) {
    exit_status = command->run(call);
  }
  studio_destroy(call->studio);
  call->studio = NULL;
  return exit_status;
}

/* Whoever listens to a session may see no screen. */
static int run_spoken(struct call *call, int argc, char **argv)
{
  struct spoken_error error;
  spoken_error_init(&error, stderr);
  call->errors = error.stream;
  const int exit_status = run(call, argc, argv);
  spoken_error_say_alone(&error, &call->config, &call->stage);
  spoken_error_finish(&error);
  return exit_status;
}

static bool take_initial(const struct command *command, struct call *call)
{
  call->own = calloc(1, command->own_bytes + 1);
  if (call->own && command->own_initial) {
    memcpy(call->own, command->own_initial, command->own_bytes);
  }
  return call->own != NULL;
}

int run_command(const struct command *command,
                const struct command *const *commands, int argc, char **argv)
{
  struct call call = {.command = command,
                      .commands = commands,
                      .stage = {.lines = stdout, .errors = stderr},
                      .errors = stderr};
  if (!take_initial(command, &call)) {
    return exit_failed("supine", STATUS_NO_MEMORY);
  }
  config_init(&call.config);
  session_options_init(&call.session);
  if (command->takes_session_options || command->plays) {
    call_read_config(&call);
  }
  const int exit_status =
      command->plays ? run_spoken(&call, argc, argv) : run(&call, argc, argv);
  saved_place_destroy(call.entry.place);
  place_record_finish(&call.entry.past);
  session_options_finish(&call.session);
  config_finish(&call.config);
  free(call.own);
  return exit_status;
}
