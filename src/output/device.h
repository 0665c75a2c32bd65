/* Between the two processes of the speaker: the one that holds the device and
   the one that watches over it. */

#ifndef SUPINE_OUTPUT_DEVICE_H
#define SUPINE_OUTPUT_DEVICE_H

#include "output/output.h"

#include <stdatomic.h>

enum device_stage {
  DEVICE_OPENING,
  DEVICE_PLAYING, /* the source is rendered */
  DEVICE_FAILED,  /* there is none, or none that keeps time */
};

/* Lives in the pool. */
struct device_link {
  /* Written by the watching process. */
  atomic_bool stopping; /* play what was delivered to its end and leave */

  /* Written by the process that holds the device. */
  atomic_int stage; /* enum device_stage */
  atomic_uint_least32_t callbacks;
  atomic_int_least64_t delivered_frames; /* of the source */
  atomic_int_least64_t latency_frames;
  atomic_uint_least32_t underruns;
  atomic_int buffer_ms; /* asked of the device; grows after underruns */
  char name[128];       /* whole before the stage is DEVICE_PLAYING */
};

/* The process that holds the device: opens it, wakes it with silence, renders
   into it until told to stop or until it is lost. Returns what to exit with.

   wanted  name or part of one; NULL: "pulse", else "default" */
int device_run(struct device_link *link, const struct output_source *source,
               const char *wanted);

/* Writes the names of the output devices, each with a zero byte after it. */
void device_write_names(int descriptor);

#endif
