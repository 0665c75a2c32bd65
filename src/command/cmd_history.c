/* supine history: the sessions so far, printed and spoken. */

#include "base/text.h"
#include "command/own_config.h"
#include "command/report.h"
#include "command/table.h"
#include "listen/speak_lines.h"
#include "memory/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* More can be read in the file itself. */
#define MOST_LINES 20

#define NO_SESSION "No session so far."

struct own_options {
  const char *device;
};

static const struct option options[] = {
    {.name = "--device",
     .argument = "NAME",
     .help = "speak on this sound device; \"supine devices\" lists them",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, device)},
    {.name = NULL},
};

/* What there is to tell. */
struct telling {
  struct text lines; /* of the history, the oldest first */
  struct place_record *unfinished;
  size_t unfinished_count;
};

static void append_unfinished(const struct place_record *record,
                              struct text *out)
{
  text_append_format(out, "Unfinished: %s, step %d of %d, %s.", record->title,
                     record->step, record->step_count, record->step_name);
}

static void print(const struct telling *telling)
{
  if (telling->lines.length == 0) {
    puts(NO_SESSION);
  }
  fputs(text_string(&telling->lines), stdout);
  for (size_t i = 0; i < telling->unfinished_count; i++) {
    struct text line = {0};
    append_unfinished(&telling->unfinished[i], &line);
    print_plain(stdout, text_string(&line));
    putchar('\n');
    text_finish(&line);
  }
  if (telling->unfinished_count > 0) {
    puts("Type \"supine resume\" to go on with the first.");
  }
  fflush(stdout);
}

/* "2026-11-22 07:20, Rest, finished." as people say it: "November 22, 7:20,
   Rest, finished." */
static char *spoken_line(const char *line)
{
  struct tm when = {0};
  const char *rest = strptime(line, "%Y-%m-%d %H:%M", &when);
  char month[32];
  struct text text = {0};
  if (rest && strftime(month, sizeof(month), "%B", &when) > 0) {
    text_append_format(&text, "%s %d, %d:%02d", month, when.tm_mday,
                       when.tm_hour, when.tm_min);
  }
  text_append(&text, rest ? rest : line);
  return text_take(&text);
}

/* Every line that is spoken: what can be gone on with, then the history, the
   latest first. The caller frees them, in so far as they were made. */
static size_t write_lines(struct telling *telling, char **lines)
{
  size_t count = 0;
  for (size_t i = 0; i < telling->unfinished_count; i++) {
    struct text text = {0};
    append_unfinished(&telling->unfinished[i], &text);
    lines[count] = text_take(&text);
    count += lines[count] != NULL;
  }
  if (count > 0) {
    lines[count] = strdup("Type: supine resume, to go on with the first.");
    count += lines[count] != NULL;
  }
  if (telling->lines.length == 0) {
    lines[count] = strdup(NO_SESSION);
    return count + (lines[count] != NULL);
  }
  char *bytes = telling->lines.bytes;
  for (char *end = strrchr(bytes, '\n'); end;) {
    *end = '\0';
    end = strrchr(bytes, '\n');
    lines[count] = spoken_line(end ? end + 1 : bytes);
    count += lines[count] != NULL;
  }
  return count;
}

/* A screen reader has read out already what was printed. */
static int recite_on_stage(struct studio *studio, struct telling *telling,
                           const struct config *config,
                           const struct stage_options *stage_options)
{
  struct stage *stage = NULL;
  if (stage_create(studio, config, stage_options, &stage) != STATUS_OK) {
    return EXIT_DONE;
  }
  char **lines =
      calloc(MOST_LINES + telling->unfinished_count + 2, sizeof(*lines));
  enum loop_end end = LOOP_DONE;
  if (lines && !reader_watch_active(stage->reader)) {
    const size_t count = write_lines(telling, lines);
    end = speak_lines(stage, (const char *const *)lines, count);
    for (size_t i = 0; i < count; i++) {
      free(lines[i]);
    }
  }
  free(lines);
  stage_destroy(stage);
  return stage_exit_status(end);
}

/* Where there is no sound device the lines are enough. */
static int speak(struct telling *telling, const char *device)
{
  struct config config;
  own_config_read(&config);
  struct session_options session_options;
  own_config_options(&config, &session_options);
  struct studio *studio = NULL;
  int exit_status = EXIT_DONE;
  if (studio_create(VOICE_ENGINE_ESPEAK, &studio) == STATUS_OK) {
    own_config_check(&config, studio, true, &session_options);
    const struct stage_options stage_options = {
        .device = device,
        .voice = session_options.plan.voice,
        .speed = session_options.plan.speed,
    };
    exit_status = recite_on_stage(studio, telling, &config, &stage_options);
  }
  studio_destroy(studio);
  session_options_finish(&session_options);
  config_finish(&config);
  return exit_status;
}

/* Speaks to people, not to programs that read the lines. */
static int tell(struct telling *telling, const char *device)
{
  print(telling);
  return device || isatty(STDOUT_FILENO) ? speak(telling, device) : EXIT_DONE;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct parsed parsed = {.own = &own};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_history, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count != 0) {
    return usage_error(&command_history, "History takes no words.");
  }
  struct telling telling = {0};
  if (journal_list(&telling.unfinished, &telling.unfinished_count) !=
      STATUS_OK) {
    telling.unfinished_count = 0;
  }
  const enum status status = history_read(MOST_LINES, &telling.lines);
  if (status == STATUS_OK || status == STATUS_NOT_FOUND) {
    exit_status = tell(&telling, own.device);
  } else {
    report_failure("The history", status);
    exit_status = exit_status_for(status);
  }
  text_finish(&telling.lines);
  journal_list_free(telling.unfinished, telling.unfinished_count);
  return exit_status;
}

const struct command command_history = {
    .name = "history",
    .arguments = "",
    .summary = "Tells which sessions were finished, and which were not",
    .options = options,
    .run = run,
};
