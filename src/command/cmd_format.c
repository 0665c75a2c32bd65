/* supine format: routines as they are usually written. */

#include "base/plain.h"
#include "command/commands.h"
#include "library/format_file.h"
#include "session/report.h"
#include "system/atomic_file.h"
#include "usage/call.h"
#include "usage/exit.h"

#include <stdlib.h>
#include <string.h>

struct own_options {
  bool in_place;
  bool flat;
  bool check;
  struct library library; /* of the run */
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
    plain_print(stderr, routine);
    fputs(". To let it, type: supine format --in-place ", stderr);
    plain_print_shell_word(stderr, routine, "");
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
  return exit_failed(routine, status);
}

static int format_path(const char *path, const char *routine,
                       const struct own_options *own, bool several)
{
  struct diagnostics diagnostics;
  struct script *script = NULL;
  struct text text = {0};
  diagnostics_init(&diagnostics);
  const enum status status =
      format_file(path, &own->library, own->flat, &diagnostics, &script, &text);
  int exit_status = exit_for_status(status);
  if (status == STATUS_OK) {
    exit_status = deliver(path, routine, script, &text, own);
  } else if (status == STATUS_BAD_ROUTINE) {
    diagnostics_sort(&diagnostics);
    const struct report_options report = {.main = script->main->source,
                                          .by_name = several};
    report_diagnostics(stderr, &diagnostics, &report);
  } else {
    exit_failed(routine, status);
  }
  text_finish(&text);
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  return exit_status;
}

static int format_one(struct call *call, const char *routine)
{
  const struct own_options *own = call->own;
  char *path = NULL;
  const enum status status = library_find(&own->library, routine, &path);
  if (status == STATUS_NOT_FOUND) {
    report_unknown_routine(stderr, &own->library, routine);
    return EXIT_FILE;
  }
  if (status != STATUS_OK) {
    return exit_failed(routine, status);
  }
  const int exit_status =
      format_path(path, routine, own, call->operand_count > 1);
  free(path);
  return exit_status;
}

static int check_usage(struct call *call)
{
  const struct own_options *own = call->own;
  return own->check && own->in_place
             ? exit_wrong_usage(call, "Give either --check or --in-place, not "
                                      "both.")
             : EXIT_DONE;
}

static int run(struct call *call)
{
  struct own_options *own = call->own;
  const enum status status = library_init(&own->library);
  if (status != STATUS_OK) {
    return exit_failed("supine", status);
  }
  const int exit_status = call_each_operand(call, format_one);
  library_finish(&own->library);
  return exit_status;
}

const struct command command_format = {
    .name = "format",
    .arguments = "ROUTINE...",
    .summary = "Writes routines as they are usually written",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .operands = OFFER_ROUTINES,
    .least_operands = 1,
    .most_operands = ANY_NUMBER,
    .operands_wrong = "Format takes a routine or several.",
    .check = check_usage,
    .run = run,
};
