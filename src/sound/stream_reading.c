/* The audio thread's side of a long sound. */

#include "sound/stream.h"
#include "sound/stream_parts.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* What comes back after a gap rises like anything that begins, and what breaks
   off falls, if faster, from its last sample: the gap has no edges. */
#define RISE_FRAMES (FRAME_RATE * 3 / 100)
#define FALL_FRAMES (FRAME_RATE / 200)

/* What still stands in the ring is not wanted any more, and would keep the
   answer out. */
static void ask_for(struct stream_reader *reader, int64_t frame)
{
  ring_skip(&reader->ring, RING_CHUNKS);
  reader->next_frame = frame;
  atomic_store_explicit(&reader->wanted_frame, frame, memory_order_relaxed);
  atomic_fetch_add_explicit(&reader->request, 1, memory_order_release);
}

static bool holds(const struct stream_reader *reader, int64_t frame)
{
  const struct stream_chunk *chunk = &reader->current;
  return chunk->request ==
             atomic_load_explicit(&reader->request, memory_order_relaxed) &&
         frame >= chunk->first_frame &&
         frame < chunk->first_frame + chunk->frames;
}

/* Brings the chunk with `frame` up, or says that it is not there. Chunks that
   answer an older request fall away here. */
static bool bring_up(struct stream_reader *reader, int64_t frame)
{
  while (!holds(reader, frame)) {
    if (ring_read(&reader->ring, &reader->current, 1) == 0) {
      return false;
    }
  }
  return true;
}

/* What is missing is on its way unless the reader has jumped: it may have gone
   a little ahead while the file was being read up to there. */
static void ask_if_jumped(struct stream_reader *reader, int64_t frame)
{
  const bool is_underway =
      atomic_load_explicit(&reader->request, memory_order_relaxed) != 0 &&
      frame >= reader->next_frame && frame < reader->next_frame + RING_FRAMES;
  if (!is_underway) {
    ask_for(reader, frame);
  }
}

static void keep_last(struct stream_reader *reader, int channels,
                      const float *samples, int64_t frames)
{
  memcpy(reader->last, samples + (frames - 1) * channels,
         (size_t)channels * sizeof(*samples));
  reader->fall_frames = FALL_FRAMES;
}

static void fall(struct stream_reader *reader, int channels, float *samples,
                 int64_t frames)
{
  for (int64_t i = 0; i < frames && reader->fall_frames > 0; i++) {
    reader->fall_frames--;
    for (int channel = 0; channel < channels; channel++) {
      samples[i * channels + channel] =
          reader->last[channel] * (float)reader->fall_frames / FALL_FRAMES;
    }
  }
}

static void rise(struct stream_reader *reader, int channels, float *samples,
                 int64_t frames)
{
  for (int64_t i = 0; i < frames && reader->rise_frames > 0; i++) {
    const float left = (float)reader->rise_frames-- / RISE_FRAMES;
    const float gain = (1.0f - left) * (1.0f - left) * (1.0f + 2.0f * left);
    for (int channel = 0; channel < channels; channel++) {
      samples[i * channels + channel] *= gain;
    }
  }
}

/* Silence, but for the end of what sounded up to here. */
static void break_off(struct stream *stream, struct stream_reader *reader,
                      float *samples, int64_t frames)
{
  memset(samples, 0, (size_t)(frames * stream->channels) * sizeof(*samples));
  fall(reader, stream->channels, samples, frames);
  reader->rise_frames = RISE_FRAMES;
  atomic_fetch_add_explicit(&stream->missing_frames, frames,
                            memory_order_relaxed);
}

/* Up to `room` frames from the ring; what is not there is silent. */
static int64_t read_ring(struct stream *stream, struct stream_reader *reader,
                         int64_t frame, float *samples, int64_t room)
{
  if (!bring_up(reader, frame)) {
    ask_if_jumped(reader, frame);
    break_off(stream, reader, samples, room);
    return room;
  }
  const struct stream_chunk *chunk = &reader->current;
  const int64_t skipped = frame - chunk->first_frame;
  const int64_t left = chunk->frames - skipped;
  const int64_t count = left < room ? left : room;
  memcpy(samples, chunk->samples + skipped * stream->channels,
         (size_t)(count * stream->channels) * sizeof(*samples));
  rise(reader, stream->channels, samples, count);
  keep_last(reader, stream->channels, samples, count);
  reader->next_frame = frame + count;
  if (reader->next_frame == stream->frames) {
    reader->next_frame = stream->head_frames;
  }
  return count;
}

/* Up to `room` frames from memory. In the second half of the head it sees to it
   that the ring goes on where the head ends; not before, since a loop is read
   at both ends at once while one fades into the other. */
static int64_t read_head(const struct stream *stream,
                         struct stream_reader *reader, int64_t frame,
                         float *samples, int64_t room)
{
  const int64_t left = stream->head_frames - frame;
  const int64_t count = left < room ? left : room;
  memcpy(samples, stream->head + frame * stream->channels,
         (size_t)(count * stream->channels) * sizeof(*samples));
  keep_last(reader, stream->channels, samples, count);
  const bool is_ready =
      reader->next_frame == stream->head_frames &&
      atomic_load_explicit(&reader->request, memory_order_relaxed) != 0;
  if (frame + count > stream->head_frames / 2 && !is_ready) {
    ask_for(reader, stream->head_frames);
  }
  return count;
}

void stream_read(struct stream *stream, unsigned reader, int64_t frame,
                 float *samples, uint32_t frames)
{
  assert(reader < STREAM_READERS && frame >= 0);
  struct stream_reader *mine = &stream->readers[reader % STREAM_READERS];
  int64_t next = frame % stream->frames;
  int64_t left = frames;
  if (next != mine->expected_frame) {
    mine->fall_frames = 0;
  }
  while (left > 0) {
    const int64_t end =
        next < stream->head_frames ? stream->head_frames : stream->frames;
    const int64_t room = left < end - next ? left : end - next;
    const int64_t count = next < stream->head_frames
                              ? read_head(stream, mine, next, samples, room)
                              : read_ring(stream, mine, next, samples, room);
    samples += count * stream->channels;
    left -= count;
    next = (next + count) % stream->frames;
  }
  mine->expected_frame = next;
}

void stream_prepare(struct stream *stream, unsigned reader, int64_t frame)
{
  struct stream_reader *mine = &stream->readers[reader % STREAM_READERS];
  const int64_t next = frame % stream->frames;
  if (next >= stream->head_frames && !holds(mine, next)) {
    ask_if_jumped(mine, next);
  }
}

/* A killed reader may have left half a chunk, and half a request. It had gone
   less than a chunk beyond the place it goes on from. */
void stream_repair(struct stream *stream)
{
  for (int i = 0; i < STREAM_READERS; i++) {
    struct stream_reader *reader = &stream->readers[i];
    if (atomic_load(&reader->request) != 0) {
      const int64_t frame = reader->next_frame - CHUNK_FRAMES;
      reader->fall_frames = 0;
      ask_for(reader,
              frame > stream->head_frames ? frame : stream->head_frames);
    }
  }
}

int64_t stream_missing_frames(const struct stream *stream)
{
  return atomic_load_explicit(&stream->missing_frames, memory_order_relaxed);
}
