/* Sound files through libsndfile. */

#include "render/sound_file.h"

#include "base/frames.h"
#include "system/atomic_file.h"
#include "system/files.h"
#include "system/log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <sndfile.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHANNELS 2
#define WAV_HEADER_BYTES 44
#define BLOCK_FRAMES 1024
#define FRAME_BYTES (CHANNELS * 2)

/* What a WAV file can count, less ample room for its tags and cue points. */
#define MOST_WAV_FRAMES ((int64_t)(UINT32_MAX - (1u << 20)) / FRAME_BYTES)

const char *const sound_file_formats[] = {"wav",  "flac", "ogg",
                                          "opus", "mp3",  NULL};

enum format { FORMAT_WAV, FORMAT_FLAC, FORMAT_OGG, FORMAT_OPUS, FORMAT_MP3 };

/* What libsndfile calls the formats. */
static const int sndfile_formats[] = {
    SF_FORMAT_WAV | SF_FORMAT_PCM_16,
    SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
    SF_FORMAT_OGG | SF_FORMAT_VORBIS,
    SF_FORMAT_OGG | SF_FORMAT_OPUS,
    SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III,
};

struct sound_file {
  struct sound_file_options options;
  enum format format;
  SNDFILE *sndfile;
  struct atomic_file target; /* of a file */
  int stream;                /* a descriptor; -1 for a file */
  sf_count_t streamed;       /* bytes written to it */
  sf_count_t position;       /* where libsndfile believes it is */
  bool owns_stream;
  bool is_rf64;
};

static bool find_format(const char *name, enum format *format)
{
  for (int i = 0; sound_file_formats[i]; i++) {
    if (strcasecmp(name, sound_file_formats[i]) == 0) {
      *format = (enum format)i;
      return true;
    }
  }
  return false;
}

bool sound_file_knows(const char *format)
{
  enum format found;
  return find_format(format, &found);
}

static bool choose_format(const struct sound_file_options *options,
                          bool is_stream, enum format *format)
{
  if (options->format) {
    return find_format(options->format, format);
  }
  const char *slash = strrchr(options->path, '/');
  const char *dot = strrchr(slash ? slash : options->path, '.');
  if (!dot && is_stream) {
    *format = FORMAT_WAV;
    return true;
  }
  return dot && find_format(dot + 1, format);
}

/* Standard output, or something that is there and is no ordinary file. */
static bool is_stream(const char *path)
{
  struct stat about;
  return strcmp(path, "-") == 0 ||
         (stat(path, &about) == 0 && !S_ISREG(about.st_mode) &&
          !S_ISDIR(about.st_mode));
}

static enum status open_target(struct sound_file *file, bool streams)
{
  const char *path = file->options.path;
  if (!streams) {
    return atomic_file_begin(&file->target, path);
  }
  file->owns_stream = strcmp(path, "-") != 0;
  file->stream =
      file->owns_stream ? open(path, O_WRONLY | O_CLOEXEC) : STDOUT_FILENO;
  return file->stream >= 0 ? STATUS_OK : file_write_error();
}

static void put(unsigned char *bytes, int count, uint32_t number)
{
  for (int i = 0; i < count; i++) {
    bytes[i] = (unsigned char)(number >> (8 * i) & 0xFF);
  }
}

/* A stream's length is not known when its header is written: the largest
   number stands for "to the end", as sox, ffmpeg and aplay understand it. */
static enum status write_stream_header(int stream)
{
  unsigned char header[WAV_HEADER_BYTES + 1] =
      "RIFF....WAVEfmt ....................data....";
  put(header + 4, 4, UINT32_MAX);
  put(header + 16, 4, 16);
  put(header + 20, 2, 1);
  put(header + 22, 2, CHANNELS);
  put(header + 24, 4, FRAME_RATE);
  put(header + 28, 4, FRAME_RATE * CHANNELS * 2);
  put(header + 32, 2, CHANNELS * 2);
  put(header + 34, 2, 16);
  put(header + 40, 4, UINT32_MAX);
  return write(stream, header, WAV_HEADER_BYTES) == WAV_HEADER_BYTES
             ? STATUS_OK
             : file_write_error();
}

static void set_tag(SNDFILE *sndfile, int kind, const char *words)
{
  if (words && words[0]) {
    sf_set_string(sndfile, kind, words);
  }
}

/* Of the encoders' range, 0 being the largest file. Spoken words want less than
   music: about 90 kbit/s each, at which the loudness stays within 0.1 dB. */
static const double compression[] = {0, 0.5, 0.6, 0.82, 0.4};

/* A stream cannot go back: what would rewrite it, such as the header of a FLAC
   file at its end, is dropped. Left to itself, libsndfile appends it. */
static sf_count_t seek_stream(sf_count_t offset, int whence, void *context)
{
  struct sound_file *file = context;
  const sf_count_t bases[] = {
      [SEEK_SET] = 0, [SEEK_CUR] = file->position, [SEEK_END] = file->streamed};
  file->position = bases[whence] + offset;
  return file->position;
}

static sf_count_t tell_stream(void *context)
{
  const struct sound_file *file = context;
  return file->position;
}

static sf_count_t measure_stream(void *context)
{
  const struct sound_file *file = context;
  return file->streamed;
}

static sf_count_t read_stream(void *bytes, sf_count_t count, void *context)
{
  (void)bytes;
  (void)count;
  (void)context;
  return 0;
}

static sf_count_t write_stream(const void *bytes, sf_count_t count,
                               void *context)
{
  struct sound_file *file = context;
  if (file->position != file->streamed) {
    file->position += count;
    return count;
  }
  const char *next = bytes;
  for (sf_count_t left = count; left > 0;) {
    const ssize_t written = write(file->stream, next, (size_t)left);
    if (written < 0 && errno != EINTR) {
      return count - left;
    }
    next += written > 0 ? written : 0;
    left -= written > 0 ? written : 0;
  }
  file->streamed += count;
  file->position = file->streamed;
  return count;
}

static SNDFILE *open_stream(struct sound_file *file, SF_INFO *info)
{
  SF_VIRTUAL_IO stream = {measure_stream, seek_stream, read_stream,
                          write_stream, tell_stream};
  return sf_open_virtual(&stream, SFM_WRITE, info, file);
}

static enum status open_sndfile(struct sound_file *file)
{
  const bool streams = file->stream >= 0;
  SF_INFO info = {.samplerate = FRAME_RATE,
                  .channels = CHANNELS,
                  .format = sndfile_formats[file->format]};
  const int64_t frames = file->options.chapters.frames;
  if (streams && file->format == FORMAT_WAV) {
    const enum status status = write_stream_header(file->stream);
    if (status != STATUS_OK) {
      return status;
    }
    info.format = SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE;
  } else if (file->format == FORMAT_WAV && frames > MOST_WAV_FRAMES) {
    info.format = SF_FORMAT_RF64 | SF_FORMAT_PCM_16;
  }
  file->sndfile =
      streams ? open_stream(file, &info)
              : sf_open_fd(file->target.file, SFM_WRITE, &info, SF_FALSE);
  if (!file->sndfile) {
    log_failure("libsndfile", sf_strerror(NULL));
    return STATUS_WRITE_FAILED;
  }
  sf_command(file->sndfile, SFC_SET_CLIPPING, NULL, SF_TRUE);
  double level = compression[file->format];
  sf_command(file->sndfile, SFC_SET_COMPRESSION_LEVEL, &level, sizeof(level));
  if (streams || file->format != FORMAT_MP3) {
    set_tag(file->sndfile, SF_STR_TITLE, file->options.title);
    set_tag(file->sndfile, SF_STR_ARTIST, file->options.artist);
    set_tag(file->sndfile, SF_STR_COMMENT, file->options.comment);
  }
  return STATUS_OK;
}

enum status sound_file_create(const struct sound_file_options *options,
                              struct sound_file **file)
{
  const bool streams = is_stream(options->path);
  enum format format;
  if (!choose_format(options, streams, &format)) {
    return STATUS_UNSUPPORTED;
  }
  struct sound_file *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->options = *options;
  made->format = format;
  made->target.file = -1;
  made->stream = -1;
  enum status status = open_target(made, streams);
  if (status == STATUS_OK) {
    status = open_sndfile(made);
  }
  if (status != STATUS_OK) {
    sound_file_destroy(made);
    return status;
  }
  *file = made;
  return STATUS_OK;
}

/* Rounded here, since libsndfile rounds differently from format to format. */
static bool write_rounded(SNDFILE *sndfile, const float *stereo, int64_t frames)
{
  short rounded[BLOCK_FRAMES * CHANNELS];
  while (frames > 0) {
    const int64_t count = frames < BLOCK_FRAMES ? frames : BLOCK_FRAMES;
    for (int64_t i = 0; i < count * CHANNELS; i++) {
      const float level = fminf(fmaxf(stereo[i], -1), 1);
      rounded[i] = (short)lrintf(level * SHRT_MAX);
    }
    if (sf_writef_short(sndfile, rounded, count) != count) {
      return false;
    }
    stereo += count * CHANNELS;
    frames -= count;
  }
  return true;
}

enum status sound_file_write(struct sound_file *file, const float *stereo,
                             int64_t frames)
{
  const bool is_exact =
      file->format == FORMAT_WAV || file->format == FORMAT_FLAC;
  errno = 0;
  const bool written =
      is_exact ? write_rounded(file->sndfile, stereo, frames)
               : sf_writef_float(file->sndfile, stereo, frames) == frames;
  if (!written) {
    log_failure("libsndfile", sf_strerror(file->sndfile));
  }
  return written ? STATUS_OK : file_write_error();
}

static enum status add_chapters(struct sound_file *file)
{
  const struct sound_file_options *options = &file->options;
  const struct chapters *chapters = &options->chapters;
  struct atomic_file *target = &file->target;
  const struct mp3_tags tags = {options->title, options->artist,
                                options->comment};
  switch (file->format) {
  case FORMAT_WAV:
    return chapters_add_to_wav(target, chapters);
  case FORMAT_FLAC:
    return chapters_add_to_flac(target, chapters);
  case FORMAT_OGG:
  case FORMAT_OPUS:
    return chapters_add_to_ogg(target, chapters);
  case FORMAT_MP3:
    return chapters_add_to_mp3(target, chapters, &tags);
  }
  return STATUS_UNSUPPORTED;
}

/* Closing writes what the encoder still holds; what fails there, only errno
   tells. */
static enum status close_sndfile(struct sound_file *file)
{
  errno = 0;
  const int failed = sf_close(file->sndfile);
  file->sndfile = NULL;
  const bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
  return failed != 0 || is_full ? file_write_error() : STATUS_OK;
}

static bool begins_as_rf64(int descriptor)
{
  char kind[4];
  return pread(descriptor, kind, sizeof(kind), 0) == sizeof(kind) &&
         memcmp(kind, "RF64", sizeof(kind)) == 0;
}

enum status sound_file_finish(struct sound_file *file)
{
  enum status status = close_sndfile(file);
  if (status != STATUS_OK || file->stream >= 0) {
    return status;
  }
  file->is_rf64 = begins_as_rf64(file->target.file);
  status = add_chapters(file);
  return status == STATUS_OK ? atomic_file_publish(&file->target) : status;
}

bool sound_file_is_rf64(const struct sound_file *file)
{
  return file->is_rf64;
}

void sound_file_destroy(struct sound_file *file)
{
  if (!file) {
    return;
  }
  if (file->sndfile) {
    sf_close(file->sndfile);
  }
  if (file->owns_stream && file->stream >= 0) {
    close(file->stream);
  }
  atomic_file_finish(&file->target);
  free(file);
}
