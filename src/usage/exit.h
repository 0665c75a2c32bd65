/* How a command ends: its exit status, and the sentence on standard error that
   goes with one that is not EXIT_DONE. Every function returns the exit status.
 */

#ifndef SUPINE_USAGE_EXIT_H
#define SUPINE_USAGE_EXIT_H

#include "listen/loop.h"
#include "usage/command.h"

/* The one that stands for a status, or for how a session ended. Nothing is
   said. */
int exit_for_status(enum status status);
int exit_for_end(enum loop_end end);

/* The same as exit_for_status(), and "WHAT: The file cannot be read." unless
   all is well. */
int exit_failed(const char *what, enum status status);

/* Refuses the command line with one sentence, to which where the help is will
   be added. EXIT_USAGE. */
int exit_wrong_usage(const struct call *call, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says that there is no such command, with a suggestion. EXIT_USAGE. */
int exit_unknown_command(const struct command *const *commands,
                         const char *name);

/* Says that there is no sound device of the name that was asked for (NULL: none
   at all), in a sentence that the caller follows with what to do instead.
   EXIT_NO_DEVICE. */
int exit_no_device(const char *wanted);

#endif
