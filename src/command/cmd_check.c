/* supine check: what is wrong with routines, without a sound. */

#include "base/plain.h"
#include "command/commands.h"
#include "session/report.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <stdio.h>
#include <string.h>

struct own_options {
  bool all;
  const char *format;
  bool no_hints;
};

static const char *const formats[] = {"gcc", NULL};

static const struct option options[] = {
    {.name = "--all",
     .help = "every error and warning, not the first five of each",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, all)},
    {.name = "--format",
     .argument = "FORMAT",
     .help = "\"gcc\" for editors: file:line:column: error: message",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, format),
     .choices = formats},
    {.name = "--no-hints",
     .help = "leave out what could be said better",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, no_hints)},
    {.name = NULL},
};

static void print_good(const struct session *session, bool several)
{
  if (several) {
    plain_print(stdout, session->name);
    fputs(": ", stdout);
  }
  puts(session->diagnostics.warning_count > 0 ? "No errors."
                                              : "Nothing is wrong.");
}

static void print(const struct call *call, const struct session *session,
                  enum status status)
{
  const struct own_options *own = call->own;
  const bool several = call->operand_count > 1;
  const struct report_options report = {
      .all = own->all || own->format,
      .warnings = true,
      .hints = !own->no_hints,
      .gcc = own->format != NULL,
      .main = session->script->main->source,
      .by_name = several,
  };
  report_diagnostics(stdout, &session->diagnostics, &report);
  if (status == STATUS_OK && !own->format) {
    print_good(session, several);
  }
}

static int check_one(struct call *call, const char *routine)
{
  struct session *session = NULL;
  const enum status status =
      session_create(call->studio, routine, &call->session, &session);
  if (session) {
    print(call, session, status);
  } else if (status == STATUS_NOT_FOUND) {
    report_unknown_routine(stderr, &call->studio->library, routine);
  } else {
    report_failure(stderr, routine, status);
  }
  session_destroy(session);
  return exit_for_status(status);
}

static int check_usage(struct call *call)
{
  const struct own_options *own = call->own;
  return own->format && strcmp(own->format, formats[0]) != 0
             ? exit_wrong_usage(call, "The only format is gcc.")
             : EXIT_DONE;
}

static int run(struct call *call)
{
  return call_each_operand(call, check_one);
}

const struct command command_check = {
    .name = "check",
    .arguments = "ROUTINE...",
    .summary = "Says what is wrong with routines, without a sound",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .takes_session_options = true,
    .voice = COMMAND_MEASURES,
    .operands = OFFER_ROUTINES,
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Check takes a routine or several.",
    .check = check_usage,
    .run = run,
};
