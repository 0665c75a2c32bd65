/* What commands say when something is wrong: one plain sentence each, on
   standard error. */

#ifndef SUPINE_COMMAND_REPORT_H
#define SUPINE_COMMAND_REPORT_H

#include "base/status.h"
#include "library/library.h"
#include "script/diagnose.h"

#include <stdbool.h>
#include <stdio.h>

struct report_options {
  FILE *stream;  /* NULL: standard error */
  bool all;      /* every one; else the first five errors and, where warnings
                    are shown, the first five of them */
  bool warnings; /* show them too */
  bool gcc;      /* "file:line:column: error: …" for editors */
  const struct source *main; /* the file that was asked for; diagnostics of
                                others begin with the file's name */
  bool by_name;              /* "evening, line 8: …" even for the only file */
};

/* Prints sorted diagnostics: `Line 8: …`. Control characters are left out. */
void report_diagnostics(const struct diagnostics *diagnostics,
                        const struct report_options *options);

/* "NAME: The file cannot be read." */
void report_failure(const char *what, enum status status);
void report_failure_to(FILE *stream, const char *what, enum status status);

/* Says that nothing can be played on: "There is no sound device", with the name
   that was asked for unless it is NULL, and a full stop. */
void report_no_device(const char *wanted);

/* Says to `stream` that the shipped routines were not found, and what to do. */
void report_nothing_shipped(FILE *stream);

/* Says to `stream` that there is no such routine, with a suggestion. */
void report_unknown_routine(FILE *stream, const struct library *library,
                            const char *routine);

/* The exit status that stands for a failure. */
int exit_status_for(enum status status);

/* Writes text that came from a file, without control characters. */
void print_plain(FILE *stream, const char *text);

/* The same as a word of a command line to be pasted into a shell: quoted where
   that is needed, and never taken for an option. What is in two parts, such as
   a name and an ending, is one word. */
void print_shell_word(FILE *stream, const char *first, const char *second);

/* The same as print_plain(), keeping line feeds. */
void print_plain_lines(FILE *stream, const char *text);

#endif
