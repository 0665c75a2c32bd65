/* supine resume: goes on with the last unfinished session. */

#include "command/own_config.h"
#include "command/report.h"
#include "command/resume.h"
#include "command/table.h"
#include "listen/choosing.h"
#include "listen/spoken_error.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FIELD(name) offsetof(struct stage_options, name)

static const struct option options[] = {
    {.name = "--device",
     .argument = "NAME",
     .help = "play on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = FIELD(device)},
    {.name = "--captions",
     .help = "print each sentence as it is spoken",
     .kind = OPTION_FLAG,
     .offset = FIELD(captions)},
    {.name = "--quiet",
     .help = "print nothing while the session plays",
     .kind = OPTION_FLAG,
     .offset = FIELD(quiet)},
    {.name = "--heartbeat",
     .help = "a soft sound now and then in long silence",
     .kind = OPTION_FLAG,
     .offset = FIELD(heartbeat)},
    {.name = "--stats",
     .help = "say at the end how the sound device did",
     .kind = OPTION_FLAG,
     .offset = FIELD(stats)},
    {.name = NULL},
};

bool resume_take_options(const struct place_record *past,
                         struct session_options *session, FILE *errors)
{
  struct stage_options ignored = {0};
  struct parsed parsed = {
      .own = &ignored, .session = session, .errors = errors};
  char **words = calloc(past->option_count + 2, sizeof(*words));
  if (!words) {
    return false;
  }
  words[0] = "resume";
  for (size_t i = 0; i < past->option_count; i++) {
    words[i + 1] = past->options[i];
  }
  int exit_status;
  const bool fine = options_parse(&command_resume, (int)past->option_count + 1,
                                  words, &parsed, &exit_status);
  free(words);
  return fine;
}

int resume_open(struct studio *studio,
                const struct session_options *session_options,
                struct stage_entry *entry, FILE *errors,
                struct session **session)
{
  const struct place_record *past = &entry->past;
  struct session_options now = *session_options;
  now.plan.speed = past->speed ? past->speed : now.plan.speed;
  if (access(past->routine, F_OK) != 0) {
    fputs("The routine of \"", errors);
    print_plain(errors, past->title);
    fputs("\" is no longer there.\nIt was: ", errors);
    print_plain(errors, past->routine);
    fputc('\n', errors);
    return EXIT_FILE;
  }
  const int exit_status =
      session_open(studio, past->routine, &now, false, errors, session);
  if (exit_status == EXIT_DONE) {
    bool exact;
    entry->from_frame = place_find(past, (*session)->plan, &exact);
    entry->inexact = !exact;
    entry->speed = past->speed;
  }
  return exit_status;
}

/* What there is to go on with, or why there is nothing. */
static int find(struct studio *studio,
                const struct session_options *session_options,
                struct stage_entry *entry, FILE *errors,
                struct session **session)
{
  if (entry->journal) {
    return resume_open(studio, session_options, entry, errors, session);
  }
  fputs("There is no unfinished session to go on with. Type \"supine list\" "
        "for the routines there are.\n",
        errors);
  return EXIT_FILE;
}

static int resume(const struct config *config,
                  struct stage_options *stage_options,
                  struct session_options *session_options,
                  struct stage_entry *entry, FILE *errors)
{
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  stage_use_options(config, studio, session_options, stage_options);
  struct session *session = NULL;
  int exit_status = find(studio, session_options, entry, errors, &session);
  if (exit_status == EXIT_DONE) {
    exit_status = menu_play(studio, config, stage_options, session,
                            session_options, entry);
  }
  studio_destroy(studio);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct stage_options stage_options = {0};
  struct config config;
  own_config_read(&config);
  struct session_options session_options;
  own_config_options(&config, &session_options);
  struct spoken_error error;
  spoken_error_init(&error);
  struct parsed parsed = {.own = &stage_options,
                          .session = &session_options,
                          .errors = error.stream};
  struct stage_entry entry = {0};
  int exit_status = EXIT_DONE;
  const enum status status = journal_resume(&entry.journal, &entry.past);
  if (status == STATUS_OK &&
      !resume_take_options(&entry.past, &session_options, error.stream)) {
    exit_status = EXIT_USAGE;
  } else if (options_parse(&command_resume, argc, argv, &parsed,
                           &exit_status)) {
    exit_status = parsed.operand_count == 0
                      ? resume(&config, &stage_options, &session_options,
                               &entry, error.stream)
                      : usage_error_to(error.stream, &command_resume,
                                       "Resume takes no routine.");
  }
  spoken_error_say_alone(&error, &config, &stage_options);
  spoken_error_finish(&error);
  journal_destroy(entry.journal);
  place_record_finish(&entry.past);
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

const struct command command_resume = {
    .name = "resume",
    .arguments = "",
    .summary = "Goes on with the last unfinished session",
    .options = options,
    .takes_session_options = true,
    .takes_keys = true,
    .run = run,
};
