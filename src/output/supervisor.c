/* The watching side of the speaker: forks the process that holds the device,
   and another when the device was lost, hung or taken away. */

#include "base/frames.h"
#include "output/device.h"
#include "output/device_process.h"
#include "output/speaker.h"
#include "system/child.h"
#include "system/now.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* PortAudio makes 41 ms of it in four blocks. Key to silence in the ears is
   that, 1 ms until the message is applied, 30 ms of fade and the 4 ms that the
   limiter looks ahead: 76 ms, of the 80 that are promised. */
#define FIRST_BUFFER_MS 33

#define OPENING_LIMIT_MS 3000
#define STALL_LIMIT_MS 1000 /* beyond the latency */
#define RETRY_MS 1000

struct speaker {
  struct output output; /* first, so that one pointer is both */
  struct pool *pool;
  struct device_link *link; /* in the pool */
  struct output_source source;
  char *wanted; /* NULL: the usual device */
  pid_t process;
  enum output_state state;
  uint32_t losses;
  int64_t since_ms; /* when the process was forked, or the device lost */
  uint32_t callbacks;
  int64_t callback_ms; /* when that count was last seen to change */
};

static struct speaker *speaker_of(struct output *output)
{
  return (struct speaker *)output;
}

static void sleep_ms(long ms)
{
  const struct timespec time = {0, ms * 1000000};
  nanosleep(&time, NULL);
}

/* --- The other process --- */

static void fork_device(struct speaker *speaker)
{
  const pid_t parent = getpid();
  atomic_store(&speaker->link->stage, DEVICE_OPENING);
  speaker->since_ms = now_ms();
  speaker->process = fork();
  if (speaker->process == 0) {
    device_process_leave_terminal();
    if (getppid() != parent) {
      _exit(EXIT_FAILURE);
    }
    const int result =
        device_run(speaker->link, &speaker->source, speaker->wanted);
    if (result != EXIT_SUCCESS) {
      atomic_store(&speaker->link->stage, DEVICE_FAILED);
    }
    _exit(result);
  }
}

static bool has_exited(struct speaker *speaker)
{
  if (speaker->process > 0 &&
      waitpid(speaker->process, NULL, WNOHANG) != speaker->process) {
    return false;
  }
  speaker->process = 0;
  return true;
}

static void kill_device(struct speaker *speaker)
{
  child_kill(speaker->process);
  speaker->process = 0;
}

/* --- The interface --- */

static void begin_playing(struct speaker *speaker)
{
  speaker->state = OUTPUT_RUNNING;
  speaker->callbacks = atomic_load(&speaker->link->callbacks);
  speaker->callback_ms = now_ms();
}

static enum status start(struct output *output)
{
  struct speaker *speaker = speaker_of(output);
  atomic_store(&speaker->link->stopping, false);
  fork_device(speaker);
  while (now_ms() - speaker->since_ms < OPENING_LIMIT_MS &&
         !has_exited(speaker)) {
    if (atomic_load(&speaker->link->stage) == DEVICE_PLAYING) {
      begin_playing(speaker);
      return STATUS_OK;
    }
    sleep_ms(2);
  }
  kill_device(speaker);
  return STATUS_NO_DEVICE;
}

static bool has_stalled(struct speaker *speaker)
{
  const uint32_t callbacks = atomic_load(&speaker->link->callbacks);
  if (callbacks != speaker->callbacks) {
    speaker->callbacks = callbacks;
    speaker->callback_ms = now_ms();
  }
  const int64_t latency_ms =
      atomic_load(&speaker->link->latency_frames) * 1000 / FRAME_RATE;
  return now_ms() - speaker->callback_ms > latency_ms + STALL_LIMIT_MS;
}

static void lose(struct speaker *speaker)
{
  kill_device(speaker);
  speaker->state = OUTPUT_LOST;
  speaker->since_ms = now_ms();
  speaker->losses++;
  if (speaker->source.repair) {
    speaker->source.repair(speaker->source.context,
                           speaker->source.refill_context);
  }
}

static void look_again(struct speaker *speaker)
{
  const int64_t passed = now_ms() - speaker->since_ms;
  if (atomic_load(&speaker->link->stage) == DEVICE_PLAYING &&
      speaker->process > 0) {
    begin_playing(speaker);
  } else if (has_exited(speaker)) {
    if (passed >= RETRY_MS) {
      fork_device(speaker);
    }
  } else if (passed >= OPENING_LIMIT_MS) {
    kill_device(speaker);
  }
}

static void poll_speaker(struct output *output)
{
  struct speaker *speaker = speaker_of(output);
  if (speaker->state == OUTPUT_RUNNING &&
      (has_exited(speaker) || has_stalled(speaker))) {
    lose(speaker);
  } else if (speaker->state == OUTPUT_LOST) {
    look_again(speaker);
  }
}

static void read_status(struct output *output, struct output_status *status)
{
  const struct speaker *speaker = speaker_of(output);
  const struct device_link *link = speaker->link;
  *status = (struct output_status){
      .state = speaker->state,
      .delivered_frames = link->delivered_frames,
      .latency_frames = link->latency_frames,
      .underruns = link->underruns,
      .losses = speaker->losses,
  };
  if (speaker->state == OUTPUT_RUNNING) {
    memcpy(status->device, link->name, sizeof(status->device));
  }
}

static void stop(struct output *output)
{
  struct speaker *speaker = speaker_of(output);
  const int64_t latency_ms =
      atomic_load(&speaker->link->latency_frames) * 1000 / FRAME_RATE;
  const int64_t deadline = now_ms() + latency_ms + STALL_LIMIT_MS;
  atomic_store(&speaker->link->stopping, true);
  while (speaker->state == OUTPUT_RUNNING && now_ms() < deadline &&
         !has_exited(speaker)) {
    sleep_ms(5);
  }
  kill_device(speaker);
  speaker->state = OUTPUT_STOPPED;
}

static void destroy(struct output *output)
{
  struct speaker *speaker = speaker_of(output);
  kill_device(speaker);
  pool_give_back(speaker->pool, speaker->link);
  free(speaker->wanted);
  free(speaker);
}

static const struct output_methods methods = {
    .start = start,
    .poll = poll_speaker,
    .read_status = read_status,
    .stop = stop,
    .destroy = destroy,
};

enum status speaker_create(struct pool *pool,
                           const struct speaker_options *options,
                           struct output_source source, struct output **output)
{
  assert(source.render && output);
  struct speaker *speaker = calloc(1, sizeof(*speaker));
  if (!speaker) {
    return STATUS_NO_MEMORY;
  }
  speaker->output.methods = &methods;
  speaker->pool = pool;
  speaker->source = source;
  speaker->link = pool_take(pool, sizeof(*speaker->link));
  speaker->wanted = options->device ? strdup(options->device) : NULL;
  if (!speaker->link || (options->device && !speaker->wanted)) {
    destroy(&speaker->output);
    return STATUS_NO_MEMORY;
  }
  atomic_store(&speaker->link->buffer_ms, FIRST_BUFFER_MS);
  *output = &speaker->output;
  return STATUS_OK;
}
