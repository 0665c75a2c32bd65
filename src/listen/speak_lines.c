/* Sentences spoken one after the other, outside a session. */

#include "listen/speak_lines.h"

#include "base/frames.h"
#include "control/keys.h"

/* Between two lines. */
#define GAP ((int64_t)FRAME_RATE / 2)

struct recital {
  const struct stage *stage;
  const char *const *lines;
  size_t count;
  size_t next;
  bool speaking;
  uint32_t message;
  int64_t quiet_since; /* on the mixer's clock */
};

static void say_next(struct recital *recital)
{
  const struct stage *stage = recital->stage;
  const struct clip_source *clips = &stage->studio->clips;
  const struct utterance utterance = {.text = recital->lines[recital->next++],
                                      .language = "en",
                                      .voice = stage->options.voice,
                                      .speed = stage->options.speed,
                                      .pitch = -1,
                                      .volume = 100};
  struct mix_message message = {.kind = MIX_ANSWER, .gain = 1.0f};
  if (clips->speak(clips->context, &utterance, &message.clip) == STATUS_OK) {
    mixer_send(stage->mixer, &message);
    recital->message = mixer_messages_sent(stage->mixer);
    recital->speaking = true;
  }
}

static void hush(struct recital *recital)
{
  const struct mix_message message = {.kind = MIX_CANCEL};
  mixer_send(recital->stage->mixer, &message);
  recital->message = mixer_messages_sent(recital->stage->mixer);
}

static void finish(void *context)
{
  struct recital *recital = context;
  recital->next = recital->count;
  hush(recital);
}

static void press(void *context, uint32_t key)
{
  struct recital *recital = context;
  if (key == KEY_ESCAPE || key == 'q') {
    recital->next = recital->count;
  }
  hush(recital);
}

static void poll_recital(void *context)
{
  struct recital *recital = context;
  struct mix_status status;
  mixer_read_status(recital->stage->mixer, &status);
  if (recital->speaking) {
    recital->speaking =
        (int32_t)(status.messages_applied - recital->message) < 0 ||
        status.answering;
    recital->quiet_since = status.rendered_frames;
  } else if (recital->next < recital->count &&
             (recital->next == 0 ||
              status.rendered_frames - recital->quiet_since >= GAP)) {
    say_next(recital);
  }
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct recital *recital = context;
  *end = LOOP_DONE;
  return recital->next == recital->count && !recital->speaking;
}

static void ignore(void *context)
{
  (void)context;
}

enum loop_end recite(struct stage *stage, const char *const *lines,
                     size_t count)
{
  struct recital recital = {.stage = stage, .lines = lines, .count = count};
  struct loop loop = {
      .host = {.context = &recital,
               .press = press,
               .poll = poll_recital,
               .is_over = is_over,
               .device_lost = finish,
               .device_back = ignore,
               .suspend = finish,
               .wake = ignore,
               .fall_silent = finish},
      .output = stage->output,
      .terminal = stage->terminal,
  };
  return loop_run(&loop);
}
