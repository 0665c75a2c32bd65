/* The bytes of a sound file as its decoder is shown them: a stretch of the
   file, with a few of its bytes put right. */

#ifndef SUPINE_SOUND_VIEW_H
#define SUPINE_SOUND_VIEW_H

#include <stddef.h>
#include <stdint.h>

#define MOST_AMENDMENTS 4
#define LONGEST_AMENDMENT 8

/* To be copied freely. The file stays with whoever opened it. */
struct view {
  int file;         /* a descriptor */
  int64_t start;    /* bytes in the file */
  int64_t length;   /* bytes */
  int64_t position; /* for whoever reads on from there */
  struct amendment {
    int64_t at; /* bytes in the view */
    size_t length;
    unsigned char bytes[LONGEST_AMENDMENT];
  } amendments[MOST_AMENDMENTS];
  size_t amendment_count;
};

/* Copies up to `length` bytes from byte `at` on, a position of at least 0; how
   many, which is less only at the end of the view or where the file cannot be
   read. */
size_t view_read(const struct view *view, int64_t at, void *bytes,
                 size_t length);

/* Has other bytes stand at `at`, at most LONGEST_AMENDMENT of them, in at most
   MOST_AMENDMENTS places; further ones are not taken. */
void view_amend(struct view *view, int64_t at, const void *bytes,
                size_t length);

/* Leaves out the first `bytes` of the view, which has no amendments yet. */
void view_skip(struct view *view, int64_t bytes);

#endif
