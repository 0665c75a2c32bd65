/* supine resume: goes on with the last unfinished session. */

#include "command/commands.h"
#include "listen/resume.h"
#include "usage/call.h"
#include "usage/exit.h"

/* The options of the first sitting come before those of this one. */
static int prepare(struct call *call)
{
  struct stage_entry *entry = &call->entry;
  if (saved_place_resume(&entry->place, &entry->past) != STATUS_OK ||
      resume_take_options(&entry->past, &call->session, call->errors) ==
          STATUS_OK) {
    return EXIT_DONE;
  }
  return EXIT_USAGE;
}

static int run(struct call *call)
{
  struct session *session = NULL;
  if (!call->entry.place) {
    fputs("There is no unfinished session to go on with. Type \"supine list\" "
          "for the routines there are.\n",
          call->errors);
    return EXIT_FILE;
  }
  const enum status status = resume_open(call->studio, &call->session,
                                         &call->entry, call->errors, &session);
  return status == STATUS_OK ? call_play(call, session)
                             : exit_for_status(status);
}

const struct command command_resume = {
    .name = "resume",
    .arguments = "",
    .summary = "Goes on with the last unfinished session",
    .takes_session_options = true,
    .plays = true,
    .voice = COMMAND_SPEAKS,
    .operands_wrong = "Resume takes no routine.",
    .prepare = prepare,
    .run = run,
};
