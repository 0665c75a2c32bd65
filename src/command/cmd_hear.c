/* supine hear: a sound, to know what it is. */

#include "base/plain.h"
#include "command/commands.h"
#include "sound/locate.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <stdlib.h>
#include <string.h>

struct own_options {
  const char *device;
};

static const struct option options[] = {
    {.name = "--device",
     .argument = "NAME",
     .help = "on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, device)},
    {.name = NULL},
};

/* A routine that would stand in the current folder: sounds there are found. */
static const char here[] = "./routine";

static int refuse_foreign(const char *name)
{
  char *command = locate_conversion(name, here);
  plain_print(stderr, name);
  fputs(" is of a kind that Supine cannot play.", stderr);
  if (command) {
    fputs(" \"", stderr);
    plain_print(stderr, command);
    fputs("\" makes one that it can.", stderr);
  }
  fputs("\n", stderr);
  free(command);
  return EXIT_FILE;
}

static int refuse_unknown(const char *name)
{
  char *near = locate_suggest(name, here);
  fputs("There is no sound \"", stderr);
  plain_print(stderr, name);
  fputs("\".", stderr);
  if (near) {
    fputs(" Did you mean \"", stderr);
    plain_print(stderr, near);
    fputs("\"?\n", stderr);
  } else {
    fputs(" \"supine sounds\" lists those that come with Supine; files in this "
          "folder can be heard too.\n",
          stderr);
  }
  free(near);
  return EXIT_FILE;
}

static int hear(struct call *call, const char *name)
{
  const struct own_options *own = call->own;
  const struct clip *clip;
  struct sound_store *sounds = call->studio->sounds;
  const enum status status = strchr(name, '/')
                                 ? sound_store_open(sounds, name, &clip)
                                 : sound_store_find(sounds, name, here, &clip);
  switch (status) {
  case STATUS_OK:
    return call_audition(call, clip, own->device);
  case STATUS_NOT_FOUND:
    return refuse_unknown(name);
  case STATUS_FOREIGN_SOUND:
    return refuse_foreign(name);
  default:
    return exit_failed(name, status);
  }
}

static int run(struct call *call)
{
  char *name = call_join_operands(call);
  const int exit_status = name ? hear(call, name) : EXIT_FILE;
  free(name);
  return exit_status;
}

const struct command command_hear = {
    .name = "hear",
    .arguments = "SOUND",
    .summary = "Plays a sound once, to know it",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .voice = COMMAND_SPEAKS,
    .operands = OFFER_SOUNDS,
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Hear takes the name of a sound.",
    .run = run,
};
