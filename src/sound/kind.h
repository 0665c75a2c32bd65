/* Kinds of sound files, by their endings and first bytes. */

#ifndef SUPINE_SOUND_KIND_H
#define SUPINE_SOUND_KIND_H

#include "sound/view.h"

#include <stdbool.h>
#include <stddef.h>

enum kind {
  KIND_NONE,    /* no file of sound */
  KIND_OURS,    /* can be played */
  KIND_FOREIGN, /* other programs play it, and ffmpeg converts it */
};

/* What the ending of a file's name says, letter case folded; and how long the
   name is without it. */
enum kind kind_of_name(const char *file, size_t *stem_length);

/* Whether a file begins as one of a foreign kind does, whatever it is called.
 */
bool kind_is_foreign_inside(const struct view *view);

#endif
