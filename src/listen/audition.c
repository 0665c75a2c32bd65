/* One clip, to the ears, as the answer to a question nobody asked. */

#include "listen/audition.h"

#include "base/text.h"
#include "command/report.h"
#include "listen/stage.h"
#include "mix/mixer.h"
#include "output/speaker.h"

#include <stdio.h>

struct audition {
  struct mixer *mixer;
  enum status status;
};

static void send(struct audition *audition, enum mix_message_kind kind,
                 const struct clip *clip)
{
  const struct mix_message message = {.kind = kind, .clip = clip, .gain = 1};
  mixer_send(audition->mixer, &message);
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct audition *audition = context;
  struct mix_status status;
  mixer_read_status(audition->mixer, &status);
  *end = LOOP_DONE;
  return audition->status != STATUS_OK ||
         (status.messages_applied == mixer_messages_sent(audition->mixer) &&
          !status.answering);
}

static void fall_silent(void *context)
{
  send(context, MIX_CANCEL, NULL);
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
               .poll = ignore,
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

static enum status play(struct studio *studio, struct mixer *mixer,
                        const struct clip *clip, const char *device,
                        enum loop_end *end)
{
  const struct output_source source = studio_source(studio, mixer);
  const struct speaker_options options = {.device = device};
  struct audition audition = {.mixer = mixer, .status = STATUS_OK};
  struct output *output = NULL;
  enum status status = speaker_create(studio->pool, &options, source, &output);
  if (status == STATUS_OK) {
    status = output_start(output);
  }
  if (status == STATUS_OK) {
    send(&audition, MIX_ANSWER, clip);
    status = run(&audition, output, end);
    output_stop(output);
  }
  output_destroy(output);
  return status;
}

int audition_play(struct studio *studio, const struct clip *clip,
                  const char *device)
{
  const struct mixer_options options = {0};
  struct mixer *mixer = NULL;
  enum loop_end end = LOOP_DONE;
  enum status status = mixer_create(studio->pool, &options, &mixer);
  if (status == STATUS_OK) {
    status = play(studio, mixer, clip, device, &end);
    mixer_destroy(studio->pool, mixer);
  }
  if (status == STATUS_OK) {
    return stage_exit_status(end);
  }
  if (status == STATUS_NO_DEVICE) {
    report_no_device(device);
    fputs(" \"supine devices\" lists those there are.\n", stderr);
  } else {
    report_failure("supine", status);
  }
  return exit_status_for(status);
}

char *audition_join(const struct parsed *parsed)
{
  struct text text = {0};
  for (int i = 0; i < parsed->operand_count; i++) {
    text_append_format(&text, "%s%s", i ? " " : "", parsed->operands[i]);
  }
  return text_take(&text);
}
