/* Text from outside, made safe for terminals, tags, captions and playlists. */

#include "base/plain.h"

#include "base/utf8.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* --- Characters --- */

/* The controls that are white space. */
#define BREAKS "\t\n\v\f\r"

static bool is_break(uint32_t code_point)
{
  return code_point >= '\t' && code_point <= '\r';
}

/* Moves `*at` over one character and returns what stands for it: what it is, a
   space, or 0 where it is left out. */
static uint32_t next_plain(const char **at)
{
  uint32_t code_point = 0;
  const size_t taken = utf8_decode(*at, strnlen(*at, 4), &code_point);
  *at += taken;
  if (is_break(code_point)) {
    *at += strspn(*at, BREAKS);
    return **at ? ' ' : 0;
  }
  return utf8_is_control(code_point) ? 0 : code_point;
}

static void append_character(struct text *out, uint32_t code_point)
{
  char bytes[4];
  if (code_point != 0) {
    text_append_bytes(out, bytes, utf8_encode(code_point, bytes));
  }
}

/* What a character becomes for one kind of reader. */
struct exchange {
  uint32_t character;
  const char *becomes;
};

static const struct exchange escapes[] = {
    {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {0}};

static const struct exchange brackets[] = {
    {'<', "\u2039"}, {'>', "\u203A"}, {'{', "("}, {'}', ")"},
    {'[', "("},      {']', ")"},      {0}};

static const struct exchange quotation_mark[] = {{'"', "'"}, {0}};

static void append_exchanged(struct text *out, const char *text,
                             const struct exchange *exchange)
{
  while (*text) {
    const uint32_t character = next_plain(&text);
    const struct exchange *found = exchange;
    while (found->character && found->character != character) {
      found++;
    }
    if (found->character) {
      text_append(out, found->becomes);
    } else {
      append_character(out, character);
    }
  }
}

/* --- Appending --- */

void plain_append(struct text *out, const char *text)
{
  while (*text) {
    append_character(out, next_plain(&text));
  }
}

void plain_append_escaped(struct text *out, const char *text)
{
  append_exchanged(out, text, escapes);
}

void plain_append_unmarked(struct text *out, const char *text)
{
  append_exchanged(out, text, brackets);
}

void plain_append_quoted(struct text *out, const char *text)
{
  text_append(out, "\"");
  append_exchanged(out, text, quotation_mark);
  text_append(out, "\"");
}

static bool is_plain(const char *bytes, size_t length)
{
  uint32_t code_point = 0;
  return utf8_find_malformed(bytes, length) == length &&
         utf8_decode(bytes, length, &code_point) == length &&
         !utf8_is_control(code_point);
}

void plain_append_entry(struct text *out, const char *path)
{
  text_append(out, *path == '#' ? "./" : "");
  for (size_t taken; *path; path += taken) {
    uint32_t code_point = 0;
    taken = utf8_decode(path, strnlen(path, 4), &code_point);
    if (is_plain(path, taken)) {
      text_append_bytes(out, path, taken);
      continue;
    }
    for (size_t i = 0; i < taken; i++) {
      text_append_format(out, "%%%02X", (unsigned)(unsigned char)path[i]);
    }
  }
}

/* --- Printing --- */

static void print_character(FILE *stream, uint32_t code_point)
{
  char bytes[4];
  if (code_point != 0) {
    fwrite(bytes, 1, utf8_encode(code_point, bytes), stream);
  }
}

void plain_print(FILE *stream, const char *text)
{
  while (*text) {
    print_character(stream, next_plain(&text));
  }
}

void plain_print_lines(FILE *stream, const char *text)
{
  while (*text) {
    if (*text == '\n') {
      fputc(*text++, stream);
    } else {
      print_character(stream, next_plain(&text));
    }
  }
}

void plain_print_format(FILE *stream, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  plain_vprint_format(stream, format, arguments);
  va_end(arguments);
}

void plain_vprint_format(FILE *stream, const char *format, va_list arguments)
{
  char *formatted = NULL;
  const int length = vasprintf(&formatted, format, arguments);
  if (length < 0) {
    return;
  }
  const bool ends = length > 0 && formatted[length - 1] == '\n';
  formatted[length - ends] = '\0';
  plain_print(stream, formatted);
  fputs(ends ? "\n" : "", stream);
  free(formatted);
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
