/* Printing text that came from a file or a command line: a terminal must not
   take any of it for orders. */

#ifndef SUPINE_BASE_PLAIN_H
#define SUPINE_BASE_PLAIN_H

#include <stdio.h>

/* Writes UTF-8 without its control characters. */
void plain_print(FILE *stream, const char *text);

/* The same, keeping line feeds. */
void plain_print_lines(FILE *stream, const char *text);

/* The same as plain_print(), as a word of a command line to be pasted into a
   shell: quoted where that is needed, and never taken for an option. What is in
   two parts, such as a name and an ending, is one word. */
void plain_print_shell_word(FILE *stream, const char *first,
                            const char *second);

#endif
