/* Files that name other files: the playlist of a split session, and cue
   sheets. */

#ifndef SUPINE_RENDER_PLAYLIST_H
#define SUPINE_RENDER_PLAYLIST_H

#include "base/status.h"
#include "render/chapters.h"

/* One track of a session: a chapter, and the file it is in. */
struct track {
  const char *title;
  const char *file;    /* its name without folders */
  int64_t start_frame; /* of the session */
  int64_t frames;
};

/* What the tracks belong to. */
struct album {
  const char *title;
  const char *author; /* "" for none */
  const struct track *tracks;
  size_t track_count;
};

/* An extended M3U in UTF-8, every file in its order.
   Possible errors: STATUS_WRITE_FAILED, STATUS_DISK_FULL, STATUS_NO_MEMORY. */
enum status playlist_write(const struct album *album, const char *path);

/* What a cue sheet has room for: its tracks are numbered as a disc's. */
#define CUE_SHEET_MOST_TRACKS 99

/* A cue sheet (CDRWIN's, with 75 frames a second): an index for each of at most
   CUE_SHEET_MOST_TRACKS tracks in the file it is in, from that file's start.
   Possible errors: as above. */
enum status cue_sheet_write(const struct album *album, const char *path);

#endif
