/* Sound files as clips, each decoded once. */

#include "sound/store.h"

#include "base/vector.h"
#include "sound/decoded.h"
#include "sound/locate.h"
#include "sound/refill.h"
#include "sound/sound_reader.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Longer ones are streamed. */
#define LONGEST_CLIP_FRAMES ((int64_t)60 * FRAME_RATE)

/* Shipped beds begin with the last 50 ms of their loop and end with its first
   50 ms, so that resampling sees across the seam; both are cut off here. */
#define BED_MARGIN_FRAMES (FRAME_RATE / 20)

/* How long a loop that has a seam takes to fade into its beginning. */
#define SEAM_FRAMES (2 * FRAME_RATE)

struct held_sound {
  char *path;
  struct clip *clip; /* in the pool, as all it points to */
};

struct sound_store {
  struct pool *pool;
  struct held_sound *sounds;
  size_t count;
  size_t capacity;
  /* In the pool, so that a process that was forked earlier sees new ones. */
  _Atomic(struct stream *) *newest_stream;
  struct refills refills; /* of this process */
};

enum status sound_store_create(struct pool *pool, struct sound_store **store)
{
  struct sound_store *created = calloc(1, sizeof(*created));
  if (!created) {
    return STATUS_NO_MEMORY;
  }
  created->pool = pool;
  created->newest_stream = pool_take(pool, sizeof(*created->newest_stream));
  if (!created->newest_stream) {
    free(created);
    return STATUS_NO_MEMORY;
  }
  atomic_init(created->newest_stream, NULL);
  *store = created;
  return STATUS_OK;
}

void sound_store_destroy(struct sound_store *store)
{
  if (!store) {
    return;
  }
  refills_finish(&store->refills);
  for (size_t i = 0; i < store->count; i++) {
    pool_give_back(store->pool, store->sounds[i].clip->stream);
    pool_give_back(store->pool, store->sounds[i].clip);
    free(store->sounds[i].path);
  }
  free(store->sounds);
  pool_give_back(store->pool, store->newest_stream);
  free(store);
}

static int64_t smaller(int64_t a, int64_t b)
{
  return a < b ? a : b;
}

/* A clip with its samples behind it. */
static struct clip *make_clip(struct pool *pool, const float *samples,
                              int64_t frames, int channels)
{
  const size_t bytes = (size_t)(frames * channels) * sizeof(*samples);
  struct clip *clip = pool_take(pool, sizeof(*clip) + bytes);
  if (clip) {
    float *kept = (float *)(void *)(clip + 1);
    memcpy(kept, samples, bytes);
    *clip = (struct clip){.frames = frames,
                          .channels = channels,
                          .samples = kept,
                          .seam_frames = smaller(frames / 4, SEAM_FRAMES)};
  }
  return clip;
}

/* A stream with its rings, head and path behind it. */
static struct stream *make_stream(struct pool *pool, const char *path,
                                  const struct decoded *decoded)
{
  const int64_t head_frames = smaller(STREAM_HEAD_FRAMES, decoded->kept);
  const size_t head = (size_t)(head_frames * decoded->channels) * sizeof(float);
  const size_t chunks = RING_CHUNKS * sizeof(struct stream_chunk);
  struct stream *stream =
      pool_take(pool, sizeof(*stream) + STREAM_READERS * chunks + head +
                          strlen(path) + 1);
  if (!stream) {
    return NULL;
  }
  char *next = (char *)(stream + 1);
  for (int i = 0; i < STREAM_READERS; i++) {
    ring_init(&stream->readers[i].ring, next, RING_CHUNKS,
              sizeof(struct stream_chunk));
    next += chunks;
  }
  stream->head = memcpy(next, decoded->samples, head);
  stream->path = strcpy(next + head, path);
  stream->frames = decoded->frames;
  stream->head_frames = head_frames;
  stream->channels = decoded->channels;
  stream->marks = decoded->marks;
  return stream;
}

static struct clip *make_streamed(struct sound_store *store, const char *path,
                                  const struct decoded *decoded)
{
  struct stream *stream = make_stream(store->pool, path, decoded);
  struct clip *clip = stream ? pool_take(store->pool, sizeof(*clip)) : NULL;
  if (!clip) {
    pool_give_back(store->pool, stream);
    return NULL;
  }
  *clip = (struct clip){.frames = decoded->frames,
                        .channels = decoded->channels,
                        .stream = stream,
                        .seam_frames = SEAM_FRAMES};
  stream->older = atomic_load(store->newest_stream);
  atomic_store(store->newest_stream, stream);
  return clip;
}

static struct clip *make(struct sound_store *store, const char *path,
                         bool is_bed, const struct decoded *decoded)
{
  if (decoded->kept < decoded->frames) {
    return make_streamed(store, path, decoded);
  }
  if (is_bed && decoded->frames > 2 * BED_MARGIN_FRAMES) {
    struct clip *clip = make_clip(
        store->pool, decoded->samples + BED_MARGIN_FRAMES * decoded->channels,
        decoded->frames - 2 * BED_MARGIN_FRAMES, decoded->channels);
    if (clip) {
      clip->seam_frames = 0;
    }
    return clip;
  }
  return make_clip(store->pool, decoded->samples, decoded->frames,
                   decoded->channels);
}

/* Decodes the file and keeps it under its path, which it takes over if all goes
   well. */
static enum status load(struct sound_store *store, char *path, bool is_bed,
                        const struct clip **clip)
{
  if (!vector_reserve(&store->sounds, store->count, &store->capacity,
                      sizeof(*store->sounds))) {
    return STATUS_NO_MEMORY;
  }
  struct decoded decoded;
  const enum status status = decode_file(path, LONGEST_CLIP_FRAMES, &decoded);
  if (status != STATUS_OK) {
    return status;
  }
  struct clip *made = make(store, path, is_bed, &decoded);
  decoded_finish(&decoded);
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  store->sounds[store->count++] = (struct held_sound){path, made};
  *clip = made;
  return STATUS_OK;
}

/* The clip of a file that has been found. Takes the path over. */
static enum status hold(struct sound_store *store, char *path, bool is_bed,
                        const struct clip **clip)
{
  for (size_t i = 0; i < store->count; i++) {
    if (strcmp(store->sounds[i].path, path) == 0) {
      *clip = store->sounds[i].clip;
      free(path);
      return STATUS_OK;
    }
  }
  const enum status status = load(store, path, is_bed, clip);
  if (status != STATUS_OK) {
    free(path);
  }
  return status;
}

enum status sound_store_find(struct sound_store *store, const char *name,
                             const char *beside, const struct clip **clip)
{
  assert(name && clip);
  char *path;
  bool is_bed;
  const enum status status = locate_sound(name, beside, &path, &is_bed);
  return status == STATUS_OK ? hold(store, path, is_bed, clip) : status;
}

enum status sound_store_open(struct sound_store *store, const char *path,
                             const struct clip **clip)
{
  char *found;
  const enum status status = locate_file(path, &found);
  return status == STATUS_OK ? hold(store, found, false, clip) : status;
}

bool sound_store_refill(struct sound_store *store)
{
  return refills_run(&store->refills, atomic_load(store->newest_stream));
}

void sound_store_repair(struct sound_store *store)
{
  struct stream *stream = atomic_load(store->newest_stream);
  for (; stream; stream = stream->older) {
    stream_repair(stream);
  }
}
