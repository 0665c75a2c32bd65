/* supine check: what is wrong with routines, without a sound. */

#include "command/own_config.h"
#include "command/report.h"
#include "command/table.h"
#include "session/session.h"

#include <stdio.h>
#include <string.h>

struct own_options {
  bool all;
  const char *format;
};

static const struct option options[] = {
    {.name = "--all",
     .help = "every error and warning, not the first five of each",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, all)},
    {.name = "--format",
     .argument = "FORMAT",
     .help = "\"gcc\" for editors: file:line:column: error: message",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, format)},
    {.name = NULL},
};

/* What all files of a run share. */
struct check {
  struct studio *studio;
  const struct session_options *session_options;
  const struct own_options *own;
  bool several;
};

static void print_good(const struct session *session, bool several)
{
  if (several) {
    print_plain(stdout, session->name);
    fputs(": ", stdout);
  }
  puts(session->diagnostics.warning_count > 0 ? "No errors."
                                              : "Nothing is wrong.");
}

static int check_one(const struct check *check, const char *routine)
{
  struct session *session = NULL;
  const enum status status =
      session_create(check->studio, routine, check->session_options, &session);
  if (session) {
    report_diagnostics(
        &session->diagnostics,
        &(struct report_options){.stream = stdout,
                                 .all = check->own->all || check->own->format,
                                 .warnings = true,
                                 .gcc = check->own->format != NULL,
                                 .main = session->script->main->source,
                                 .by_name = check->several});
    if (status == STATUS_OK && !check->own->format) {
      print_good(session, check->several);
    }
  } else if (status == STATUS_NOT_FOUND) {
    report_unknown_routine(stderr, &check->studio->library, routine);
  } else {
    report_failure(routine, status);
  }
  session_destroy(session);
  return exit_status_for(status);
}

/* The first failure decides the exit status; every file is checked all the
   same. */
static int check_all(char **routines, int count, const struct config *config,
                     struct session_options *session_options,
                     const struct own_options *own)
{
  struct check check = {
      .session_options = session_options, .own = own, .several = count > 1};
  const enum status status = studio_create(VOICE_ENGINE_LENGTHS, &check.studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  own_config_check(config, check.studio, true, session_options);
  int exit_status = EXIT_DONE;
  for (int i = 0; i < count; i++) {
    const int one = check_one(&check, routines[i]);
    exit_status = exit_status == EXIT_DONE ? one : exit_status;
  }
  studio_destroy(check.studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct config config;
  own_config_read(&config);
  struct session_options session_options;
  own_config_options(&config, &session_options);
  struct parsed parsed = {.own = &own, .session = &session_options};
  int exit_status = EXIT_DONE;
  if (options_parse(&command_check, argc, argv, &parsed, &exit_status)) {
    if (parsed.operand_count == 0) {
      exit_status =
          usage_error(&command_check, "Check takes a routine or several.");
    } else if (own.format && strcmp(own.format, "gcc") != 0) {
      exit_status = usage_error(&command_check, "The only format is gcc.");
    } else {
      exit_status = check_all(parsed.operands, parsed.operand_count, &config,
                              &session_options, &own);
    }
  }
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

const struct command command_check = {
    .name = "check",
    .arguments = "ROUTINE...",
    .summary = "Says what is wrong with routines, without a sound",
    .options = options,
    .takes_session_options = true,
    .run = run,
};
