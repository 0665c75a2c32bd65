/* What is wrong, in one plain sentence each, on a stream that the caller
   chooses. Control characters are left out. */

#ifndef SUPINE_SESSION_REPORT_H
#define SUPINE_SESSION_REPORT_H

#include "base/status.h"
#include "library/library.h"
#include "script/diagnose.h"

#include <stdbool.h>
#include <stdio.h>

struct report_options {
  bool all;      /* every one; else the first five errors and, where warnings
                    are shown, the first five of them */
  bool warnings; /* show them too */
  bool hints;    /* and hints, after all others */
  bool gcc;      /* "file:line:column: error: …" for editors */
  const struct source *main; /* the file that was asked for; diagnostics of
                                others begin with the file's name */
  bool by_name;              /* "evening, line 8: …" even for the only file */
};

/* Writes sorted diagnostics: `Line 8: …`. */
void report_diagnostics(FILE *stream, const struct diagnostics *diagnostics,
                        const struct report_options *options);

/* "NAME: The file cannot be read." */
void report_failure(FILE *stream, const char *what, enum status status);

/* Says that the shipped routines were not found, and what to do. */
void report_nothing_shipped(FILE *stream);

/* Says that there is no such routine, with a suggestion. */
void report_unknown_routine(FILE *stream, const struct library *library,
                            const char *routine);

#endif
