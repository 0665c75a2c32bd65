/* Finds commands, and the options that one of them takes. */

#include "usage/command.h"

#include "usage/stage_table.h"

#include <assert.h>
#include <string.h>

const struct command *command_find(const struct command *const *commands,
                                   const char *name)
{
  for (; *commands; commands++) {
    if (strcmp((*commands)->name, name) == 0) {
      return *commands;
    }
  }
  return NULL;
}

void command_targets(const struct command *command, struct call *call,
                     struct option_target targets[COMMAND_TABLES])
{
  size_t count = 0;
  if (command->options) {
    targets[count++] =
        (struct option_target){command->options, call ? call->own : NULL};
  }
  if (command->plays) {
    targets[count++] =
        (struct option_target){stage_option_table, call ? &call->stage : NULL};
  }
  if (command->takes_session_options) {
    targets[count++] = (struct option_target){session_option_table,
                                              call ? &call->session : NULL};
  }
  assert(count < COMMAND_TABLES);
  targets[count] = (struct option_target){NULL, NULL};
}
