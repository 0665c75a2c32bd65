/* A sound file too long to hold in memory, as the audio thread sees it. Its
   beginning is always in memory; the rest arrives through rings that
   sound_store_refill() keeps full. */

#ifndef SUPINE_SOUND_STREAM_H
#define SUPINE_SOUND_STREAM_H

#include "base/frames.h"

#include <stdint.h>

struct stream;

/* So much of the beginning is in memory: it can be read at any time, by any
   reader, beside what the reader reads elsewhere. */
#define STREAM_HEAD_FRAMES (4 * FRAME_RATE)

/* Voices that can read one stream at once, each at a place of its own. */
#define STREAM_READERS 2

/* Copies `frames` interleaved frames from `frame` on, in the clip's channels;
   past the clip's last frame it goes on with the first. Reading on from where
   the last call of this `reader` (0 or 1) ended is always complete as long as
   refilling keeps up (it keeps more than 2 s ahead); after a jump to elsewhere
   than the head there is silence until the next refills have caught up, and
   what then comes is in time again, and rises over 30 ms. Audio thread: no
   lock, no allocation, no system call. */
void stream_read(struct stream *stream, unsigned reader, int64_t frame,
                 float *samples, uint32_t frames);

/* Has `frame` read ahead for this `reader`, which is to go on there a while
   later. Audio thread, as stream_read(). */
void stream_prepare(struct stream *stream, unsigned reader, int64_t frame);

/* Main thread, once the process that read was ended, at whatever instruction:
   what its readers go on with is read ahead anew. */
void stream_repair(struct stream *stream);

/* How many frames had to be silent because they were not there in time. Any
   thread. */
int64_t stream_missing_frames(const struct stream *stream);

#endif
