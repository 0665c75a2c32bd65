/* supine play: a session, to the ears. */

#include "command/commands.h"
#include "session/from_step.h"
#include "usage/call.h"
#include "usage/exit.h"

struct own_options {
  const char *from;
  bool watch;
};

#define FIELD(name) offsetof(struct own_options, name)

static const struct option options[] = {
    {.name = "--from",
     .argument = "STEP",
     .help = "begin at this step: its number, or its name",
     .kind = OPTION_TEXT,
     .offset = FIELD(from),
     .offers = OFFER_STEPS},
    {.name = "--watch",
     .help = "for authors: follow the routine as it is saved",
     .kind = OPTION_FLAG,
     .offset = FIELD(watch)},
    {.name = NULL},
};

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  struct session *session = NULL;
  const enum status status =
      session_open(call->studio, call->operands[0], &call->session, false,
                   call->errors, &session);
  if (status != STATUS_OK) {
    return exit_for_status(status);
  }
  if (own->from && !from_step_find(session->plan, own->from, call->errors,
                                   &call->entry.from_frame)) {
    session_destroy(session);
    return EXIT_USAGE;
  }
  call->stage.watch = own->watch;
  return call_play(call, session);
}

const struct command command_play = {
    .name = "play",
    .arguments = "ROUTINE",
    .summary = "Plays the session",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .takes_session_options = true,
    .plays = true,
    .voice = COMMAND_SPEAKS,
    .operands = OFFER_ROUTINES,
    .least_operands = 1,
    .most_operands = 1,
    .operands_wrong = "Play takes one routine.",
    .run = run,
};
