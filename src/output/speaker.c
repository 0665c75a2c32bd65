/* The process that holds the device. PortAudio may hang, spin and be noisy
   here: nothing waits for it, and its standard error leads nowhere. */

#include "base/frames.h"
#include "output/device.h"
#include "system/log.h"

#include <portaudio.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/* Silence before the first sound, so that a sleeping headset loses none. */
#define WAKING_FRAMES (FRAME_RATE * 3 / 10)

/* Of processor time without a rest, after which a thread that has precedence
   over everything else is taken to spin: the system then ends the process. */
#define LONGEST_RUN_US 500000

#define LARGEST_BUFFER_MS 400
#define ROUND_MS 10

struct device {
  struct device_link *link;
  const struct output_source *source;
  PaStream *stream;
  bool was_late;                      /* at the last callback */
  bool sounds;                        /* the source, at the last callback */
  bool was_interrupted;               /* by us: it comes back gently */
  atomic_int_least64_t waking_frames; /* delivered before the source */
};

static void note_latency(struct device *device,
                         const PaStreamCallbackTimeInfo *time)
{
  const double latency = time->outputBufferDacTime - time->currentTime;
  if (latency > 0.0 && latency < 5.0) {
    atomic_store(&device->link->latency_frames, frames_from_seconds(latency));
  }
}

/* A stall marks several callbacks in a row and is counted once. */
static void note_underrun(struct device *device, PaStreamCallbackFlags flags)
{
  const bool late = (flags & paOutputUnderflow) != 0;
  if (late && !device->was_late) {
    atomic_fetch_add(&device->link->underruns, 1);
  }
  device->was_late = late;
}

static void slope(float *stereo, uint32_t frames, bool rises)
{
  for (uint32_t i = 0; i < frames; i++) {
    const float part = ((float)i + 0.5f) / (float)frames;
    const float gain = rises ? part : 1.0f - part;
    stereo[2 * i] *= gain;
    stereo[2 * i + 1] *= gain;
  }
}

/* What has to be interrupted for a larger buffer goes and comes back within a
   block of some 10 ms, without an edge. */
static void render(struct device *device, float *stereo, uint32_t frames,
                   bool awake)
{
  device->source->render(device->source->context, stereo, frames);
  if (!awake || device->was_interrupted) {
    slope(stereo, frames, awake);
  }
  device->sounds = awake;
  device->was_interrupted = !awake;
  atomic_fetch_add(&device->link->delivered_frames, (int64_t)frames);
}

/* PortAudio's thread. */
static int fill(const void *input, void *output, unsigned long frames,
                const PaStreamCallbackTimeInfo *time,
                PaStreamCallbackFlags flags, void *context)
{
  (void)input;
  struct device *device = context;
  struct device_link *link = device->link;
  note_latency(device, time);
  const bool awake = atomic_load(&link->stage) == DEVICE_PLAYING &&
                     !atomic_load(&link->stopping);
  if (!awake && !device->sounds) {
    memset(output, 0, 2 * frames * sizeof(float));
    atomic_fetch_add(&device->waking_frames, (int64_t)frames);
  } else {
    note_underrun(device, flags);
    render(device, output, (uint32_t)frames, awake);
  }
  atomic_fetch_add(&link->callbacks, 1);
  return paContinue;
}

static bool is_output(PaDeviceIndex index)
{
  const PaDeviceInfo *info = Pa_GetDeviceInfo(index);
  return info && info->maxOutputChannels >= 2;
}

static PaDeviceIndex find_named(const char *name, bool whole)
{
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); i++) {
    const PaDeviceInfo *info = Pa_GetDeviceInfo(i);
    if (is_output(i) && (whole ? strcasecmp(info->name, name) == 0
                               : strcasestr(info->name, name) != NULL)) {
      return i;
    }
  }
  return paNoDevice;
}

static PaDeviceIndex find_device(const char *wanted)
{
  if (wanted) {
    const PaDeviceIndex whole = find_named(wanted, true);
    return whole != paNoDevice ? whole : find_named(wanted, false);
  }
  const PaDeviceIndex pulse = find_named("pulse", true);
  return pulse != paNoDevice ? pulse : Pa_GetDefaultOutputDevice();
}

/* Lets the threads that are started from here on have precedence over those
   that make no sound, where the system grants it, or no longer. */
static void take_precedence(bool wanted)
{
  const struct rlimit run = {LONGEST_RUN_US, LONGEST_RUN_US};
  const int policy = wanted ? SCHED_RR : SCHED_OTHER;
  const struct sched_param least = {sched_get_priority_min(policy)};
  setrlimit(RLIMIT_RTTIME, &run);
  sched_setscheduler(0, policy, &least);
}

static bool succeeds(PaError error)
{
  if (error != paNoError) {
    log_failure("PortAudio", Pa_GetErrorText(error));
  }
  return error == paNoError;
}

static bool start_stream(struct device *device, PaDeviceIndex index)
{
  const PaStreamParameters parameters = {
      .device = index,
      .channelCount = 2,
      .sampleFormat = paFloat32,
      .suggestedLatency = atomic_load(&device->link->buffer_ms) / 1000.0,
  };
  if (!succeeds(Pa_OpenStream(&device->stream, NULL, &parameters, FRAME_RATE,
                              paFramesPerBufferUnspecified, paNoFlag, fill,
                              device))) {
    return false;
  }
  const PaStreamInfo *info = Pa_GetStreamInfo(device->stream);
  atomic_store(&device->link->latency_frames,
               frames_from_seconds(info->outputLatency));
  return succeeds(Pa_StartStream(device->stream));
}

static bool open_stream(struct device *device, PaDeviceIndex index)
{
  take_precedence(true);
  const bool started = start_stream(device, index);
  take_precedence(false);
  return started;
}

static void sleep_ms(int64_t ms)
{
  const struct timespec time = {(time_t)(ms / 1000),
                                (long)(ms % 1000 * 1000000)};
  nanosleep(&time, NULL);
}

static int64_t now_frames(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * FRAME_RATE +
         (int64_t)now.tv_nsec * FRAME_RATE / 1000000000;
}

/* Waits until the device has played the waking silence. A device that takes
   much more than time allows keeps no time at all (ALSA's null). */
static bool wake(struct device *device)
{
  const int64_t begun = now_frames();
  const int64_t slack = FRAME_RATE / 4 + 2 * device->link->latency_frames;
  while (now_frames() - begun < WAKING_FRAMES ||
         atomic_load(&device->waking_frames) < WAKING_FRAMES) {
    sleep_ms(ROUND_MS);
    if (Pa_IsStreamActive(device->stream) != 1) {
      return false;
    }
  }
  const int64_t passed = now_frames() - begun;
  return atomic_load(&device->waking_frames) < passed + passed / 2 + slack;
}

/* The library drops what is buffered when it stops; silence pushes it out. */
static void close_stream(struct device *device)
{
  const int64_t latency = atomic_load(&device->link->latency_frames);
  sleep_ms(latency * 1000 / FRAME_RATE + 60);
  Pa_StopStream(device->stream);
  Pa_CloseStream(device->stream);
}

/* A buffer that was too small is doubled: after the gap that was heard anyway
   comes another of about a tenth of a second, and then rest. */
static bool reopen(struct device *device, PaDeviceIndex index)
{
  struct device_link *link = device->link;
  const int doubled = 2 * atomic_load(&link->buffer_ms);
  atomic_store(&link->buffer_ms,
               doubled < LARGEST_BUFFER_MS ? doubled : LARGEST_BUFFER_MS);
  atomic_store(&link->stage, DEVICE_OPENING);
  close_stream(device);
  if (!open_stream(device, index)) {
    return false;
  }
  atomic_store(&link->stage, DEVICE_PLAYING);
  return true;
}

/* Until told to stop; false when the device is lost. */
static bool play(struct device *device, PaDeviceIndex index)
{
  struct device_link *link = device->link;
  const struct output_source *source = device->source;
  uint32_t underruns = atomic_load(&link->underruns);
  while (!atomic_load(&link->stopping)) {
    const bool rests =
        !source->refill || source->refill(source->refill_context);
    if (Pa_IsStreamActive(device->stream) != 1) {
      return false;
    }
    if (atomic_load(&link->underruns) != underruns &&
        atomic_load(&link->buffer_ms) < LARGEST_BUFFER_MS) {
      underruns = atomic_load(&link->underruns);
      if (!reopen(device, index)) {
        return false;
      }
    }
    sleep_ms(rests ? ROUND_MS : 0);
  }
  return true;
}

int device_run(struct device_link *link, const struct output_source *source,
               const char *wanted)
{
  struct device device = {.link = link, .source = source};
  if (!succeeds(Pa_Initialize())) {
    return EXIT_FAILURE;
  }
  const PaDeviceIndex index = find_device(wanted);
  if (index == paNoDevice || !open_stream(&device, index)) {
    return EXIT_FAILURE;
  }
  snprintf(link->name, sizeof(link->name), "%s", Pa_GetDeviceInfo(index)->name);
  if (source->refill) {
    source->refill(source->refill_context);
  }
  if (!wake(&device)) {
    return EXIT_FAILURE;
  }
  atomic_store(&link->stage, DEVICE_PLAYING);
  if (!play(&device, index)) {
    return EXIT_FAILURE;
  }
  close_stream(&device);
  return EXIT_SUCCESS;
}

void device_write_names(int descriptor)
{
  if (!succeeds(Pa_Initialize())) {
    return;
  }
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); i++) {
    const char *name = is_output(i) ? Pa_GetDeviceInfo(i)->name : NULL;
    if (name && write(descriptor, name, strlen(name) + 1) < 0) {
      return;
    }
  }
}
