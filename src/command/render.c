/* supine render: a session as a sound file. */

#include "base/frames.h"
#include "command/mixdown.h"
#include "command/report.h"
#include "command/table.h"

#include <inttypes.h>
#include <stdio.h>

struct own_options {
  const char *output;
  const char *format;
};

#define FIELD(name) offsetof(struct own_options, name)

static const struct option options[] = {
    {.name = "-o",
     .argument = "FILE",
     .help = "the sound file to write; \"-\" is standard output",
     .kind = OPTION_TEXT,
     .offset = FIELD(output)},
    {.name = "--format",
     .argument = "FORMAT",
     .help = "wav, flac, ogg, opus or mp3, whatever the file is called",
     .kind = OPTION_TEXT,
     .offset = FIELD(format)},
    {.name = NULL},
};

static enum status write_file(const struct session *session, bool mono,
                              const struct own_options *own)
{
  const struct sound_file_options file_options = {
      .path = own->output,
      .format = own->format,
      .title = session_title(session),
      .artist = session->plan->author,
      .comment = session->plan->about,
  };
  struct sound_file *file = NULL;
  enum status status = sound_file_create(&file_options, &file);
  if (status == STATUS_OK) {
    status = mixdown(session, mono, file, NULL);
  }
  if (status == STATUS_OK) {
    status = sound_file_finish(file);
  }
  sound_file_destroy(file);
  return status;
}

static int render(const char *routine,
                  const struct session_options *session_options,
                  const struct own_options *own)
{
  struct studio *studio = NULL;
  enum status status = studio_create(&studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  struct session *session = NULL;
  int exit_status = session_open(studio, routine, session_options, &session);
  if (exit_status == EXIT_DONE) {
    status = write_file(session, session_options->mono, own);
    exit_status = exit_status_for(status);
    if (status != STATUS_OK) {
      report_failure(own->output, status);
    }
  }
  session_destroy(session);
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct session_options session_options;
  session_options_init(&session_options);
  struct parsed parsed = {.own = &own, .session = &session_options};
  int exit_status = EXIT_DONE;
  if (options_parse(&command_render, argc, argv, &parsed, &exit_status)) {
    if (parsed.operand_count != 1) {
      exit_status = usage_error(&command_render, "Render takes one routine.");
    } else if (!own.output) {
      exit_status = usage_error(&command_render, "Say where to with -o FILE.");
    } else {
      exit_status = render(parsed.operands[0], &session_options, &own);
    }
  }
  session_options_finish(&session_options);
  return exit_status;
}

const struct command command_render = {
    .name = "render",
    .arguments = "ROUTINE -o FILE",
    .summary = "Writes the session to a sound file",
    .options = options,
    .takes_session_options = true,
    .run = run,
};
