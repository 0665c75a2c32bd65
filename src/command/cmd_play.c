/* supine play: a session, to the ears. */

#include "command/own_config.h"
#include "command/report.h"
#include "command/table.h"
#include "listen/choosing.h"
#include "listen/spoken_error.h"
#include "listen/stage.h"

#include <stdio.h>
#include <stdlib.h>

struct own_options {
  const char *from;
  struct stage_options stage;
};

#define FIELD(name) offsetof(struct own_options, name)

static const struct option options[] = {
    {.name = "--from",
     .argument = "STEP",
     .help = "begin at this step: its number, or its name",
     .kind = OPTION_TEXT,
     .offset = FIELD(from)},
    {.name = "--watch",
     .help = "for authors: follow the routine as it is saved",
     .kind = OPTION_FLAG,
     .offset = FIELD(stage.watch)},
    {.name = "--device",
     .argument = "NAME",
     .help = "play on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(stage.device)},
    {.name = "--captions",
     .help = "print each sentence as it is spoken",
     .kind = OPTION_FLAG,
     .offset = FIELD(stage.captions)},
    {.name = "--quiet",
     .help = "print nothing while the session plays",
     .kind = OPTION_FLAG,
     .offset = FIELD(stage.quiet)},
    {.name = "--heartbeat",
     .help = "a soft sound now and then in long silence",
     .kind = OPTION_FLAG,
     .offset = FIELD(stage.heartbeat)},
    {.name = "--stats",
     .help = "say at the end how the sound device did",
     .kind = OPTION_FLAG,
     .offset = FIELD(stage.stats)},
    {.name = NULL},
};

static int play_session(struct studio *studio, struct session *session,
                        const struct session_options *session_options,
                        const struct config *config,
                        const struct own_options *own, FILE *errors)
{
  struct stage_entry entry = {0};
  if (own->from &&
      !stage_find_step(session->plan, own->from, errors, &entry.from_frame)) {
    session_destroy(session);
    return EXIT_USAGE;
  }
  return menu_play(studio, config, &own->stage, session, session_options,
                   &entry);
}

static int play(const char *routine, struct session_options *session_options,
                const struct config *config, struct own_options *own,
                FILE *errors)
{
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  stage_use_options(config, studio, session_options, &own->stage);
  struct session *session = NULL;
  int exit_status =
      session_open(studio, routine, session_options, false, errors, &session);
  if (exit_status == EXIT_DONE) {
    exit_status =
        play_session(studio, session, session_options, config, own, errors);
  }
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct config config;
  own_config_read(&config);
  struct session_options session_options;
  own_config_options(&config, &session_options);
  struct spoken_error error;
  spoken_error_init(&error);
  struct parsed parsed = {
      .own = &own, .session = &session_options, .errors = error.stream};
  int exit_status = EXIT_DONE;
  if (options_parse(&command_play, argc, argv, &parsed, &exit_status)) {
    exit_status = parsed.operand_count == 1
                      ? play(parsed.operands[0], &session_options, &config,
                             &own, error.stream)
                      : usage_error_to(error.stream, &command_play,
                                       "Play takes one routine.");
  }
  spoken_error_say_alone(&error, &config, &own.stage);
  spoken_error_finish(&error);
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

const struct command command_play = {
    .name = "play",
    .arguments = "ROUTINE",
    .summary = "Plays the session",
    .options = options,
    .takes_session_options = true,
    .takes_keys = true,
    .run = run,
};
