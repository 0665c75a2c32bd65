/* Plain lines on the terminal: nothing is ever redrawn, so that a screen
   reader and a braille display can follow. */

#include "listen/printer.h"

#include "base/plain.h"

#include <errno.h>
#include <stdio_ext.h>

static bool is_wanted(const struct printer *printer, enum player_line kind)
{
  switch (kind) {
  case PLAYER_LINE_STEP:
    return !printer->captions;
  case PLAYER_LINE_SPOKEN:
    return printer->captions;
  case PLAYER_LINE_ANSWER:
  case PLAYER_LINE_TROUBLE:
    return true;
  }
  return false;
}

/* "head -n 1" has had what it wanted: that is no failure, and the session goes
   on for whoever listens. */
static void forget_reader(struct printer *printer)
{
  printer->quiet = true;
  __fpurge(printer->stream);
  clearerr(printer->stream);
}

static void print_line(void *context, enum player_line kind, const char *text)
{
  struct printer *printer = context;
  if (printer->quiet || !is_wanted(printer, kind)) {
    return;
  }
  plain_print(printer->stream, text);
  fputc('\n', printer->stream);
  errno = 0;
  if (fflush(printer->stream) != 0 && errno == EPIPE) {
    forget_reader(printer);
  }
}

struct player_lines printer_lines(struct printer *printer)
{
  return (struct player_lines){.context = printer, .line = print_line};
}
