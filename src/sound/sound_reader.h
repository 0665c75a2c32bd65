/* A sound file read forward, at FRAME_RATE, in one or two channels. Files are
   untrusted: nothing here believes what a header says about length. */

#ifndef SUPINE_SOUND_SOUND_READER_H
#define SUPINE_SOUND_SOUND_READER_H

#include "base/frames.h"
#include "base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct reader;

/* The longest sound: two hours. */
#define LONGEST_SOUND_FRAMES ((int64_t)2 * 60 * 60 * FRAME_RATE)

/* Opens a file that link_open() takes, whatever it is called. A chained Ogg
   file is read to the end of its last link; links that cannot be read are
   passed over. Possible errors: STATUS_NOT_FOUND, STATUS_READ_FAILED,
   STATUS_BAD_SOUND, STATUS_FOREIGN_SOUND (of a kind that other programs play,
   and ffmpeg converts), STATUS_NO_MEMORY. */
enum status reader_create(const char *path, struct reader **reader);

/* NULL is fine. */
void reader_destroy(struct reader *reader);

/* 1 or 2; more channels of a file are folded into two, and a chain has two when
   one of its links has. */
int reader_channels(const struct reader *reader);

/* Which state of the file it reads: two readers of one path that say the same
   read the same bytes. */
struct reader_version {
  int64_t bytes;
  int64_t modified_ns;
};

struct reader_version reader_version(const struct reader *reader);

/* Makes frame `second * FRAME_RATE` the next one, for a second from
   READER_RUN_UP_S on; false when the file cannot (a chain never can), and then
   it has to be opened anew. What a decoder and the resampler need to settle is
   read and dropped. Damaged files may hang decoders here (a cut Opus file
   does): only where it was tried before, in a process of its own. */
bool reader_go_to(struct reader *reader, int64_t second);

#define READER_RUN_UP_S 1

/* The next frames, interleaved and within ±1, up to `room` of them; 0 at the
   end, which is also where a damaged file stops making sense. */
int64_t reader_read(struct reader *reader, float *samples, int64_t room);

#endif
