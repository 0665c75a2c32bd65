/* Where sound goes. A small interface, so that nothing above it can tell a
   sound device from a virtual one. */

#ifndef SUPINE_OUTPUT_OUTPUT_H
#define SUPINE_OUTPUT_OUTPUT_H

#include "base/pool.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who fills the blocks. `render` obeys the rules of the audio thread; it and
   everything it touches through `context` lie in the pool or in the program's
   own code, since the output may run it in a process of its own. */
struct output_source {
  void (*render)(void *context, float *stereo, uint32_t frames);
  void *context;
  /* Reads ahead what render() will need, such as sound_store_refill(). Called
     in the process that renders but never on the audio thread: at least ten
     times a second, and before every block where nothing plays in real time;
     at once again after it has returned false. NULL: nothing to do. */
  bool (*refill)(void *refill_context);
  void *refill_context;
  /* Main thread: the process that rendered was ended at whatever instruction;
     makes both contexts whole again, paused. NULL: nothing to do. */
  void (*repair)(void *context, void *refill_context);
};

enum output_state {
  OUTPUT_STARTING,
  OUTPUT_RUNNING,
  OUTPUT_LOST, /* looking for the device again, once a second */
  OUTPUT_STOPPED,
};

struct output_status {
  enum output_state state;
  int64_t delivered_frames; /* handed to the device since the start */
  int64_t latency_frames;   /* from there to the ears, as the device says */
  uint32_t underruns;
  uint32_t losses;  /* how often the device went away */
  char device[128]; /* its name, for people */
};

struct output;

/* Every call is mandatory and belongs to the main thread; none of them blocks
   for more than the time it takes to fork. */
struct output_methods {
  /* Begins to pull blocks; silence comes first, to wake the device.
     Possible errors: STATUS_NO_DEVICE. */
  enum status (*start)(struct output *output);
  /* Looks after the device; called at least ten times a second. */
  void (*poll)(struct output *output);
  void (*read_status)(struct output *output, struct output_status *status);
  /* Plays what was delivered to its end, then stops pulling. May wait for the
     latency. */
  void (*stop)(struct output *output);
  void (*destroy)(struct output *output);
};

struct output {
  const struct output_methods *methods;
};

/* Convenience over the table; NULL is fine for destroy. */
enum status output_start(struct output *output);
void output_poll(struct output *output);
void output_read_status(struct output *output, struct output_status *status);
void output_stop(struct output *output);
void output_destroy(struct output *output);

#endif
