/* What a stream is made of: between the audio thread that reads it and the
   store that keeps it full. Everything lies in the pool. */

#ifndef SUPINE_SOUND_STREAM_PARTS_H
#define SUPINE_SOUND_STREAM_PARTS_H

#include "base/ring.h"
#include "sound/marks.h"
#include "sound/stream.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdint.h>

#define CHUNK_FRAMES 1024

/* 2.7 s. */
#define RING_CHUNKS 128
#define RING_FRAMES (RING_CHUNKS * CHUNK_FRAMES)

static_assert((RING_CHUNKS & (RING_CHUNKS - 1)) == 0, "a power of two");

struct stream_chunk {
  uint32_t request; /* which one it answers */
  int64_t first_frame;
  int64_t frames;
  float samples[CHUNK_FRAMES * 2];
};

struct stream_reader {
  /* Both threads. A request is a new number, stored after its frame. */
  struct ring ring; /* of struct stream_chunk */
  atomic_llong wanted_frame;
  atomic_uint request; /* 0: never read */
  /* Audio thread. */
  struct stream_chunk current;
  int64_t next_frame; /* what comes out of the ring next, if all goes well */
  int64_t expected_frame; /* what is read next, if nothing jumps */
  float last[2];          /* sample of each channel, where it breaks off */
  int32_t fall_frames;    /* still to come where it does */
  int32_t rise_frames;    /* still to come after it did */
};

struct stream {
  struct stream *older; /* in the list of the store */
  const char *path;
  int64_t frames;
  int64_t head_frames; /* up to there it is in `head` */
  const float *head;
  struct marks marks;
  int channels;
  struct stream_reader readers[STREAM_READERS];
  atomic_llong missing_frames;
};

#endif
