/* Exit statuses and what is said with them. */

#include "usage/exit.h"

#include "base/nearest.h"
#include "base/plain.h"
#include "session/report.h"

#include <stdarg.h>

int exit_for_status(enum status status)
{
  switch (status) {
  case STATUS_OK:
    return EXIT_DONE;
  case STATUS_BAD_ROUTINE:
    return EXIT_BAD_ROUTINE;
  case STATUS_BAD_ARGUMENT:
  case STATUS_FIT_OUT_OF_REACH:
  case STATUS_NO_VOICE:
  case STATUS_NO_LANGUAGE:
  case STATUS_UNSUPPORTED:
    return EXIT_USAGE;
  case STATUS_NO_DEVICE:
    return EXIT_NO_DEVICE;
  case STATUS_NO_MEMORY:
  case STATUS_NOT_FOUND:
  case STATUS_READ_FAILED:
  case STATUS_WRITE_FAILED:
  case STATUS_DISK_FULL:
  case STATUS_INTERRUPTED:
  case STATUS_TOO_LARGE:
  case STATUS_BAD_SOUND:
  case STATUS_EMPTY_SOUND:
  case STATUS_FOREIGN_SOUND:
  case STATUS_VOICE_FAILED:
  case STATUS_VOICE_GONE:
    return EXIT_FILE;
  }
  return EXIT_FILE;
}

int exit_for_end(enum loop_end end)
{
  switch (end) {
  case LOOP_DONE:
  case LOOP_MENU:
    return EXIT_DONE;
  case LOOP_HANGUP:
    return EXIT_HANGUP;
  case LOOP_INTERRUPTED:
    return EXIT_INTERRUPTED;
  case LOOP_TERMINATED:
    return EXIT_TERMINATED;
  }
  return EXIT_DONE;
}

int exit_failed(const char *what, enum status status)
{
  if (status != STATUS_OK) {
    report_failure(stderr, what, status);
  }
  return exit_for_status(status);
}

int exit_wrong_usage(const struct call *call, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  plain_vprint_format(call->errors, format, arguments);
  va_end(arguments);
  fprintf(call->errors, " Type \"supine help %s\" for help.\n",
          call->command->name);
  return EXIT_USAGE;
}

int exit_unknown_command(const struct command *const *commands,
                         const char *name)
{
  struct nearest search = {.typed = name};
  for (; *commands; commands++) {
    nearest_consider(&search, (*commands)->name);
  }
  plain_print_format(stderr, "There is no command \"%s\".", name);
  if (search.nearest) {
    fprintf(stderr, " Did you mean \"%s\"?", search.nearest);
  }
  fputs(" Type \"supine help\" for the commands.\n", stderr);
  return EXIT_USAGE;
}

int exit_no_device(const char *wanted)
{
  fputs("There is no sound device", stderr);
  if (wanted) {
    fputs(" \"", stderr);
    plain_print(stderr, wanted);
    fputs("\"", stderr);
  }
  fputs(".", stderr);
  return EXIT_NO_DEVICE;
}
