/* Sample rates to FRAME_RATE, through soxr at its high quality. */

#include "sound/resample.h"

#include "base/frames.h"
#include "system/log.h"

#include <math.h>
#include <soxr.h>
#include <stdlib.h>
#include <string.h>

#define HIGHEST_RATE 384000.0
#define MOST_CHANNELS 8

/* A rate that is FRAME_RATE already passes through untouched: soxr's own short
   cut, kept here so that the bytes are the file's. */
struct resampler {
  soxr_t soxr; /* NULL when nothing is to be done */
  int channels;
};

enum status resampler_create(double rate, int channels,
                             struct resampler **resampler)
{
  if (!(rate >= 1 && rate <= HIGHEST_RATE) || channels < 1 ||
      channels > MOST_CHANNELS) {
    return STATUS_BAD_ARGUMENT;
  }
  struct resampler *created = calloc(1, sizeof(*created));
  if (!created) {
    return STATUS_NO_MEMORY;
  }
  created->channels = channels;
  if (rate != FRAME_RATE) {
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_error_t error = NULL;
    created->soxr = soxr_create(rate, FRAME_RATE, (unsigned)channels, &error,
                                NULL, &quality, NULL);
    if (!created->soxr) {
      log_failure("soxr", soxr_strerror(error));
      free(created);
      return STATUS_NO_MEMORY;
    }
  }
  *resampler = created;
  return STATUS_OK;
}

void resampler_destroy(struct resampler *resampler)
{
  if (resampler) {
    soxr_delete(resampler->soxr);
    free(resampler);
  }
}

static void copy_through(const struct resampler *resampler, const float *in,
                         size_t frames, size_t *taken, float *out, size_t room,
                         size_t *given)
{
  const size_t count = !in ? 0 : frames < room ? frames : room;
  if (count > 0) {
    memcpy(out, in, count * (size_t)resampler->channels * sizeof(*out));
  }
  *taken = count;
  *given = count;
}

void resampler_process(struct resampler *resampler, const float *in,
                       size_t frames, size_t *taken, float *out, size_t room,
                       size_t *given)
{
  *taken = 0;
  *given = 0;
  if (resampler->soxr) {
    soxr_process(resampler->soxr, in, frames, taken, out, room, given);
  } else {
    copy_through(resampler, in, frames, taken, out, room, given);
  }
}

int64_t resampled_frames(int64_t frames, double rate)
{
  return (int64_t)llround((double)frames * FRAME_RATE / rate);
}

enum status resample(const float *in, int64_t frames, double rate, int channels,
                     float **out, int64_t *out_frames)
{
  struct resampler *resampler;
  const enum status status = resampler_create(rate, channels, &resampler);
  if (status != STATUS_OK) {
    return status;
  }
  const size_t room = (size_t)resampled_frames(frames, rate);
  float *made = calloc(room * (size_t)channels + 1, sizeof(*made));
  if (!made) {
    resampler_destroy(resampler);
    return STATUS_NO_MEMORY;
  }
  size_t done = 0;
  size_t used = 0;
  size_t given = 1;
  while (done < room && given > 0) {
    const size_t left = (size_t)frames - used;
    size_t taken;
    resampler_process(resampler, left ? in + used * (size_t)channels : NULL,
                      left, &taken, made + done * (size_t)channels, room - done,
                      &given);
    used += taken;
    done += given;
    given += taken;
  }
  resampler_destroy(resampler);
  *out = made;
  *out_frames = (int64_t)room;
  return STATUS_OK;
}
