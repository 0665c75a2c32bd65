/* Sound files, written whole or not at all. */

#ifndef SUPINE_RENDER_SOUND_FILE_H
#define SUPINE_RENDER_SOUND_FILE_H

#include "base/status.h"
#include "render/chapters.h"

#include <stdbool.h>
#include <stdint.h>

struct sound_file;

struct sound_file_options {
  const char *path;   /* "-" for standard output */
  const char *format; /* "wav", "flac", "ogg", "opus", "mp3"; NULL: the ending,
                         or "wav" where there is no ending to go by */
  const char *title;  /* each NULL or "": no tag */
  const char *artist;
  const char *comment;
  struct chapters chapters; /* not written to streams; the items are borrowed
                               until the file is finished */
};

/* The formats, by their names; ends with NULL. */
extern const char *const sound_file_formats[];

/* Whether a format has this name, in whatever case. */
bool sound_file_knows(const char *format);

/* Opens a temporary file beside `path`. Standard output, a pipe or a device is
   written to as the samples come. 16 bits a sample in WAV and FLAC.
   Possible errors: STATUS_UNSUPPORTED (the format), STATUS_WRITE_FAILED,
   STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status sound_file_create(const struct sound_file_options *options,
                              struct sound_file **file);

/* Appends interleaved stereo frames.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL. */
enum status sound_file_write(struct sound_file *file, const float *stereo,
                             int64_t frames);

/* Finishes the file and moves it to its name. Destroying a file that was not
   finished removes it instead.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL. */
enum status sound_file_finish(struct sound_file *file);

/* Of a finished WAV file: true when it is over 4 GiB, which plain WAV cannot
   be, and therefore RF64 (EBU Tech 3306). */
bool sound_file_is_rf64(const struct sound_file *file);

/* NULL is fine. */
void sound_file_destroy(struct sound_file *file);

#endif
