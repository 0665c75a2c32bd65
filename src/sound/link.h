/* One stretch of sound in a file, read forward by libsndfile at its own rate:
   the whole file, or a link of a chain. */

#ifndef SUPINE_SOUND_LINK_H
#define SUPINE_SOUND_LINK_H

#include "base/status.h"
#include "sound/view.h"

#include <stdbool.h>
#include <stdint.h>

struct link;

/* What is read at once at most. */
#define LINK_BLOCK_FRAMES 4096

/* Opens a WAV (RF64 and W64 among them), AIFF, AU, CAF, FLAC, Ogg Vorbis, Ogg
   Opus or MPEG audio file of 1 to 8 channels at 8,000 to 192,000 frames a
   second, whose bytes have to stay.
   Possible errors: STATUS_BAD_SOUND, STATUS_FOREIGN_SOUND (a codec that
   libsndfile lacks), STATUS_NO_MEMORY. */
enum status link_open(const struct view *view, struct link **link);

/* NULL is fine. */
void link_close(struct link *link);

/* Frames a second, and channels, of the file. */
int link_rate(const struct link *link);
int link_channels(const struct link *link);

/* The next frames, at most LINK_BLOCK_FRAMES, interleaved, folded to one
   channel or two and within ±1; 0 at the end, which is also where a damaged
   file stops making sense. */
int64_t link_read(struct link *link, float *samples, int channels);

/* Makes this frame the next one; false when it cannot. Damaged files may hang
   decoders here. */
bool link_go_to(struct link *link, int64_t frame);

#endif
