/* The reading side of long sounds: keeps their rings full from the files. */

#include "sound/refill.h"

#include "sound/sound_reader.h"

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
  refill->has_marks = false;
  refill->file_frame = 0;
  struct reader *opened;
  if (reader_create(refill->stream->path, &opened) != STATUS_OK) {
    return;
  }
  if (reader_channels(opened) != refill->stream->channels) {
    reader_destroy(opened);
    return;
  }
  const struct reader_version now = reader_version(opened);
  const struct reader_version *then = &refill->stream->marks.version;
  refill->has_marks =
      now.bytes == then->bytes && now.modified_ns == then->modified_ns;
  refill->file = opened;
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

/* Goes to the last mark before `frame` where that saves some way. */
static void approach(struct refill *refill, int64_t frame)
{
  const int64_t mark =
      refill->has_marks ? marks_before(&refill->stream->marks, frame) : 0;
  const bool is_behind = refill->file_frame <= frame;
  if (is_behind && mark <= refill->file_frame) {
    return;
  }
  if (mark > 0 && reader_go_to(refill->file, mark / FRAME_RATE)) {
    refill->file_frame = mark;
    return;
  }
  open_file(refill);
  /* A mark that does not hold what it promised is not tried again. */
  refill->has_marks = refill->has_marks && mark == 0;
}

/* Goes to the last mark before `frame` and decodes forward from there; false
   when there is still some way to go. */
static bool go_to(struct refill *refill, int64_t frame)
{
  float dropped[CHUNK_FRAMES * 2];
  int64_t left = MOST_SKIPPED_FRAMES;
  if (!refill->file) {
    open_file(refill);
  }
  approach(refill, frame);
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

/* False when a place further on has still to be reached. */
static bool run(struct refill *refill, struct stream_reader *reader)
{
  const struct stream *stream = refill->stream;
  const uint32_t request =
      atomic_load_explicit(&reader->request, memory_order_acquire);
  if (request == 0) {
    return true;
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
      return false;
    }
    refill->request = request;
    add_chunk(refill, &reader->ring);
    frame = refill->file_frame;
  }
  return true;
}

bool refills_run(struct refills *refills, struct stream *newest)
{
  bool is_done = true;
  for (struct stream *stream = newest; stream; stream = stream->older) {
    for (unsigned reader = 0; reader < STREAM_READERS; reader++) {
      struct refill *refill = find(refills, stream, reader);
      if (refill) {
        is_done = run(refill, &stream->readers[reader]) && is_done;
      }
    }
  }
  return is_done;
}
