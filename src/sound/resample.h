/* Sample rates to FRAME_RATE, through soxr at its high quality: flat to 0.91 of
   the lower half rate, aliases 120 dB down, no delay. */

#ifndef SUPINE_SOUND_RESAMPLE_H
#define SUPINE_SOUND_RESAMPLE_H

#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

struct resampler;

/* From `rate` frames a second, 1 to 384,000, of 1 to 8 channels.
   Possible errors: STATUS_NO_MEMORY, STATUS_BAD_ARGUMENT. */
enum status resampler_create(double rate, int channels,
                             struct resampler **resampler);

/* NULL is fine. */
void resampler_destroy(struct resampler *resampler);

/* Takes up to `frames` frames of `in` and gives up to `room` frames in `out`;
   says how many it took and gave. `in` NULL says that nothing follows: called
   until it gives none. */
void resampler_process(struct resampler *resampler, const float *in,
                       size_t frames, size_t *taken, float *out, size_t room,
                       size_t *given);

/* How many frames at FRAME_RATE `frames` frames at `rate` make. */
int64_t resampled_frames(int64_t frames, double rate);

/* All at once: resampled_frames() frames, interleaved, that the caller frees.
   Possible errors: STATUS_NO_MEMORY, STATUS_BAD_ARGUMENT. */
enum status resample(const float *in, int64_t frames, double rate, int channels,
                     float **out, int64_t *out_frames);

#endif
