/* Compiled catalogues in the program: what msgfmt made of the .po files. */

#ifndef SUPINE_PHRASES_COMPILED_H
#define SUPINE_PHRASES_COMPILED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A language and its .mo file, little-endian (GNU gettext manual, "The Format
   of GNU MO Files"). */
struct phrases {
  const char *language;       /* "de"; NULL ends the table */
  const unsigned char *bytes; /* NULL: no catalogue */
  size_t length;
};

/* Made by the build from the .po files beside this header. */
extern const struct phrases compiled_catalogues[];

/* The translation of a phrase, its plural forms following each other with
   their zero bytes; NULL when there is none. */
const char *compiled_find(const struct phrases *phrases, const char *text);

/* Which of its two forms a language uses for `count`. Two rules of the
   header's Plural-Forms are known: "n != 1" and "n > 1"; a test holds the
   catalogues to them. */
bool compiled_is_one(const struct phrases *phrases, int64_t count);

#endif
