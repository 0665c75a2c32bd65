/* Compares the timetables of routines with what they are expected to be: the
   arguments are NAME.routine files with NAME.expected beside them. The formats
   are told in good/README.md. */

#include "base/frames.h"
#include "base/text.h"
#include "library/load.h"
#include "support/clips.h"
#include "support/compare.h"
#include "terms/duration.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How a timetable was asked for, from the lines that begin with "given". */
struct request {
  struct plan_options options;
  struct plan_setting settings[8];
  char words[8][64];
};

static const char *side_word(enum side side)
{
  return side == SIDE_LEFT ? "left" : side == SIDE_RIGHT ? "right" : "-";
}

/* Seconds as short as they can be written and still name the frame. */
static void append_seconds(int64_t frames, struct text *out)
{
  text_append_format(out, " %.10g",
                     round(seconds_from_frames(frames) * 1e6) / 1e6);
}

static void append_step(const struct step *step, struct text *out)
{
  text_append(out, "step");
  append_seconds(step->start_frame, out);
  append_seconds(step->frames, out);
  text_append_format(out, " %s %d %s\n", side_word(step->side), step->round,
                     step->name);
}

static void append_event(const struct event *event, struct text *out)
{
  text_append(out, "event");
  append_seconds(event->start_frame, out);
  append_seconds(event->frames, out);
  text_append_format(out, " %s %s %u", event_kind_name(event->kind),
                     side_word(event->side), event->place.line);
  text_append_format(out, "%s%s\n", event->text[0] ? " " : "", event->text);
}

static void append_description(const struct description *description,
                               struct text *out)
{
  text_append(out, "described");
  append_seconds(description->frame, out);
  text_append_format(out, " %u %u %s\n", (unsigned)description->step + 1,
                     description->place.line, description->text);
}

static void append_plan(const struct plan *plan, struct text *out)
{
  text_append(out, "total");
  append_seconds(plan->frames, out);
  text_append(out, "\n");
  if (plan->waits > 0) {
    text_append_format(out, "waits %zu", plan->waits);
    append_seconds(plan->wait_frames, out);
    text_append(out, "\n");
  }
  for (size_t i = 0; i < plan->step_count; i++) {
    append_step(&plan->steps[i], out);
  }
  for (size_t i = 0; i < plan->event_count; i++) {
    append_event(&plan->events[i], out);
  }
  for (size_t i = 0; i < plan->explanation_count; i++) {
    text_append(out, "left-out");
    append_seconds(plan->explanations[i].frame, out);
    text_append_format(out, " %s\n", plan->explanations[i].text);
  }
  for (size_t i = 0; i < plan->description_count; i++) {
    append_description(&plan->descriptions[i], out);
  }
  for (size_t i = 0; i < plan->warning_count; i++) {
    text_append_format(out, "warning %u %s\n", plan->warnings[i].line,
                       plan->warnings[i].message);
  }
}

static bool take_option(struct request *request, char *line)
{
  struct plan_options *options = &request->options;
  char *word = strtok(line, " ");
  char *rest = strtok(NULL, "");
  if (strcmp(word, "set") == 0 && rest && options->setting_count < 8) {
    char *copy = request->words[options->setting_count];
    snprintf(copy, sizeof(request->words[0]), "%s", rest);
    char *equals = strchr(copy, '=');
    if (!equals) {
      return false;
    }
    *equals = '\0';
    request->settings[options->setting_count++] =
        (struct plan_setting){.name = copy, .value = equals + 1};
    return true;
  }
  if (strcmp(word, "fit") == 0) {
    return rest && duration_read_frames(rest, &options->fit_frames);
  }
  if (strcmp(word, "countdown") == 0) {
    options->countdown = rest ? atoi(rest) : -1;
  } else if (strcmp(word, "speed") == 0) {
    options->speed = rest ? atoi(rest) : 0;
  } else if (strcmp(word, "background") == 0) {
    options->background = rest && strcmp(rest, "off") == 0 ? "off" : "rain";
  } else if (strcmp(word, "brief") == 0) {
    options->explain = EXPLAIN_NEVER;
  } else if (strcmp(word, "full") == 0) {
    options->explain = EXPLAIN_ALWAYS;
  } else if (strcmp(word, "no-cues") == 0) {
    options->no_cues = true;
  } else {
    return false;
  }
  return true;
}

/* Reads what is expected, taking the options out and leaving comments. */
static bool read_expected(const char *path, struct request *request,
                          struct text *expected)
{
  FILE *file = fopen(path, "r");
  char line[4096];
  bool good = file != NULL;
  while (good && fgets(line, sizeof(line), file)) {
    if (strncmp(line, "given ", 6) == 0) {
      line[strcspn(line, "\n")] = '\0';
      good = take_option(request, line + 6);
    } else if (line[0] != '#' && line[0] != '\n') {
      text_append(expected, line);
    }
  }
  if (file) {
    fclose(file);
  }
  return good;
}

static enum status make(const char *path, const struct request *request,
                        struct diagnostics *diagnostics, struct script **script,
                        struct text *actual)
{
  struct test_clips clips;
  struct library library;
  struct plan *plan = NULL;
  enum status status = library_init(&library);
  if (status != STATUS_OK) {
    return status;
  }
  test_clips_init(&clips);
  status = script_load(path, &library, diagnostics, script);
  if (status == STATUS_OK) {
    status = plan_create(*script, &clips.source, &request->options, diagnostics,
                         &plan);
  }
  if (status == STATUS_OK) {
    append_plan(plan, actual);
  }
  plan_destroy(plan);
  test_clips_finish(&clips);
  library_finish(&library);
  return status;
}

static void print_errors(const char *path,
                         const struct diagnostics *diagnostics)
{
  for (size_t i = 0; i < diagnostics->count; i++) {
    fprintf(stderr, "%s:%u: %s\n", path,
            location_line(diagnostics->items[i].where),
            diagnostics->items[i].message);
  }
}

static bool check(const char *path)
{
  struct request request = {.options = {.countdown = -1, .pitch = -1}};
  struct diagnostics diagnostics;
  struct script *script = NULL;
  struct text expected = {0};
  struct text actual = {0};
  char beside[1024];
  const size_t stem = strlen(path) - strlen(".routine");
  snprintf(beside, sizeof(beside), "%.*s.expected", (int)stem, path);
  request.options.settings = request.settings;
  diagnostics_init(&diagnostics);
  bool good = read_expected(beside, &request, &expected);
  if (!good && !getenv("SHOW_TIMETABLES")) {
    fprintf(stderr, "%s cannot be read\n", beside);
  } else if (make(path, &request, &diagnostics, &script, &actual) !=
             STATUS_OK) {
    print_errors(path, &diagnostics);
    good = false;
  } else {
    good = compare_lines(path, &expected, &actual);
  }
  if (getenv("SHOW_TIMETABLES")) {
    printf("%s", text_string(&actual));
  }
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  text_finish(&expected);
  text_finish(&actual);
  return good;
}

int main(int argc, char **argv)
{
  int failures = 0;
  for (int i = 1; i < argc; i++) {
    failures += !check(argv[i]);
  }
  printf("%d routines, %d differ\n", argc - 1, failures);
  return failures > 0 || argc < 2 ? EXIT_FAILURE : EXIT_SUCCESS;
}
