/* A piece of sound in memory, as voice/ and sound/ make it and mix/ plays it.
 */

#ifndef SUPINE_BASE_CLIP_H
#define SUPINE_BASE_CLIP_H

#include <stdint.h>

struct stream;

/* Immutable once made. Owned by whoever made it (the voice's store, the sound
   store), which keeps it as long as itself; everyone else borrows. Lives in the
   pool. */
struct clip {
  int64_t frames;        /* at FRAME_RATE */
  int channels;          /* 1 or 2 */
  const float *samples;  /* interleaved, full scale 1.0; NULL when streamed */
  struct stream *stream; /* a long file read ahead by sound/; else NULL */
  /* Played round and round, the last so many frames are cross-faded with as
     many at the start; 0 when the end runs on into the start by itself. At most
     a quarter of the frames, and 2 s. */
  int64_t seam_frames;
};

#endif
