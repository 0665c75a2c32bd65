/* What is said of a line that is wrong: one error a line. */

#ifndef SUPINE_SCRIPT_CURSOR_ERROR_H
#define SUPINE_SCRIPT_CURSOR_ERROR_H

#include "script/cursor.h"

/* Reports an error, once a line, with the example of the line's first word
   after it. Always false, so that reporting and returning are one expression,
   as in all functions below that report. */
bool cursor_error(struct cursor *cursor, struct location where,
                  const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The same without the example. */
bool cursor_error_plain(struct cursor *cursor, struct location where,
                        const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Takes `word`; an error if it is not next. */
bool cursor_expect(struct cursor *cursor, enum word word);
/* Takes the rest of the line as a name; an error that `missing` is missing when
   nothing is left. */
bool cursor_expect_name(struct cursor *cursor, const char *missing,
                        struct location *name);
/* An error for a word that had to stand somewhere after the next one and was
   not found: the first of the rest that is like it is named, if there is one.
 */
bool cursor_lacks(struct cursor *cursor, enum word word);
/* An error unless the line has ended. */
bool cursor_finish_line(struct cursor *cursor);

/* Reports a word of several words that is begun here and not finished. */
bool cursor_unfinished(struct cursor *cursor, enum word word);
/* Reports the next word by what could stand here, and returns true; false,
   with nothing reported, when nothing that could is like it. */
bool cursor_refuse_near(struct cursor *cursor);
/* Reports the next word as unknown here, suggesting what could stand here;
   at the end of the line, that `missing` is missing. */
bool cursor_unexpected(struct cursor *cursor, const char *missing);

#endif
