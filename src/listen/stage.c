/* Opens and closes what sessions are played on. */

#include "listen/stage.h"

#include "base/frames.h"
#include "memory/last_used.h"
#include "memory/own_config.h"
#include "output/speaker.h"
#include "player/volume.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>

/* A first start is soft: about -9 dB. */
#define FIRST_VOLUME 600

static enum status open_output(struct stage *stage)
{
  struct pool *pool = stage->studio->pool;
  enum status status = mixer_create(pool, &stage->options.mixer, &stage->mixer);
  if (status != STATUS_OK) {
    return status;
  }
  const struct output_source source =
      studio_source(stage->studio, stage->mixer);
  const struct speaker_options speaker = {.device = stage->options.device};
  status = speaker_create(pool, &speaker, source, &stage->output);
  return status == STATUS_OK ? output_start(stage->output) : status;
}

/* A bus that is there answers at once; the first line is worth so much. */
#define BUS_PATIENCE_MS 100

/* A screen reader reads what a terminal prints, so that nothing is printed
   where there is one. */
static void ask_for_reader(struct stage *stage)
{
  for (int waited = 0;
       waited < BUS_PATIENCE_MS && !reader_watch_answered(stage->reader);
       waited += 10) {
    struct bus_wait wait;
    int timeout = 10;
    bus_prepare(stage->bus, &wait, &timeout);
    struct pollfd fd = {.fd = wait.descriptors[0], .events = wait.events[0]};
    poll(&fd, 1, timeout);
    bus_process(stage->bus);
  }
  if (reader_watch_active(stage->reader) && !stage->options.captions) {
    stage->printer.quiet = true;
  }
}

static void open_bus(struct stage *stage)
{
  if (bus_create(&stage->bus) != STATUS_OK) {
    stage->bus = NULL;
    return;
  }
  if (reader_watch_create(stage->bus, &stage->reader) != STATUS_OK) {
    stage->reader = NULL;
  }
  ask_for_reader(stage);
}

void stage_use_options(const struct config *config, const struct studio *studio,
                       const struct config_critic *critic,
                       struct session_options *session,
                       struct stage_options *stage)
{
  const bool whole = own_config_check(config, studio, critic, session);
  stage->config_skipped = config->skipped || !whole;
  stage->mixer = session->mixer;
  stage->voice = session->plan.voice;
  stage->speed = session->plan.speed;
  /* Whoever asks for captions does not mean the quiet of the configuration. */
  if (!stage->captions && !stage->quiet) {
    stage->captions = config->captions;
    stage->quiet = config->quiet;
  }
  stage->heartbeat = stage->heartbeat || config->heartbeat;
}

static int first_volume(const struct config *config)
{
  return config->volume >= 0 ? config->volume : last_used_volume(FIRST_VOLUME);
}

enum status stage_create(struct studio *studio, const struct config *config,
                         const struct stage_options *options,
                         struct stage **stage)
{
  struct stage *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->studio = studio;
  made->options = *options;
  made->config = config;
  made->volume = first_volume(config);
  made->printer = (struct printer){.stream = options->lines,
                                   .captions = options->captions,
                                   .quiet = options->quiet};
  enum status status = open_output(made);
  if (status == STATUS_OK) {
    status = terminal_create(&made->terminal);
    status = status == STATUS_UNSUPPORTED ? STATUS_OK : status;
  }
  if (status != STATUS_OK) {
    stage_destroy(made);
    return status;
  }
  open_bus(made);
  const struct mix_message volume = volume_message(made->volume);
  mixer_send(made->mixer, &volume);
  *stage = made;
  return STATUS_OK;
}

static void print_stats(const struct stage *stage)
{
  struct output_status status;
  output_read_status(stage->output, &status);
  fprintf(stage->options.errors,
          "%s: %.1f seconds, buffer %.0f milliseconds, %u underruns, lost "
          "%u times.\n",
          status.device, seconds_from_frames(status.delivered_frames),
          1000 * seconds_from_frames(status.latency_frames), status.underruns,
          status.losses);
}

void stage_destroy(struct stage *stage)
{
  if (!stage) {
    return;
  }
  terminal_destroy(stage->terminal);
  reader_watch_destroy(stage->reader);
  bus_destroy(stage->bus);
  if (stage->output) {
    if (stage->options.stats) {
      print_stats(stage);
    }
    output_stop(stage->output);
  }
  output_destroy(stage->output);
  mixer_destroy(stage->studio->pool, stage->mixer);
  for (size_t i = 0; i < stage->session_count; i++) {
    session_destroy(stage->sessions[i]);
  }
  free(stage->sessions);
  free(stage);
}
