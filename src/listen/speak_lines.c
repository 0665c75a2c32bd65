/* Sentences spoken one after the other, outside a session. */

#include "listen/speak_lines.h"

#include "base/frames.h"
#include "control/keys.h"
#include "listen/announcer.h"

/* Between two lines. */
#define GAP ((int64_t)FRAME_RATE / 2)

struct reading {
  const struct stage *stage;
  struct announcer *announcer;
  const char *const *lines;
  size_t count;
  size_t next;
  int64_t quiet_since; /* on the mixer's clock */
};

static void say_next(struct reading *reading)
{
  const struct announcement_part part = {
      .text = reading->lines[reading->next++], .gain = 1.0f, .whole = true};
  announcer_say(reading->announcer,
                &(struct announcement){.rank = RANK_KEY,
                                       .language = "en",
                                       .speed = reading->stage->options.speed,
                                       .parts = &part,
                                       .count = 1});
}

static void finish(void *context)
{
  struct reading *reading = context;
  reading->next = reading->count;
  announcer_cancel(reading->announcer);
}

static void lose_device(void *context)
{
  struct reading *reading = context;
  reading->next = reading->count;
  announcer_drop(reading->announcer);
}

static void press(void *context, uint32_t key)
{
  struct reading *reading = context;
  if (key == KEY_ESCAPE || key == 'q') {
    reading->next = reading->count;
  }
  announcer_cancel(reading->announcer);
}

static void poll_reading(void *context)
{
  struct reading *reading = context;
  struct mix_status status;
  mixer_read_status(reading->stage->mixer, &status);
  announcer_poll(reading->announcer, &status);
  if (announcer_is_busy(reading->announcer)) {
    reading->quiet_since = status.rendered_frames;
  } else if (reading->next < reading->count &&
             (reading->next == 0 ||
              status.rendered_frames - reading->quiet_since >= GAP)) {
    say_next(reading);
  }
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct reading *reading = context;
  *end = LOOP_DONE;
  return reading->next == reading->count &&
         !announcer_is_busy(reading->announcer);
}

static void ignore(void *context)
{
  (void)context;
}

static enum loop_end run(struct reading *reading)
{
  const struct stage *stage = reading->stage;
  struct loop loop = {
      .host = {.context = reading,
               .press = press,
               .poll = poll_reading,
               .is_over = is_over,
               .device_lost = lose_device,
               .device_back = ignore,
               .suspend = finish,
               .wake = ignore,
               .fall_silent = finish},
      .output = stage->output,
      .terminal = stage->terminal,
  };
  return loop_run(&loop);
}

enum loop_end speak_lines(struct stage *stage, const char *const *lines,
                          size_t count)
{
  const struct announcer_services services = {.mixer = stage->mixer,
                                              .clips = stage->studio->clips};
  const struct announcer_options options = {.voice = stage->options.voice,
                                            .pitch = -1};
  struct reading reading = {.stage = stage, .lines = lines, .count = count};
  if (announcer_create(&services, &options, &reading.announcer) != STATUS_OK) {
    return LOOP_DONE;
  }
  const enum loop_end end = run(&reading);
  announcer_destroy(reading.announcer);
  return end;
}
