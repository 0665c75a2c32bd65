/* A whole sound file, decoded in a process of its own: a file that crashes or
   hangs a decoder costs a message and no more, and what decoders print is not
   seen. */

#ifndef SUPINE_SOUND_DECODED_H
#define SUPINE_SOUND_DECODED_H

#include "base/status.h"
#include "sound/marks.h"

#include <stdint.h>

struct decoded {
  float *samples;     /* on the heap, interleaved, at FRAME_RATE, within ±1 */
  int channels;       /* 1 or 2 */
  int64_t kept;       /* frames in `samples` */
  int64_t frames;     /* of the whole file, counted */
  struct marks marks; /* of a sound that was not kept whole */
};

void decoded_finish(struct decoded *decoded);

/* Decodes forward to the end and keeps at most `most_kept` frames.
   Possible errors: those of reader_create(), STATUS_EMPTY_SOUND (no frame can
   be read), STATUS_TOO_LARGE (over LONGEST_SOUND_FRAMES). */
enum status decode_file(const char *path, int64_t most_kept,
                        struct decoded *decoded);

#endif
