/* supine plan: the timetable of a session. */

#include "command/own_config.h"
#include "command/report.h"
#include "command/table.h"
#include "plan/print.h"
#include "session/session.h"

#include <stdio.h>

struct own_options {
  bool json;
};

static const struct option options[] = {
    {.name = "--json",
     .help = "as JSON, all times in seconds from the start",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, json)},
    {.name = NULL},
};

static int print(const struct session *session, bool json)
{
  struct text out = {0};
  const enum status status = json ? plan_print_json(session->plan, &out)
                                  : plan_print_lines(session->plan, &out);
  if (status == STATUS_OK) {
    print_plain_lines(stdout, text_string(&out));
  } else {
    report_failure(session->name, status);
  }
  text_finish(&out);
  return exit_status_for(status);
}

static int print_plan(const char *routine, const struct config *config,
                      struct session_options *session_options, bool json)
{
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_LENGTHS, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  own_config_check(config, studio, true, session_options);
  struct session *session = NULL;
  int exit_status =
      session_open(studio, routine, session_options, false, stderr, &session);
  if (exit_status == EXIT_DONE) {
    exit_status = print(session, json);
  }
  session_destroy(session);
  studio_destroy(studio);
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
  if (options_parse(&command_plan, argc, argv, &parsed, &exit_status)) {
    exit_status = parsed.operand_count == 1
                      ? print_plan(parsed.operands[0], &config,
                                   &session_options, own.json)
                      : usage_error(&command_plan, "Plan takes one routine.");
  }
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

const struct command command_plan = {
    .name = "plan",
    .arguments = "ROUTINE",
    .summary = "Prints when what happens, to the second",
    .options = options,
    .takes_session_options = true,
    .run = run,
};
