/* supine new: a routine to begin with, which plays as it is. */

#include "base/plain.h"
#include "base/text.h"
#include "command/commands.h"
#include "usage/exit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ENDING ".routine"

static const char starter[] =
    "title My routine\n"
    "about A short stretch lying on the back\n"
    "\n"
    "note Lines that begin with note are for you. They are never spoken.\n"
    "note To hear this routine type: supine play, and the name of this file.\n"
    "note To see every word you can use type: supine words\n"
    "\n"
    "note A value can be changed without changing this file, for example with\n"
    "note supine play --set length=45s and the name of this file.\n"
    "value length 20 seconds, from 10 to 90 seconds\n"
    "\n"
    "note A step is a part that the listener can go back to.\n"
    "step Settling in\n"
    "say Lie on your back with your knees bent and your feet flat.\n"
    "pause 3 seconds\n"
    "\n"
    "note Breathing is led by soft tones.\n"
    "breathe in 4 out 6 for 3 breaths\n"
    "\n"
    "step Knee to chest\n"
    "each side\n"
    "  note Explain speaks the first time only, so not on the second side.\n"
    "  explain Both hands help the leg come closer.\n"
    "  say Draw your @side knee toward your chest.\n"
    "  hold @length with halfway and countdown from 3\n"
    "  say And let it go.\n"
    "end each side\n"
    "\n"
    "step The end\n"
    "say Roll to one side, and take your time getting up.\n";

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

static enum status fill(int file)
{
  const size_t length = strlen(starter);
  for (size_t done = 0; done < length;) {
    const ssize_t wrote = write(file, starter + done, length - done);
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

static int create(const char *path)
{
  const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0 && errno == EEXIST) {
    return refuse_existing(path);
  }
  enum status status = file < 0 ? STATUS_WRITE_FAILED : fill(file);
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
  return call->operands[0][0]
             ? EXIT_DONE
             : exit_wrong_usage(call, "%s", command_new.operands_wrong);
}

static int run(struct call *call)
{
  char *path = complete_path(call->operands[0]);
  if (!path) {
    return exit_failed("supine", STATUS_NO_MEMORY);
  }
  const int exit_status = create(path);
  free(path);
  return exit_status;
}

const struct command command_new = {
    .name = "new",
    .arguments = "FILE",
    .summary = "Writes a routine to begin with, which plays as it is",
    .least_operands = 1,
    .most_operands = 1,
    .operands_wrong = "New takes the name of one file.",
    .check = check,
    .run = run,
};
