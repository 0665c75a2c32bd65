/* Every command there is, by name. */

#include "command/command.h"

#include <stddef.h>
#include <string.h>

const struct command *const commands[] = {
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
