/* Clips as stereo, wherever they are kept. Audio thread. */

#ifndef SUPINE_MIX_CLIPS_H
#define SUPINE_MIX_CLIPS_H

#include "base/clip.h"

/* Two readers share a stream: what is played once, and what goes round. */
enum clip_reader { READER_ONCE, READER_LOOP };

/* Writes `frames` interleaved stereo frames from `frame` on, all within the
   clip. A mono clip comes out alike on both sides. */
void clip_read(const struct clip *clip, enum clip_reader reader, int64_t frame,
               float *stereo, uint32_t frames);

/* The same, going round for ever: the end is cross-faded with the start where
   the clip asks for it. Returns where to read on. */
int64_t clip_read_loop(const struct clip *clip, int64_t frame, float *stereo,
                       uint32_t frames);

/* Has `frame` read ahead where the clip is a stream. */
void clip_prepare(const struct clip *clip, enum clip_reader reader,
                  int64_t frame);

#endif
