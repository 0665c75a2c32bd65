/* supine hear: a sound, to know what it is. */

#include "command/report.h"
#include "command/table.h"
#include "listen/audition.h"
#include "sound/locate.h"

#include <stdio.h>
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

static void report_foreign(const char *name)
{
  char *command = locate_conversion(name, here);
  print_plain(stderr, name);
  fputs(" is of a kind that Supine cannot play.", stderr);
  if (command) {
    fputs(" \"", stderr);
    print_plain(stderr, command);
    fputs("\" makes one that it can.", stderr);
  }
  fputs("\n", stderr);
  free(command);
}

static void report(enum status status, const char *name)
{
  if (status == STATUS_FOREIGN_SOUND) {
    report_foreign(name);
    return;
  }
  if (status != STATUS_NOT_FOUND) {
    report_failure(name, status);
    return;
  }
  char *near = locate_suggest(name, here);
  fputs("There is no sound \"", stderr);
  print_plain(stderr, name);
  fputs("\".", stderr);
  if (near) {
    fputs(" Did you mean \"", stderr);
    print_plain(stderr, near);
    fputs("\"?\n", stderr);
  } else {
    fputs(" \"supine sounds\" lists those that come with Supine; files in this "
          "folder can be heard too.\n",
          stderr);
  }
  free(near);
}

static int hear(const char *name, const char *device)
{
  struct studio *studio = NULL;
  enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  const struct clip *clip;
  status = strchr(name, '/')
               ? sound_store_open(studio->sounds, name, &clip)
               : sound_store_find(studio->sounds, name, here, &clip);
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK) {
    exit_status = audition_play(studio, clip, device);
  } else {
    report(status, name);
  }
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct parsed parsed = {.own = &own};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_hear, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count == 0) {
    return usage_error(&command_hear, "Hear takes the name of a sound.");
  }
  char *name = audition_join(&parsed);
  if (!name) {
    report_failure("supine", STATUS_NO_MEMORY);
    return EXIT_FILE;
  }
  exit_status = hear(name, own.device);
  free(name);
  return exit_status;
}

const struct command command_hear = {
    .name = "hear",
    .arguments = "SOUND",
    .summary = "Plays a sound once, to know it",
    .options = options,
    .run = run,
};
