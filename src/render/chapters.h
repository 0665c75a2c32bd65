/* What libsndfile cannot write: chapters, cue points with names, and the
   language, added to a sound file once it is complete. */

#ifndef SUPINE_RENDER_CHAPTERS_H
#define SUPINE_RENDER_CHAPTERS_H

#include "base/status.h"
#include "system/atomic_file.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct chapter {
  int64_t start_frame;
  const char *title; /* UTF-8; borrowed */
};

struct chapters {
  const struct chapter *items; /* by start; borrowed */
  size_t count;
  int64_t frames;       /* of the whole file: where the last one ends */
  const char *language; /* a tag, "en-gb"; NULL or "": none */
};

/* What libsndfile would write as Latin-1. Each NULL or "": none. */
struct mp3_tags {
  const char *title;
  const char *artist;
  const char *comment;
};

/* Each rewrites a file that is complete but not yet published; on failure it
   may be spoilt, and belongs to be finished without being published.
   Possible errors: STATUS_READ_FAILED (the file is not what was expected),
   STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */

/* Cue points with labels (Multimedia Programming Interface and Data
   Specifications 1.0, Microsoft and IBM 1991), after the samples; RF64 too. */
enum status chapters_add_to_wav(struct atomic_file *file,
                                const struct chapters *chapters);

/* CHAPTER001= and CHAPTER001NAME= comments
   (wiki.xiph.org/Chapter_Extension). */
enum status chapters_add_to_flac(struct atomic_file *file,
                                 const struct chapters *chapters);

/* The same in Ogg Vorbis and Opus. Gives the stream a fixed serial number, so
   that equal sessions are equal bytes. */
enum status chapters_add_to_ogg(struct atomic_file *file,
                                const struct chapters *chapters);

/* An ID3 tag before the first frame: what is in `tags`, and CHAP and CTOC
   frames (ID3v2.4.0; ID3v2 Chapter Frame Addendum 1.0), of which there can be
   255. `file` must not have a tag yet. */
enum status chapters_add_to_mp3(struct atomic_file *file,
                                const struct chapters *chapters,
                                const struct mp3_tags *tags);

/* Shows `add` every Vorbis comment that FLAC and Ogg files get. False when it
   returned false, or memory was short. */
bool chapters_each_comment(const struct chapters *chapters,
                           bool (*add)(void *context, const char *comment),
                           void *context);

/* Writes what is to stand in place of `from`. */
typedef enum status chapters_copy(FILE *from, FILE *to, const void *context);

/* Runs `copy` from a file to a new one that then takes its place, with the
   same permissions. */
enum status chapters_rewrite(struct atomic_file *file, chapters_copy *copy,
                             const void *context);

/* A stream of the file, at its start, for reading and writing; the caller
   closes it. NULL when memory is short. */
FILE *chapters_open(const struct atomic_file *file);

/* Copies the rest of a file. */
enum status chapters_copy_rest(FILE *from, FILE *to);

#endif
