/* A virtual device for tests: it plays as fast as it is told to, and keeps
   what it played. */

#ifndef SUPINE_OUTPUT_CLOCK_H
#define SUPINE_OUTPUT_CLOCK_H

#include "output/output.h"

/* `buffer_frames` is the block size and the latency of the device.
   Possible errors: STATUS_NO_MEMORY. */
enum status clock_create(struct output_source source, uint32_t buffer_frames,
                         struct output **output);

/* Lets time pass: pulls and keeps blocks until `frames` more were delivered. */
void clock_advance(struct output *output, int64_t frames);

/* The samples delivered in the last clock_advance(), interleaved stereo;
   borrowed until the next. */
const float *clock_samples(const struct output *output, int64_t *frames);

/* Takes the device away, or gives it back. */
void clock_set_lost(struct output *output, bool lost);

#endif
