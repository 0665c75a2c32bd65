/* A sound device through PortAudio, in a process of its own. */

#ifndef SUPINE_OUTPUT_SPEAKER_H
#define SUPINE_OUTPUT_SPEAKER_H

#include "output/output.h"

struct speaker_options {
  const char *device; /* a name or part of one; NULL: "pulse", else "default" */
};

/* Prepares the output; start() opens the device and says whether there is one.
   The program must have no threads.
   Possible errors: STATUS_NO_MEMORY. */
enum status speaker_create(struct pool *pool,
                           const struct speaker_options *options,
                           struct output_source source, struct output **output);

/* The names of the output devices, one string each, for `supine devices`; the
   caller frees each and the array.
   Possible errors: STATUS_NO_DEVICE, STATUS_NO_MEMORY. */
enum status speaker_list_devices(char ***names, size_t *count);

#endif
