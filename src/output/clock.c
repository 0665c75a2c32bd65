/* A virtual device: time passes when it is told to. */

#include "output/clock.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct clock_output {
  struct output output; /* first, so that one pointer is both */
  struct output_source source;
  struct output_status status;
  uint32_t buffer_frames;
  bool lost;
  float *samples; /* of the last clock_advance() */
  int64_t sample_frames;
  int64_t capacity_frames;
  int64_t ahead_frames; /* delivered beyond what was advanced */
};

static struct clock_output *clock_of(struct output *output)
{
  return (struct clock_output *)output;
}

static enum status start(struct output *output)
{
  struct clock_output *clock = clock_of(output);
  if (clock->lost) {
    return STATUS_NO_DEVICE;
  }
  clock->status.state = OUTPUT_RUNNING;
  return STATUS_OK;
}

static void poll_clock(struct output *output)
{
  struct clock_output *clock = clock_of(output);
  if (clock->lost && clock->status.state == OUTPUT_RUNNING) {
    clock->status.state = OUTPUT_LOST;
    clock->status.losses++;
    if (clock->source.repair) {
      clock->source.repair(clock->source.context, clock->source.refill_context);
    }
  } else if (!clock->lost && clock->status.state == OUTPUT_LOST) {
    clock->status.state = OUTPUT_RUNNING;
  }
}

static void read_status(struct output *output, struct output_status *status)
{
  *status = clock_of(output)->status;
}

static void stop(struct output *output)
{
  clock_of(output)->status.state = OUTPUT_STOPPED;
}

static void destroy(struct output *output)
{
  free(clock_of(output)->samples);
  free(output);
}

static const struct output_methods methods = {
    .start = start,
    .poll = poll_clock,
    .read_status = read_status,
    .stop = stop,
    .destroy = destroy,
};

enum status clock_create(struct output_source source, uint32_t buffer_frames,
                         struct output **output)
{
  assert(source.render && buffer_frames > 0 && output);
  struct clock_output *clock = calloc(1, sizeof(*clock));
  if (!clock) {
    return STATUS_NO_MEMORY;
  }
  clock->output.methods = &methods;
  clock->source = source;
  clock->buffer_frames = buffer_frames;
  clock->status.state = OUTPUT_STARTING;
  clock->status.latency_frames = buffer_frames;
  strcpy(clock->status.device, "virtual");
  *output = &clock->output;
  return STATUS_OK;
}

static bool make_room(struct clock_output *clock, int64_t frames)
{
  if (frames <= clock->capacity_frames) {
    return true;
  }
  float *samples =
      realloc(clock->samples, 2 * (size_t)frames * sizeof(*samples));
  if (samples) {
    clock->samples = samples;
    clock->capacity_frames = frames;
  }
  return samples != NULL;
}

static void pull_block(struct clock_output *clock)
{
  const uint32_t frames = clock->buffer_frames;
  if (clock->source.refill) {
    clock->source.refill(clock->source.refill_context);
  }
  clock->source.render(clock->source.context,
                       clock->samples + 2 * clock->sample_frames, frames);
  clock->sample_frames += frames;
  clock->status.delivered_frames += frames;
}

void clock_advance(struct output *output, int64_t frames)
{
  struct clock_output *clock = clock_of(output);
  clock->sample_frames = 0;
  if (clock->status.state != OUTPUT_RUNNING ||
      !make_room(clock, frames + clock->buffer_frames)) {
    return;
  }
  for (; clock->ahead_frames < frames;
       clock->ahead_frames += clock->buffer_frames) {
    pull_block(clock);
  }
  clock->ahead_frames -= frames;
}

const float *clock_samples(const struct output *output, int64_t *frames)
{
  const struct clock_output *clock = (const struct clock_output *)output;
  *frames = clock->sample_frames;
  return clock->samples;
}

void clock_set_lost(struct output *output, bool lost)
{
  clock_of(output)->lost = lost;
}
