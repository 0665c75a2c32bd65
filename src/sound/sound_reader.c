/* A sound file read forward, at FRAME_RATE, in one or two channels. */

#include "sound/sound_reader.h"

#include "sound/amend.h"
#include "sound/chain.h"
#include "sound/kind.h"
#include "sound/link.h"
#include "sound/resample.h"
#include "system/files.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct reader {
  struct view view; /* of the whole file, which is open */
  struct chain chain;
  size_t next_link; /* to be opened after `link` */
  struct link *link;
  struct resampler *resampler;
  struct reader_version version;
  int rate; /* that the resampler takes */
  int channels;
  bool is_at_end;   /* of a stretch at one rate; the resampler may still hold
                       frames of it */
  int64_t waiting;  /* frames in `folded` that the resampler has not taken */
  int64_t position; /* the first of them */
  float folded[LINK_BLOCK_FRAMES * 2];
};

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

/* Goes on to the next link that can be read; stays at the last one when none is
   left.
   Possible errors: STATUS_NOT_FOUND (none is left), those of link_open(). */
static enum status open_next_link(struct reader *reader)
{
  enum status status = STATUS_NOT_FOUND;
  while (status != STATUS_OK && reader->next_link < reader->chain.count) {
    const struct view view =
        chain_link(&reader->chain, &reader->view, reader->next_link++);
    struct link *opened;
    status = link_open(&view, &opened);
    if (status == STATUS_OK) {
      link_close(reader->link);
      reader->link = opened;
    }
  }
  return status;
}

/* One link in stereo is enough for two channels. Ends at the first link. */
static enum status count_channels(struct reader *reader)
{
  enum status status;
  reader->channels = 1;
  do {
    if (link_channels(reader->link) > 1) {
      reader->channels = 2;
    }
    status = open_next_link(reader);
  } while (status == STATUS_OK && reader->channels == 1);
  if (reader->chain.count == 1) {
    return STATUS_OK;
  }
  reader->next_link = 0;
  return open_next_link(reader);
}

static bool is_called_mp3(const char *path)
{
  const char *ending = strrchr(path, '.');
  return ending && strcasecmp(ending, ".mp3") == 0;
}

static enum status open_first_link(struct reader *reader, const char *path)
{
  const enum status status = open_next_link(reader);
  if (status != STATUS_BAD_SOUND || !is_called_mp3(path)) {
    return status;
  }
  amend_as_mp3(&reader->view);
  reader->next_link = 0;
  return open_next_link(reader);
}

static bool is_foreign(const struct reader *reader, const char *path)
{
  size_t stem_length;
  return kind_of_name(path, &stem_length) == KIND_FOREIGN ||
         kind_is_foreign_inside(&reader->view);
}

static enum status fill_in(struct reader *reader, const char *path)
{
  amend_header(&reader->view);
  enum status status = chain_find(&reader->view, &reader->chain);
  if (status == STATUS_OK) {
    status = open_first_link(reader, path);
  }
  if (status == STATUS_OK) {
    status = count_channels(reader);
  }
  if (status == STATUS_BAD_SOUND && is_foreign(reader, path)) {
    return STATUS_FOREIGN_SOUND;
  }
  if (status != STATUS_OK) {
    return status;
  }
  reader->rate = link_rate(reader->link);
  return resampler_create(reader->rate, reader->channels, &reader->resampler);
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
  created->view = (struct view){.file = file, .length = version.bytes};
  status = fill_in(created, path);
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
    link_close(reader->link);
    resampler_destroy(reader->resampler);
    chain_finish(&reader->chain);
    close(reader->view.file);
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

/* Reads on, in the next link where one has ended, unless that one has another
   rate and what the resampler holds has to come out first. */
static void read_block(struct reader *reader)
{
  int64_t count = link_read(reader->link, reader->folded, reader->channels);
  while (count == 0 && open_next_link(reader) == STATUS_OK &&
         link_rate(reader->link) == reader->rate) {
    count = link_read(reader->link, reader->folded, reader->channels);
  }
  reader->position = 0;
  reader->waiting = count;
  reader->is_at_end = count == 0;
}

/* Goes on with a link of another rate; false when none has been opened. */
static bool change_rate(struct reader *reader)
{
  const int rate = link_rate(reader->link);
  struct resampler *fresh;
  if (rate == reader->rate ||
      resampler_create(rate, reader->channels, &fresh) != STATUS_OK) {
    return false;
  }
  resampler_destroy(reader->resampler);
  reader->resampler = fresh;
  reader->rate = rate;
  reader->is_at_end = false;
  return true;
}

/* Resampling swings over where the file has steps. */
static void limit(float *samples, int64_t count)
{
  for (int64_t i = 0; i < count; i++) {
    samples[i] = fminf(fmaxf(samples[i], -1), 1);
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
    if (reader->is_at_end && given == 0 && !change_rate(reader)) {
      break;
    }
  }
  limit(samples, made * reader->channels);
  return made;
}

bool reader_go_to(struct reader *reader, int64_t second)
{
  const int64_t run_up = second - READER_RUN_UP_S;
  struct resampler *fresh;
  if (run_up < 0 || reader->chain.count > 1 ||
      !link_go_to(reader->link, run_up * reader->rate) ||
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
