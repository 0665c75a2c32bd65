/* Speaks what is wrong with a routine. */

#include "command/spoken_error.h"

#include "command/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sentence in the loop, until it is over or a key is pressed. */
struct sentence {
  struct mixer *mixer;
  uint32_t message;
  bool over;
};

static void finish(void *context)
{
  struct sentence *sentence = context;
  sentence->over = true;
}

static void press(void *context, uint32_t key)
{
  (void)key;
  finish(context);
}

static void ignore(void *context)
{
  (void)context;
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct sentence *sentence = context;
  struct mix_status status;
  mixer_read_status(sentence->mixer, &status);
  *end = LOOP_DONE;
  return sentence->over ||
         ((int32_t)(status.messages_applied - sentence->message) >= 0 &&
          !status.answering);
}

char *spoken_error_lines(const struct session *session)
{
  char *lines = NULL;
  size_t length = 0;
  FILE *stream = open_memstream(&lines, &length);
  if (!stream) {
    return NULL;
  }
  const struct report_options options = {.stream = stream,
                                         .main = session->script->main->source};
  report_diagnostics(&session->diagnostics, &options);
  fclose(stream);
  return lines;
}

static void say(struct stage *stage, const char *text)
{
  const struct clip_source *clips = &stage->studio->clips;
  const struct utterance utterance = {
      .text = text, .language = "en", .pitch = -1, .volume = 100};
  struct mix_message message = {.kind = MIX_ANSWER, .gain = 1.0f};
  if (clips->speak(clips->context, &utterance, &message.clip) != STATUS_OK) {
    return;
  }
  mixer_send(stage->mixer, &message);
  struct sentence sentence = {.mixer = stage->mixer,
                              .message = mixer_messages_sent(stage->mixer)};
  struct loop loop = {
      .host = {.context = &sentence,
               .press = press,
               .poll = ignore,
               .is_over = is_over,
               .device_lost = finish,
               .device_back = ignore,
               .suspend = finish,
               .wake = finish,
               .fall_silent = finish},
      .output = stage->output,
      .terminal = stage->terminal,
  };
  loop_run(&loop);
}

void spoken_error_say(struct studio *studio, const struct config *config,
                      const struct stage_options *stage_options,
                      const char *routine,
                      const struct session_options *options)
{
  struct session *session = NULL;
  session_create(studio, routine, options, &session);
  char *lines = session && session->script ? spoken_error_lines(session) : NULL;
  struct stage *stage = NULL;
  if (lines && *lines &&
      stage_create(studio, config, stage_options, &stage) == STATUS_OK) {
    lines[strcspn(lines, "\n")] = '\0';
    say(stage, lines);
  }
  stage_destroy(stage);
  free(lines);
  session_destroy(session);
}
