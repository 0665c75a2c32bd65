/* A whole sound file, decoded in a process of its own. */

#include "sound/decoded.h"

#include "sound/sound_reader.h"
#include "system/child.h"
#include "system/log.h"
#include "system/now.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define BLOCK_FRAMES 4096

/* A block takes a millisecond or two, a mark some ten. */
#define STALL_MILLISECONDS 2000

/* An hour of Opus takes 2 s. */
#define MOST_PROVING_MS 20000

/* What the decoding process sends: a block, or how it all ended. */
struct block {
  enum status status;
  bool is_last;
  bool has_samples; /* they follow, `frames` times `channels` */
  int channels;
  int64_t frames;
  float samples[BLOCK_FRAMES * 2];
};

#define HEAD_BYTES offsetof(struct block, samples)

void decoded_finish(struct decoded *decoded)
{
  free(decoded->samples);
  *decoded = (struct decoded){0};
}

static void send_bytes(int pipe, const void *bytes, size_t length)
{
  const char *next = bytes;
  while (length > 0) {
    const ssize_t written = write(pipe, next, length);
    if (written < 0 && errno != EINTR) {
      _exit(1);
    }
    next += written > 0 ? written : 0;
    length -= written > 0 ? (size_t)written : 0;
  }
}

static void send_block(int pipe, const struct block *block)
{
  const size_t samples =
      block->has_samples ? (size_t)(block->frames * block->channels) : 0;
  send_bytes(pipe, block, HEAD_BYTES + samples * sizeof(float));
}

static enum status send_frames(int pipe, struct reader *reader,
                               int64_t most_kept, struct survey *survey,
                               int64_t *frames)
{
  struct block block = {.channels = reader_channels(reader)};
  int64_t total = 0;
  do {
    block.frames = reader_read(reader, block.samples, BLOCK_FRAMES);
    survey_note(survey, total, block.samples, block.frames);
    total += block.frames;
    block.has_samples = block.frames > 0 && total - block.frames < most_kept;
    send_block(pipe, &block);
  } while (block.frames > 0 && total <= LONGEST_SOUND_FRAMES);
  if (total > LONGEST_SOUND_FRAMES) {
    return STATUS_TOO_LARGE;
  }
  *frames = total;
  return total > 0 ? STATUS_OK : STATUS_EMPTY_SOUND;
}

/* A byte a mark, from the last on: what hangs shall hang soon. */
static void send_marks(int pipe, struct reader *reader,
                       const struct survey *survey, int64_t frames)
{
  const struct reader_version version = reader_version(reader);
  const int64_t end_ms = now_ms() + MOST_PROVING_MS;
  send_bytes(pipe, &version, sizeof(version));
  for (int64_t mark = marks_count(frames) - 1; mark > 0; mark--) {
    const bool proved =
        now_ms() < end_ms && survey_proves(survey, reader, mark);
    send_bytes(pipe, &proved, sizeof(proved));
  }
}

static void send_sound(int pipe, struct reader *reader, int64_t most_kept)
{
  struct survey *survey = survey_create(reader_channels(reader));
  int64_t frames = 0;
  const enum status status =
      survey ? send_frames(pipe, reader, most_kept, survey, &frames)
             : STATUS_NO_MEMORY;
  send_block(pipe, &(struct block){.status = status, .is_last = true});
  if (status == STATUS_OK && frames > most_kept) {
    send_marks(pipe, reader, survey, frames);
  }
  survey_destroy(survey);
}

/* What the process is asked for. */
struct request {
  const char *path;
  int64_t most_kept;
};

static void decode(int pipe, const void *context)
{
  const struct request *request = context;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, STDOUT_FILENO);
  if (!log_is_on()) {
    dup2(nowhere, STDERR_FILENO);
  }
  struct reader *reader;
  const enum status status = reader_create(request->path, &reader);
  if (status == STATUS_OK) {
    send_sound(pipe, reader, request->most_kept);
  } else {
    send_block(pipe, &(struct block){.status = status, .is_last = true});
  }
}

static bool receive_bytes(int pipe, void *bytes, size_t length)
{
  char *next = bytes;
  while (length > 0) {
    struct pollfd wait = {.fd = pipe, .events = POLLIN};
    const int ready = poll(&wait, 1, STALL_MILLISECONDS);
    const ssize_t count = ready > 0 ? read(pipe, next, length) : 0;
    if (ready == 0 || (ready > 0 && count == 0)) {
      return false;
    }
    if ((ready < 0 || count < 0) && errno != EINTR) {
      return false;
    }
    next += count > 0 ? count : 0;
    length -= count > 0 ? (size_t)count : 0;
  }
  return true;
}

/* Makes room for a block and reads its samples there. */
static enum status keep_samples(int pipe, const struct block *head,
                                struct decoded *decoded, int64_t *room)
{
  if (decoded->kept + head->frames > *room) {
    const int64_t wanted = 2 * *room + BLOCK_FRAMES;
    float *moved = realloc(decoded->samples,
                           (size_t)(wanted * head->channels) * sizeof(*moved));
    if (!moved) {
      return STATUS_NO_MEMORY;
    }
    decoded->samples = moved;
    *room = wanted;
  }
  float *next = decoded->samples + decoded->kept * head->channels;
  const size_t bytes = (size_t)(head->frames * head->channels) * sizeof(*next);
  if (!receive_bytes(pipe, next, bytes)) {
    return STATUS_BAD_SOUND;
  }
  decoded->kept += head->frames;
  return STATUS_OK;
}

/* One that stops half way has met a place that hangs, and is not believed in
   the others either. */
static void collect_marks(int pipe, int64_t frames, struct marks *marks)
{
  bool whole = receive_bytes(pipe, &marks->version, sizeof(marks->version));
  for (int64_t mark = marks_count(frames) - 1; whole && mark > 0; mark--) {
    whole = receive_bytes(pipe, &marks->proved[mark], sizeof(bool));
  }
  if (!whole) {
    *marks = (struct marks){0};
  }
}

static enum status collect(int pipe, struct decoded *decoded)
{
  struct block head;
  int64_t room = 0;
  for (;;) {
    if (!receive_bytes(pipe, &head, HEAD_BYTES)) {
      return STATUS_BAD_SOUND;
    }
    if (head.is_last) {
      return head.status;
    }
    decoded->channels = head.channels;
    decoded->frames += head.frames;
    if (head.has_samples) {
      const enum status status = keep_samples(pipe, &head, decoded, &room);
      if (status != STATUS_OK) {
        return status;
      }
    }
  }
}

enum status decode_file(const char *path, int64_t most_kept,
                        struct decoded *decoded)
{
  const struct request request = {.path = path, .most_kept = most_kept};
  struct child child;
  enum status status = child_start(&child, decode, &request);
  if (status != STATUS_OK) {
    return status;
  }
  struct decoded made = {0};
  status = collect(child.pipe, &made);
  if (status == STATUS_OK && made.frames > most_kept) {
    collect_marks(child.pipe, made.frames, &made.marks);
  }
  child_finish(&child);
  if (status != STATUS_OK) {
    decoded_finish(&made);
    return status;
  }
  made.kept = made.kept < most_kept ? made.kept : most_kept;
  *decoded = made;
  return STATUS_OK;
}
