/* One clip, to the ears, as the answer to a question nobody asked. */

#include "listen/audition.h"

#include "listen/announcer.h"
#include "mix/mixer.h"
#include "output/speaker.h"

struct audition {
  struct mixer *mixer;
  struct announcer *announcer;
  enum status status;
};

static void poll_audition(void *context)
{
  const struct audition *audition = context;
  struct mix_status status;
  mixer_read_status(audition->mixer, &status);
  announcer_poll(audition->announcer, &status);
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct audition *audition = context;
  *end = LOOP_DONE;
  return audition->status != STATUS_OK ||
         !announcer_is_busy(audition->announcer);
}

static void fall_silent(void *context)
{
  const struct audition *audition = context;
  announcer_cancel(audition->announcer);
}

static void lose_device(void *context)
{
  struct audition *audition = context;
  audition->status = STATUS_NO_DEVICE;
}

static void ignore(void *context)
{
  (void)context;
}

static void ignore_key(void *context, uint32_t key)
{
  (void)context;
  (void)key;
}

/* To the clip's end, or, once faded, to a signal. */
static enum status run(struct audition *audition, struct output *output,
                       enum loop_end *end)
{
  struct loop loop = {
      .host = {.context = audition,
               .press = ignore_key,
               .poll = poll_audition,
               .is_over = is_over,
               .device_lost = lose_device,
               .device_back = ignore,
               .suspend = fall_silent,
               .wake = ignore,
               .fall_silent = fall_silent},
      .output = output,
  };
  *end = loop_run(&loop);
  return audition->status;
}

static void say(struct audition *audition, const struct clip *clip)
{
  const struct announcement_part part = {.clip = clip, .gain = 1.0f};
  announcer_say(audition->announcer, &(struct announcement){.rank = RANK_KEY,
                                                            .language = "",
                                                            .parts = &part,
                                                            .count = 1});
}

static enum status play(struct studio *studio, struct audition *audition,
                        const struct clip *clip, const char *device,
                        enum loop_end *end)
{
  const struct output_source source = studio_source(studio, audition->mixer);
  const struct speaker_options options = {.device = device};
  struct output *output = NULL;
  enum status status = speaker_create(studio->pool, &options, source, &output);
  if (status == STATUS_OK) {
    status = output_start(output);
  }
  if (status == STATUS_OK) {
    say(audition, clip);
    status = run(audition, output, end);
    output_stop(output);
  }
  output_destroy(output);
  return status;
}

enum status audition_play(struct studio *studio, const struct clip *clip,
                          const char *device, enum loop_end *end)
{
  const struct mixer_options options = {0};
  const struct announcer_options announcing = {.pitch = -1};
  struct audition audition = {.status = STATUS_OK};
  enum status status = mixer_create(studio->pool, &options, &audition.mixer);
  if (status == STATUS_OK) {
    const struct announcer_services services = {.mixer = audition.mixer,
                                                .clips = studio->clips};
    status = announcer_create(&services, &announcing, &audition.announcer);
  }
  if (status == STATUS_OK) {
    status = play(studio, &audition, clip, device, end);
  }
  announcer_destroy(audition.announcer);
  mixer_destroy(studio->pool, audition.mixer);
  return status;
}
