/* supine alone, on a terminal: the spoken menu. */

#include "command/commands.h"
#include "usage/call.h"

static int run(struct call *call)
{
  return call_play(call, NULL);
}

const struct command command_menu = {
    .name = "",
    .arguments = "",
    .summary = "Offers the routines by ear",
    .plays = true,
    .voice = COMMAND_SPEAKS,
    .run = run,
};
