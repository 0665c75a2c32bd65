/* Compiled catalogues in the program: what msgfmt made of the .po files. */

#ifndef SUPINE_PHRASES_COMPILED_H
#define SUPINE_PHRASES_COMPILED_H

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

/* The translation of a phrase, in the plural form of this index from 0; NULL
   when there is none. */
const char *compiled_find_form(const struct phrases *phrases, const char *text,
                               size_t form);

/* How many plural forms the translation has; 0 when there is none. */
size_t compiled_count_forms(const struct phrases *phrases, const char *text);

#endif
