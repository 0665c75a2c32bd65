/* The reading side of long sounds: keeps their rings full from the files. */

#include "sound/refill.h"

#include "sound/reader.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What is decoded and dropped in one go on the way to a place further on, so
   that one far jump does not starve the other streams: 10 s of sound, some 20
   ms of work. */
#define MOST_SKIPPED_FRAMES (10 * FRAME_RATE)

void refills_finish(struct refills *refills)
{
  while (refills->first) {
    struct refill *refill = refills->first;
    refills->first = refill->next;
    reader_destroy(refill->file);
    free(refill);
  }
}

static struct refill *find(struct refills *refills, const struct stream *stream,
                           unsigned reader)
{
  for (struct refill *refill = refills->first; refill; refill = refill->next) {
    if (refill->stream == stream && refill->reader == reader) {
      return refill;
    }
  }
  struct refill *refill = calloc(1, sizeof(*refill));
  if (refill) {
    refill->stream = stream;
    refill->reader = reader;
    refill->next = refills->first;
    refills->first = refill;
  }
  return refill;
}

/* Starts over at the beginning of the file. A file that has gone is as silent
   as its end. */
static void open_file(struct refill *refill)
{
  reader_destroy(refill->file);
  refill->file = NULL;
  refill->file_frame = 0;
  struct reader *opened;
  if (reader_create(refill->stream->path, &opened) != STATUS_OK) {
    return;
  }
  if (reader_channels(opened) == refill->stream->channels) {
    refill->file = opened;
  } else {
    reader_destroy(opened);
  }
}

/* Reads `count` frames whatever the file still holds. */
static void read_frames(struct refill *refill, float *samples, int64_t count)
{
  const int channels = refill->stream->channels;
  const int64_t made =
      refill->file ? reader_read(refill->file, samples, count) : 0;
  memset(samples + made * channels, 0,
         (size_t)((count - made) * channels) * sizeof(*samples));
  refill->file_frame += count;
}

/* Decodes forward to `frame`; false when there is still some way to go. */
static bool go_to(struct refill *refill, int64_t frame)
{
  if (frame < refill->file_frame || !refill->file) {
    open_file(refill);
  }
  float dropped[CHUNK_FRAMES * 2];
  int64_t left = MOST_SKIPPED_FRAMES;
  while (refill->file_frame < frame && left > 0) {
    const int64_t way = frame - refill->file_frame;
    const int64_t count = way < CHUNK_FRAMES ? way : CHUNK_FRAMES;
    read_frames(refill, dropped, count);
    left -= count;
  }
  return refill->file_frame == frame;
}

static void add_chunk(struct refill *refill, struct ring *ring)
{
  struct stream_chunk chunk;
  const int64_t left = refill->stream->frames - refill->file_frame;
  chunk.request = refill->request;
  chunk.first_frame = refill->file_frame;
  chunk.frames = left < CHUNK_FRAMES ? left : CHUNK_FRAMES;
  read_frames(refill, chunk.samples, chunk.frames);
  ring_write(ring, &chunk, 1);
}

static void run(struct refill *refill, struct stream_reader *reader)
{
  const struct stream *stream = refill->stream;
  const uint32_t request =
      atomic_load_explicit(&reader->request, memory_order_acquire);
  if (request == 0) {
    return;
  }
  int64_t frame = refill->file_frame;
  if (request != refill->request) {
    frame = atomic_load_explicit(&reader->wanted_frame, memory_order_relaxed);
  }
  while (ring_space(&reader->ring) > 0) {
    if (frame >= stream->frames) {
      frame = stream->head_frames;
    }
    if (!go_to(refill, frame)) {
      return;
    }
    refill->request = request;
    add_chunk(refill, &reader->ring);
    frame = refill->file_frame;
  }
}

void refills_run(struct refills *refills, struct stream *newest)
{
  for (struct stream *stream = newest; stream; stream = stream->older) {
    for (unsigned reader = 0; reader < STREAM_READERS; reader++) {
      struct refill *refill = find(refills, stream, reader);
      if (refill) {
        run(refill, &stream->readers[reader]);
      }
    }
  }
}
