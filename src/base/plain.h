/* Text that came from a file, a file's name or a command line, made safe for
   whoever reads it: nobody is to take any of it for orders.

   Plain text is one line of valid UTF-8 without control characters (those of
   utf8_is_control()): white space among them becomes one space, unless it
   stands at the end, the others are left out, and a byte that is no UTF-8
   becomes U+FFFD. */

#ifndef SUPINE_BASE_PLAIN_H
#define SUPINE_BASE_PLAIN_H

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

/* --- Appending: a failure is kept in `out->status`. --- */

/* Appends plain text: for tags, the bus, and whatever is kept to be shown. */
void plain_append(struct text *out, const char *text);

/* The same for WebVTT and its like: `&`, `<` and `>` are escaped (WebVTT,
   section 4.2.2). */
void plain_append_escaped(struct text *out, const char *text);

/* The same for formats that know marks and no escapes, such as SubRip and LRC:
   brackets become some that mark nothing. */
void plain_append_unmarked(struct text *out, const char *text);

/* The same between quotation marks, for cue sheets, which know no escapes: one
   within becomes an apostrophe. */
void plain_append_quoted(struct text *out, const char *text);

/* Appends a relative path as a line of a playlist, whatever bytes it holds:
   what would not be plain stands as "%0A" (RFC 3986, section 2.1), and a path
   that begins like a comment begins with "./". */
void plain_append_entry(struct text *out, const char *path);

/* --- Printing, for a terminal --- */

/* Writes plain text. */
void plain_print(FILE *stream, const char *text);

/* The same, of a format and its arguments; a line feed at the format's end is
   kept. Nothing is written when memory is short. */
void plain_print_format(FILE *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void plain_vprint_format(FILE *stream, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* The same, keeping line feeds. */
void plain_print_lines(FILE *stream, const char *text);

/* The same as plain_print(), as a word of a command line to be pasted into a
   shell: quoted where that is needed, and never taken for an option. What is in
   two parts, such as a name and an ending, is one word. */
void plain_print_shell_word(FILE *stream, const char *first,
                            const char *second);

#endif
