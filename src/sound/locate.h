/* Where the sound of a name is. */

#ifndef SUPINE_SOUND_LOCATE_H
#define SUPINE_SOUND_LOCATE_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* The folder of the shipped sounds that loop, in the folder of all of them. */
#define BEDS_FOLDER "beds"

/* Finds the file that `name` means: beside the file `beside` (NULL: nowhere),
   else among the shipped sounds. With or without its ending, letter case
   folded, a space as good as a hyphen; never a path. A file of a kind that
   cannot be played is found where no other is meant, and "gong.m4a" means
   "gong.flac" once that lies there. The caller frees `*path`; `*is_bed` tells
   that it is a shipped bed, which loops by itself.
   Possible errors: STATUS_NOT_FOUND, STATUS_NO_MEMORY. */
enum status locate_sound(const char *name, const char *beside, char **path,
                         bool *is_bed);

/* Finds the file at a path, or the one that its last part means in that folder,
   as above. The caller frees `*found`.
   Possible errors: STATUS_NOT_FOUND, STATUS_NO_MEMORY. */
enum status locate_file(const char *path, char **found);

/* The command that makes a file that can be played of one that was refused with
   STATUS_FOREIGN_SOUND, to be typed in a shell: "ffmpeg -i gong.m4a gong.flac".
   The file is found as by locate_sound() or, where there is a slash in the
   name, as by locate_file(). NULL when it is gone or memory is short; the
   caller frees it. */
char *locate_conversion(const char *name, const char *beside);

/* The name nearest to one that was not found, beside `beside` (NULL: nowhere)
   and among the shipped sounds, as authors write it; NULL when none is near.
   The caller frees it. */
char *locate_suggest(const char *name, const char *beside);

/* The names of the shipped sounds, by name, as authors write them: "start
   bell". The caller frees each and the array.
   Possible errors: STATUS_NOT_FOUND, STATUS_NO_MEMORY. */
enum status locate_shipped(bool beds, char ***names, size_t *count);

#endif
