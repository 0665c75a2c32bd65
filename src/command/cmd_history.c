/* supine history: the sessions so far, printed and spoken. */

#include "base/plain.h"
#include "base/text.h"
#include "command/commands.h"
#include "listen/speak_lines.h"
#include "memory/history.h"
#include "usage/call.h"
#include "usage/exit.h"

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
  plain_print_lines(stdout, text_string(&telling->lines));
  for (size_t i = 0; i < telling->unfinished_count; i++) {
    struct text line = {0};
    append_unfinished(&telling->unfinished[i], &line);
    plain_print(stdout, text_string(&line));
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

static enum loop_end speak_on_stage(struct stage *stage,
                                    struct telling *telling)
{
  char **lines =
      calloc(MOST_LINES + telling->unfinished_count + 2, sizeof(*lines));
  if (!lines) {
    return LOOP_DONE;
  }
  const size_t count = write_lines(telling, lines);
  const enum loop_end end =
      speak_lines(stage, (const char *const *)lines, count);
  for (size_t i = 0; i < count; i++) {
    free(lines[i]);
  }
  free(lines);
  return end;
}

/* Where there is no sound device the lines are enough, and a screen reader has
   read out already what was printed. */
static int speak(struct call *call, struct telling *telling, const char *device)
{
  call_read_config(call);
  if (call_open_studio(call, VOICE_ENGINE_ESPEAK) != EXIT_DONE) {
    return EXIT_DONE;
  }
  call->stage.device = device;
  call->stage.voice = call->session.plan.voice;
  call->stage.speed = call->session.plan.speed;
  struct stage *stage = NULL;
  enum loop_end end = LOOP_DONE;
  if (stage_create(call->studio, &call->config, &call->stage, &stage) ==
          STATUS_OK &&
      !reader_watch_active(stage->reader)) {
    end = speak_on_stage(stage, telling);
  }
  stage_destroy(stage);
  return exit_for_end(end);
}

/* Speaks to people, not to programs that read the lines. */
static int tell(struct call *call, struct telling *telling)
{
  const struct own_options *own = call->own;
  print(telling);
  return own->device || isatty(STDOUT_FILENO)
             ? speak(call, telling, own->device)
             : EXIT_DONE;
}

static int run(struct call *call)
{
  struct telling telling = {0};
  if (saved_places_list(&telling.unfinished, &telling.unfinished_count) !=
      STATUS_OK) {
    telling.unfinished_count = 0;
  }
  const enum status status = history_read(MOST_LINES, &telling.lines);
  const int exit_status = status == STATUS_OK || status == STATUS_NOT_FOUND
                              ? tell(call, &telling)
                              : exit_failed("The history", status);
  text_finish(&telling.lines);
  saved_places_free(telling.unfinished, telling.unfinished_count);
  return exit_status;
}

const struct command command_history = {
    .name = "history",
    .arguments = "",
    .summary = "Tells which sessions were finished, and which were not",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .operands_wrong = "History takes no words.",
    .run = run,
};
