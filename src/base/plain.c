/* Prints text from outside without control characters. */

#include "base/plain.h"

#include "base/utf8.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static void print_without_controls(FILE *stream, const char *text, bool lines)
{
  const size_t length = strlen(text);
  for (size_t at = 0; at < length;) {
    uint32_t code_point = 0;
    const size_t taken = utf8_decode(text + at, length - at, &code_point);
    if (!utf8_is_control(code_point) || (lines && code_point == '\n')) {
      fwrite(text + at, 1, taken, stream);
    }
    at += taken;
  }
}

void plain_print(FILE *stream, const char *text)
{
  print_without_controls(stream, text, false);
}

void plain_print_lines(FILE *stream, const char *text)
{
  print_without_controls(stream, text, true);
}

/* What no shell takes for its own, wherever in a word it stands; every byte of
   a character beyond ASCII is such too. */
static bool is_plain_word(const char *text)
{
  for (; *text; text++) {
    const unsigned char byte = (unsigned char)*text;
    if (byte < 0x80 && !isalnum(byte) && !strchr("_./:@%+,-", byte)) {
      return false;
    }
  }
  return true;
}

/* Inside apostrophes only the apostrophe itself means anything. */
static void print_quoted(FILE *stream, const char *text)
{
  for (const char *next; (next = strchr(text, '\'')); text = next + 1) {
    char *piece = strndup(text, (size_t)(next - text));
    plain_print(stream, piece ? piece : "");
    free(piece);
    fputs("'\\''", stream);
  }
  plain_print(stream, text);
}

void plain_print_shell_word(FILE *stream, const char *first, const char *second)
{
  const bool quotes =
      !is_plain_word(first) || !is_plain_word(second) || (!*first && !*second);
  fputs(quotes ? "'" : "", stream);
  fputs(*first == '-' ? "./" : "", stream);
  print_quoted(stream, first);
  print_quoted(stream, second);
  fputs(quotes ? "'" : "", stream);
}
