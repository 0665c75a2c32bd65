/* The ways of speaking that Supine has names for. */

#ifndef SUPINE_VOICE_STYLE_H
#define SUPINE_VOICE_STYLE_H

#include <stddef.h>

struct voice_style {
  const char *name;
  const char *help;    /* one line, for people */
  const char *variant; /* of the language's voice; NULL for none */
  int speed;           /* nominal words a minute */
  int pitch;           /* 0 to 99 */
  int range;           /* of the pitch, 0 to 100 */
  float shelf_db;      /* above 3,200 Hz; 0 leaves the spectrum alone */
  float room;          /* of the early reflections, linear; 0 for none */
};

/* `calm` is the first and the default. */
extern const struct voice_style voice_styles[];
extern const size_t voice_style_count;

/* The style called `name`, letter case folded, or NULL. */
const struct voice_style *voice_style_find(const char *name);

/* How a voice of the engine is spoken that is asked for by its own name. */
const struct voice_style *voice_style_plain(void);

#endif
