/* supine format: routines as they are usually written. */

#include "base/atomic_file.h"
#include "command/report.h"
#include "command/table.h"
#include "library/format_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct own_options {
  bool in_place;
  bool flat;
  bool check;
};

static const struct option options[] = {
    {.name = "--in-place",
     .help = "write each file anew instead of printing it",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, in_place)},
    {.name = "--flat",
     .help = "without indentation, for reading by ear",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, flat)},
    {.name = "--check",
     .help = "change nothing, and end with status 1 if anything would change",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, check)},
    {.name = NULL},
};

/* Says which routine is written differently; returns the exit status. */
static int answer_check(const char *routine, bool same)
{
  if (!same) {
    fputs("The formatter would change ", stderr);
    print_plain(stderr, routine);
    fputs(". To let it, type: supine format --in-place ", stderr);
    print_shell_word(stderr, routine, "");
    fputc('\n', stderr);
  }
  return same ? EXIT_DONE : EXIT_BAD_ROUTINE;
}

/* Uses the formatted text as the options ask. */
static int deliver(const char *path, const char *routine,
                   const struct script *script, const struct text *text,
                   const struct own_options *own)
{
  const struct source *source = script->main->source;
  const bool same = !source->had_mark && source->length == text->length &&
                    memcmp(source->bytes, text_string(text), text->length) == 0;
  if (own->check) {
    return answer_check(routine, same);
  }
  if (!own->in_place) {
    fputs(text_string(text), stdout);
    return EXIT_DONE;
  }
  const enum status status =
      same ? STATUS_OK
           : atomic_file_replace(path, text_string(text), text->length);
  if (status != STATUS_OK) {
    report_failure(routine, status);
  }
  return exit_status_for(status);
}

static int format_path(const char *path, const char *routine,
                       const struct library *library,
                       const struct own_options *own, bool several)
{
  struct diagnostics diagnostics;
  struct script *script = NULL;
  struct text text = {0};
  diagnostics_init(&diagnostics);
  const enum status status =
      format_file(path, library, own->flat, &diagnostics, &script, &text);
  int exit_status = exit_status_for(status);
  if (status == STATUS_OK) {
    exit_status = deliver(path, routine, script, &text, own);
  } else if (status == STATUS_BAD_ROUTINE) {
    diagnostics_sort(&diagnostics);
    report_diagnostics(&diagnostics,
                       &(struct report_options){.main = script->main->source,
                                                .by_name = several});
  } else {
    report_failure(routine, status);
  }
  text_finish(&text);
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  return exit_status;
}

static int format_one(const char *routine, const struct library *library,
                      const struct own_options *own, bool several)
{
  char *path = NULL;
  const enum status status = library_find(library, routine, &path);
  if (status == STATUS_NOT_FOUND) {
    report_unknown_routine(stderr, library, routine);
    return EXIT_FILE;
  }
  if (status != STATUS_OK) {
    report_failure(routine, status);
    return exit_status_for(status);
  }
  const int exit_status = format_path(path, routine, library, own, several);
  free(path);
  return exit_status;
}

/* The first failure decides the exit status; every file is formatted all the
   same. */
static int format_all(char **routines, int count, const struct own_options *own)
{
  struct library library;
  const enum status status = library_init(&library);
  if (status != STATUS_OK) {
    report_failure("supine", status);
    return exit_status_for(status);
  }
  int exit_status = EXIT_DONE;
  for (int i = 0; i < count; i++) {
    const int one = format_one(routines[i], &library, own, count > 1);
    exit_status = exit_status == EXIT_DONE ? one : exit_status;
  }
  library_finish(&library);
  return exit_status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct parsed parsed = {.own = &own};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_format, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count == 0) {
    return usage_error(&command_format, "Format takes a routine or several.");
  }
  if (own.check && own.in_place) {
    return usage_error(&command_format,
                       "Give either --check or --in-place, not both.");
  }
  return format_all(parsed.operands, parsed.operand_count, &own);
}

const struct command command_format = {
    .name = "format",
    .arguments = "ROUTINE...",
    .summary = "Writes routines as they are usually written",
    .options = options,
    .run = run,
};
