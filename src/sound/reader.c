/* A sound file read forward, at FRAME_RATE, in one or two channels. */

#include "sound/reader.h"

#include "base/files.h"
#include "base/log.h"
#include "sound/resample.h"

#include <fcntl.h>
#include <math.h>
#include <sndfile.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_CHANNELS 8
#define LOWEST_RATE 8000
#define HIGHEST_RATE 192000
#define BLOCK_FRAMES 4096

struct reader {
  SNDFILE *file;
  struct resampler *resampler;
  struct reader_version version;
  int rate;
  int file_channels;
  int channels;
  bool is_noisy;    /* its decoder prints */
  bool is_at_end;   /* of the file; the resampler may still hold frames */
  int64_t waiting;  /* frames in `folded` that the resampler has not taken */
  int64_t position; /* the first of them */
  float block[BLOCK_FRAMES * MOST_CHANNELS];
  float folded[BLOCK_FRAMES * 2];
};

/* How much of each channel goes left and right, for channels in the order of
   WAVEFORMATEXTENSIBLE: front left, right, centre, low, back left and right,
   side left and right (ITU-R BS.775-3, annex 4; the low channel is left out).
 */
static const struct gains {
  float left;
  float right;
} fold[MOST_CHANNELS + 1][MOST_CHANNELS] = {
    [3] = {{1, 0}, {0, 1}, {0.7071f, 0.7071f}},
    [4] = {{1, 0}, {0, 1}, {0.7071f, 0}, {0, 0.7071f}},
    [5] = {{1, 0}, {0, 1}, {0.7071f, 0.7071f}, {0.7071f, 0}, {0, 0.7071f}},
    [6] = {{1, 0},
           {0, 1},
           {0.7071f, 0.7071f},
           {0, 0},
           {0.7071f, 0},
           {0, 0.7071f}},
    [7] = {{1, 0},
           {0, 1},
           {0.7071f, 0.7071f},
           {0, 0},
           {0.5f, 0.5f},
           {0.7071f, 0},
           {0, 0.7071f}},
    [8] = {{1, 0},
           {0, 1},
           {0.7071f, 0.7071f},
           {0, 0},
           {0.7071f, 0},
           {0, 0.7071f},
           {0.7071f, 0},
           {0, 0.7071f}},
};

/* What libmpg123 says about damaged files is not for the listener, and
   libsndfile has no way to ask it for silence. Nothing else is written
   meanwhile: reading happens on the main thread or in a process of its own.
   Returns what hush_end() needs. */
static int hush_begin(void)
{
  const int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) {
    dup2(nowhere, STDERR_FILENO);
  }
  if (nowhere >= 0) {
    close(nowhere);
  }
  return kept;
}

static void hush_end(int kept)
{
  if (kept >= 0) {
    dup2(kept, STDERR_FILENO);
    close(kept);
  }
}

static enum status open_file(const char *path, int *file,
                             struct reader_version *version)
{
  int opened;
  const enum status status = file_open_input(path, &opened);
  if (status != STATUS_OK) {
    return status;
  }
  struct stat facts;
  if (fstat(opened, &facts) != 0) {
    close(opened);
    return STATUS_READ_FAILED;
  }
  *version = (struct reader_version){
      .bytes = facts.st_size,
      .modified_ns =
          (int64_t)facts.st_mtim.tv_sec * 1000000000 + facts.st_mtim.tv_nsec};
  *file = opened;
  return STATUS_OK;
}

static bool is_known_format(int format)
{
  switch (format & SF_FORMAT_TYPEMASK) {
  case SF_FORMAT_WAV:
  case SF_FORMAT_WAVEX:
  case SF_FORMAT_FLAC:
  case SF_FORMAT_OGG:
  case SF_FORMAT_MPEG:
    return true;
  default:
    return false;
  }
}

static bool is_acceptable(const SF_INFO *info)
{
  return is_known_format(info->format) && info->channels >= 1 &&
         info->channels <= MOST_CHANNELS && info->samplerate >= LOWEST_RATE &&
         info->samplerate <= HIGHEST_RATE;
}

static enum status fill_in(struct reader *reader, int file)
{
  SF_INFO info = {0};
  const int hush = hush_begin();
  reader->file = sf_open_fd(file, SFM_READ, &info, SF_TRUE);
  hush_end(hush);
  if (!reader->file) {
    log_failure("libsndfile", sf_strerror(NULL));
  }
  if (!reader->file || !is_acceptable(&info)) {
    return STATUS_BAD_SOUND;
  }
  reader->is_noisy = (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_MPEG;
  reader->rate = info.samplerate;
  reader->file_channels = info.channels;
  reader->channels = info.channels == 1 ? 1 : 2;
  return resampler_create(info.samplerate, reader->channels,
                          &reader->resampler);
}

enum status reader_create(const char *path, struct reader **reader)
{
  int file;
  struct reader_version version;
  enum status status = open_file(path, &file, &version);
  if (status != STATUS_OK) {
    return status;
  }
  struct reader *created = calloc(1, sizeof(*created));
  if (!created) {
    close(file);
    return STATUS_NO_MEMORY;
  }
  created->version = version;
  status = fill_in(created, file);
  if (status != STATUS_OK) {
    reader_destroy(created);
    return status;
  }
  *reader = created;
  return STATUS_OK;
}

void reader_destroy(struct reader *reader)
{
  if (reader) {
    if (reader->file) {
      sf_close(reader->file);
    }
    resampler_destroy(reader->resampler);
    free(reader);
  }
}

int reader_channels(const struct reader *reader)
{
  return reader->channels;
}

struct reader_version reader_version(const struct reader *reader)
{
  return reader->version;
}

/* Files of floats may hold anything. */
static float tame(float sample)
{
  return isfinite(sample) ? fminf(fmaxf(sample, -1), 1) : 0;
}

static void fold_frame(const struct reader *reader, const float *in, float *out)
{
  const struct gains *gains = fold[reader->file_channels];
  float left = 0;
  float right = 0;
  float most = 0;
  for (int i = 0; i < reader->file_channels; i++) {
    left += gains[i].left * tame(in[i]);
    right += gains[i].right * tame(in[i]);
    most += gains[i].left;
  }
  out[0] = left / most;
  out[1] = right / most;
}

static void read_block(struct reader *reader)
{
  const int hush = reader->is_noisy ? hush_begin() : -1;
  const sf_count_t count =
      sf_readf_float(reader->file, reader->block, BLOCK_FRAMES);
  hush_end(hush);
  reader->position = 0;
  reader->waiting = count > 0 ? count : 0;
  reader->is_at_end = reader->waiting == 0;
  if (reader->file_channels <= 2) {
    for (int64_t i = 0; i < reader->waiting * reader->channels; i++) {
      reader->folded[i] = tame(reader->block[i]);
    }
    return;
  }
  for (int64_t i = 0; i < reader->waiting; i++) {
    fold_frame(reader, reader->block + i * reader->file_channels,
               reader->folded + i * 2);
  }
}

int64_t reader_read(struct reader *reader, float *samples, int64_t room)
{
  int64_t made = 0;
  while (made < room) {
    if (reader->waiting == 0 && !reader->is_at_end) {
      read_block(reader);
    }
    size_t taken;
    size_t given;
    const float *next = reader->folded + reader->position * reader->channels;
    resampler_process(reader->resampler, reader->is_at_end ? NULL : next,
                      (size_t)reader->waiting, &taken,
                      samples + made * reader->channels, (size_t)(room - made),
                      &given);
    reader->position += (int64_t)taken;
    reader->waiting -= (int64_t)taken;
    made += (int64_t)given;
    if (reader->is_at_end && given == 0) {
      break;
    }
  }
  return made;
}

static bool seek(struct reader *reader, int64_t frame)
{
  const int hush = reader->is_noisy ? hush_begin() : -1;
  const sf_count_t reached = sf_seek(reader->file, frame, SEEK_SET);
  hush_end(hush);
  return reached == frame;
}

bool reader_go_to(struct reader *reader, int64_t second)
{
  const int64_t run_up = second - READER_RUN_UP_S;
  struct resampler *fresh;
  if (run_up < 0 || !seek(reader, run_up * reader->rate) ||
      resampler_create(reader->rate, reader->channels, &fresh) != STATUS_OK) {
    return false;
  }
  resampler_destroy(reader->resampler);
  reader->resampler = fresh;
  reader->waiting = 0;
  reader->is_at_end = false;
  float dropped[2 * 1000];
  for (int i = 0; i < READER_RUN_UP_S * FRAME_RATE / 1000; i++) {
    if (reader_read(reader, dropped, 1000) != 1000) {
      return false;
    }
  }
  return true;
}
