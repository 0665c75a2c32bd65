/* supine new: a routine to begin with, which plays as it is. */

#include "base/plain.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/starters.h"
#include "usage/exit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ENDING ".routine"

struct own_options {
  const char *kind;
};

static const char *const kinds[] = {"stretch",    "strength", "breathing",
                                    "relaxation", "interval", "reminder",
                                    NULL};

static const struct option options[] = {
    {.name = "--like",
     .argument = "KIND",
     .help = "begin with a routine of this kind: stretch, strength, breathing, "
             "relaxation, interval or reminder",
     .kind = OPTION_TEXT,
     .offset = offsetof(struct own_options, kind),
     .choices = kinds},
    {.name = NULL},
};

/* The one of a kind, the usual one for NULL; NULL when there is none. */
static const struct starter *find_starter(const char *kind)
{
  const struct starter *starter = starters;
  while (kind && starter->kind && strcmp(starter->kind, kind) != 0) {
    starter++;
  }
  return starter->kind ? starter : NULL;
}

/* The path with its ending; NULL when memory is short. */
static char *complete_path(const char *path)
{
  const size_t length = strlen(path);
  const size_t ending = strlen(ENDING);
  const bool has_ending =
      length > ending && strcmp(path + length - ending, ENDING) == 0;
  struct text text = {0};
  text_append(&text, path);
  text_append(&text, has_ending ? "" : ENDING);
  return text_take(&text);
}

static enum status fill(int file, const char *text)
{
  const size_t length = strlen(text);
  for (size_t done = 0; done < length;) {
    const ssize_t wrote = write(file, text + done, length - done);
    if (wrote < 0 && errno != EINTR) {
      return errno == ENOSPC || errno == EDQUOT ? STATUS_DISK_FULL
                                                : STATUS_WRITE_FAILED;
    }
    done += wrote > 0 ? (size_t)wrote : 0;
  }
  return STATUS_OK;
}

static int refuse_existing(const char *path)
{
  plain_print(stderr, path);
  fputs(" is there already, and stays as it is. Choose another name.\n",
        stderr);
  return EXIT_FILE;
}

static int create(const char *path, const char *text)
{
  const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 && errno == EEXIST) {
    return refuse_existing(path);
  }
  enum status status = file < 0 ? STATUS_WRITE_FAILED : fill(file, text);
  if (file >= 0 && close(file) != 0 && status == STATUS_OK) {
    status = STATUS_WRITE_FAILED;
  }
  if (status == STATUS_OK) {
    plain_print(stdout, path);
    fputs(" is ready. To hear it, type: supine play ", stdout);
    plain_print_shell_word(stdout, path, "");
    putchar('\n');
    return EXIT_DONE;
  }
  if (file >= 0) {
    unlink(path);
  }
  return exit_failed(path, status);
}

static int check(struct call *call)
{
  const struct own_options *own = call->own;
  if (!find_starter(own->kind)) {
    return exit_wrong_usage(call, "The kinds are stretch, strength, breathing, "
                                  "relaxation, interval and reminder.");
  }
  return call->operands[0][0]
             ? EXIT_DONE
             : exit_wrong_usage(call, "%s", command_new.operands_wrong);
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  char *path = complete_path(call->operands[0]);
  if (!path) {
    return exit_failed("supine", STATUS_NO_MEMORY);
  }
  const int exit_status = create(path, find_starter(own->kind)->text);
  free(path);
  return exit_status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "FILE",
    .summary = "Writes a routine to begin with, which plays as it is",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .least_operands = 1,
    .most_operands = 1,
    .operands_wrong = "New takes the name of one file.",
    .check = check,
    .run = run,
};
