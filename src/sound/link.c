/* One stretch of sound in a file, read forward by libsndfile. */

#include "sound/link.h"

#include "sound/fold.h"
#include "system/log.h"

#include <fcntl.h>
#include <sndfile.h>
#include <stdlib.h>
#include <unistd.h>

#define LOWEST_RATE 8000
#define HIGHEST_RATE 192000

struct link {
  SNDFILE *file;
  struct view view;
  struct fold fold;
  int rate;
  bool is_noisy; /* its decoder prints */
  float block[LINK_BLOCK_FRAMES * MOST_CHANNELS];
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

static sf_count_t view_length(void *context)
{
  const struct view *view = context;
  return view->length;
}

static sf_count_t view_seek(sf_count_t offset, int whence, void *context)
{
  struct view *view = context;
  const int64_t from = whence == SEEK_SET   ? 0
                       : whence == SEEK_CUR ? view->position
                                            : view->length;
  if (offset < -from || offset > INT64_MAX - from) {
    return -1;
  }
  view->position = from + offset;
  return view->position;
}

static sf_count_t view_read_on(void *bytes, sf_count_t count, void *context)
{
  struct view *view = context;
  const size_t done =
      count > 0 ? view_read(view, view->position, bytes, (size_t)count) : 0;
  view->position += (int64_t)done;
  return (sf_count_t)done;
}

static sf_count_t view_tell(void *context)
{
  const struct view *view = context;
  return view->position;
}

static SF_VIRTUAL_IO view_calls = {.get_filelen = view_length,
                                   .seek = view_seek,
                                   .read = view_read_on,
                                   .tell = view_tell};

/* Of what libsndfile knows, what people have; the rest would be more code for
   hostile files to try. */
static bool is_known_format(int format)
{
  switch (format & SF_FORMAT_TYPEMASK) {
  case SF_FORMAT_WAV:
  case SF_FORMAT_WAVEX:
  case SF_FORMAT_RF64:
  case SF_FORMAT_W64:
  case SF_FORMAT_AIFF:
  case SF_FORMAT_AU:
  case SF_FORMAT_CAF:
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

static enum place place_of(int position)
{
  switch (position) {
  case SF_CHANNEL_MAP_LEFT:
  case SF_CHANNEL_MAP_FRONT_LEFT:
  case SF_CHANNEL_MAP_FRONT_LEFT_OF_CENTER:
    return PLACE_LEFT;
  case SF_CHANNEL_MAP_RIGHT:
  case SF_CHANNEL_MAP_FRONT_RIGHT:
  case SF_CHANNEL_MAP_FRONT_RIGHT_OF_CENTER:
    return PLACE_RIGHT;
  case SF_CHANNEL_MAP_MONO:
  case SF_CHANNEL_MAP_CENTER:
  case SF_CHANNEL_MAP_FRONT_CENTER:
    return PLACE_CENTRE;
  case SF_CHANNEL_MAP_LFE:
    return PLACE_LOW;
  case SF_CHANNEL_MAP_REAR_LEFT:
  case SF_CHANNEL_MAP_TOP_FRONT_LEFT:
  case SF_CHANNEL_MAP_TOP_REAR_LEFT:
    return PLACE_BACK_LEFT;
  case SF_CHANNEL_MAP_REAR_RIGHT:
  case SF_CHANNEL_MAP_TOP_FRONT_RIGHT:
  case SF_CHANNEL_MAP_TOP_REAR_RIGHT:
    return PLACE_BACK_RIGHT;
  case SF_CHANNEL_MAP_REAR_CENTER:
  case SF_CHANNEL_MAP_TOP_CENTER:
  case SF_CHANNEL_MAP_TOP_FRONT_CENTER:
  case SF_CHANNEL_MAP_TOP_REAR_CENTER:
    return PLACE_BACK_CENTRE;
  case SF_CHANNEL_MAP_SIDE_LEFT:
    return PLACE_SIDE_LEFT;
  case SF_CHANNEL_MAP_SIDE_RIGHT:
    return PLACE_SIDE_RIGHT;
  default:
    return PLACE_UNKNOWN;
  }
}

/* The map of an AIFF or CAF file is not asked for: libsndfile up to 1.2.2 reads
   past its end where it is shorter than the frame. Vorbis and Opus have none
   there, and keep the order of their codec. */
static bool fold_by_map(struct link *link, const SF_INFO *info)
{
  const int kind = info->format & SF_FORMAT_TYPEMASK;
  int map[MOST_CHANNELS];
  enum place places[MOST_CHANNELS];
  if (info->channels <= 2 || kind == SF_FORMAT_AIFF || kind == SF_FORMAT_CAF ||
      sf_command(link->file, SFC_GET_CHANNEL_MAP_INFO, map,
                 info->channels * (int)sizeof(*map)) != SF_TRUE) {
    return false;
  }
  for (int i = 0; i < info->channels; i++) {
    places[i] = place_of(map[i]);
  }
  return fold_by_places(&link->fold, info->channels, places);
}

static enum status fill_in(struct link *link)
{
  SF_INFO info = {0};
  const int hush = hush_begin();
  link->file = sf_open_virtual(&view_calls, SFM_READ, &info, &link->view);
  hush_end(hush);
  if (!link->file) {
    log_failure("libsndfile", sf_strerror(NULL));
    return sf_error(NULL) == SF_ERR_UNSUPPORTED_ENCODING ? STATUS_FOREIGN_SOUND
                                                         : STATUS_BAD_SOUND;
  }
  if (!is_acceptable(&info)) {
    return STATUS_BAD_SOUND;
  }
  const int kind = info.format & SF_FORMAT_TYPEMASK;
  link->is_noisy = kind == SF_FORMAT_MPEG;
  link->rate = info.samplerate;
  if (!fold_by_map(link, &info)) {
    fold_by_order(&link->fold, info.channels,
                  kind == SF_FORMAT_OGG ? ORDER_XIPH : ORDER_WAVE);
  }
  return STATUS_OK;
}

enum status link_open(const struct view *view, struct link **link)
{
  struct link *opened = calloc(1, sizeof(*opened));
  if (!opened) {
    return STATUS_NO_MEMORY;
  }
  opened->view = *view;
  const enum status status = fill_in(opened);
  if (status != STATUS_OK) {
    link_close(opened);
    return status;
  }
  *link = opened;
  return STATUS_OK;
}

void link_close(struct link *link)
{
  if (link) {
    if (link->file) {
      sf_close(link->file);
    }
    free(link);
  }
}

int link_rate(const struct link *link)
{
  return link->rate;
}

int link_channels(const struct link *link)
{
  return link->fold.channels;
}

int64_t link_read(struct link *link, float *samples, int channels)
{
  const int hush = link->is_noisy ? hush_begin() : -1;
  const sf_count_t count =
      sf_readf_float(link->file, link->block, LINK_BLOCK_FRAMES);
  hush_end(hush);
  if (count <= 0) {
    return 0;
  }
  fold_frames(&link->fold, link->block, count, samples, channels);
  return count;
}

bool link_go_to(struct link *link, int64_t frame)
{
  const int hush = link->is_noisy ? hush_begin() : -1;
  const sf_count_t reached = sf_seek(link->file, frame, SEEK_SET);
  hush_end(hush);
  return reached == frame;
}
