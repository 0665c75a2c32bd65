/* Plans many routines in one run, which speaks each sentence only once. The
   argument is a folder for the timetables. Each line of standard input is a
   name, a routine and options as they are typed, with tabs between; the
   timetable goes to NAME.json, and "NAME STATUS" to standard output. */

#include "base/text.h"
#include "plan/print.h"
#include "session/session.h"
#include "usage/exit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 32

/* Parts a line at its tabs, in place. */
static int part(char *line, char **words)
{
  int count = 0;
  for (char *word = strtok(line, "\t\n"); word && count < MOST_WORDS;
       word = strtok(NULL, "\t\n")) {
    words[count++] = word;
  }
  words[count] = NULL;
  return count;
}

static int write_plan(const struct session *session, const char *folder,
                      const char *name)
{
  struct text path = {0};
  struct text json = {0};
  text_append_format(&path, "%s/%s.json", folder, name);
  plan_print_json(session->plan, &json);
  FILE *file = fopen(text_string(&path), "w");
  const bool written = file && json.status == STATUS_OK &&
                       fputs(text_string(&json), file) >= 0 &&
                       fclose(file) == 0;
  text_finish(&json);
  text_finish(&path);
  return written ? EXIT_DONE : EXIT_FILE;
}

/* Takes the options and leaves the routine as the first word. */
static enum status take_options(struct session_options *options, char **words,
                                int count)
{
  const struct option_target targets[] = {{session_option_table, options},
                                          {NULL, NULL}};
  struct option_line line = {.targets = targets};
  const enum status status = options_read(&line, words, count);
  fputs(text_string(&line.wrong), stderr);
  text_finish(&line.wrong);
  return status;
}

static int plan(struct studio *studio, int argc, char **argv,
                const char *folder, const char *name)
{
  struct session_options options;
  struct session *session = NULL;
  session_options_init(&options);
  enum status status = take_options(&options, argv + 1, argc - 1);
  if (status == STATUS_OK) {
    status = session_open(studio, argv[1], &options, true, stderr, &session);
  }
  const int exit_status = status == STATUS_OK
                              ? write_plan(session, folder, name)
                              : exit_for_status(status);
  session_destroy(session);
  session_options_finish(&options);
  return exit_status;
}

int main(int argc, char **argv)
{
  struct studio *studio = NULL;
  if (argc != 2 || studio_create(VOICE_ENGINE_LENGTHS, &studio) != STATUS_OK) {
    return EXIT_FAILURE;
  }
  char line[4096];
  while (fgets(line, sizeof(line), stdin)) {
    char *words[MOST_WORDS + 1];
    const int count = part(line, words);
    if (count < 2) {
      return EXIT_FAILURE;
    }
    /* The name stands where a command line has the name of its command. */
    const int exit_status = plan(studio, count, words, argv[1], words[0]);
    printf("%s %d\n", words[0], exit_status);
  }
  studio_destroy(studio);
  return EXIT_SUCCESS;
}
