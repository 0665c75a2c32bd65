/* supine plan: the timetable of a session. */

#include "base/plain.h"
#include "command/commands.h"
#include "plan/print.h"
#include "usage/exit.h"

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
    plain_print_lines(stdout, text_string(&out));
  }
  text_finish(&out);
  return exit_failed(session->name, status);
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  struct session *session = NULL;
  const enum status status =
      session_open(call->studio, call->operands[0], &call->session, false,
                   call->errors, &session);
  const int exit_status =
      status == STATUS_OK ? print(session, own->json) : exit_for_status(status);
  session_destroy(session);
  return exit_status;
}

const struct command command_plan = {
    .name = "plan",
    .arguments = "ROUTINE",
    .summary = "Prints when what happens, to the second",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .takes_session_options = true,
    .voice = COMMAND_MEASURES,
    .operands = OFFER_ROUTINES,
    .least_operands = 1,
    .most_operands = 1,
    .operands_wrong = "Plan takes one routine.",
    .run = run,
};
