/* One clip, to the ears, as the answer to a question nobody asked. */

#include "command/audition.h"

#include "base/text.h"
#include "command/command.h"
#include "command/report.h"
#include "mix/mixer.h"
#include "output/speaker.h"

#include <stdio.h>
#include <unistd.h>

#define TICK_MICROSECONDS 20000

/* Gives up on a device that takes nothing for 3 s. */
#define MOST_IDLE_TICKS 150

static bool is_sounding(const struct mixer *mixer)
{
  struct mix_status status;
  mixer_read_status(mixer, &status);
  return status.messages_applied < mixer_messages_sent(mixer) ||
         status.answering;
}

/* False when the device takes nothing more. */
static bool wait_for_end(const struct mixer *mixer, struct output *output)
{
  int64_t delivered = 0;
  int idle_ticks = 0;
  while (is_sounding(mixer) && idle_ticks < MOST_IDLE_TICKS) {
    usleep(TICK_MICROSECONDS);
    output_poll(output);
    struct output_status status;
    output_read_status(output, &status);
    idle_ticks = status.delivered_frames > delivered ? 0 : idle_ticks + 1;
    delivered = status.delivered_frames;
  }
  return idle_ticks < MOST_IDLE_TICKS;
}

static enum status play(struct studio *studio, struct mixer *mixer,
                        const struct clip *clip, const char *device)
{
  const struct output_source source = studio_source(studio, mixer);
  const struct speaker_options options = {.device = device};
  struct output *output = NULL;
  enum status status = speaker_create(studio->pool, &options, source, &output);
  if (status == STATUS_OK) {
    status = output_start(output);
  }
  if (status == STATUS_OK) {
    const struct mix_message message = {
        .kind = MIX_ANSWER, .clip = clip, .gain = 1};
    mixer_send(mixer, &message);
    status = wait_for_end(mixer, output) ? STATUS_OK : STATUS_NO_DEVICE;
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
  enum status status = mixer_create(studio->pool, &options, &mixer);
  if (status == STATUS_OK) {
    status = play(studio, mixer, clip, device);
    mixer_destroy(studio->pool, mixer);
  }
  if (status == STATUS_NO_DEVICE) {
    fputs("There is no sound device to play this on. \"supine devices\" lists "
          "those there are.\n",
          stderr);
  } else if (status != STATUS_OK) {
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
