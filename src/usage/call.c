/* What several commands do alike. */

#include "usage/call.h"

#include "base/plain.h"
#include "base/text.h"
#include "listen/audition.h"
#include "memory/own_config.h"
#include "menu/choosing.h"
#include "usage/exit.h"

static void complain(void *context, int line, const char *why)
{
  (void)context;
  plain_print_format(stderr, "Your configuration, line %d: %s I skip it.\n",
                     line, why);
}

static const struct config_critic critic = {.complain = complain};

void call_read_config(struct call *call)
{
  exit_failed("Your configuration", config_read(&call->config, NULL, &critic));
  own_config_options(&call->config, &call->session);
}

int call_open_studio(struct call *call, enum voice_engine engine)
{
  const enum status status = studio_create(engine, &call->studio);
  if (status != STATUS_OK) {
    return exit_failed("supine", status);
  }
  call->studio->progress.stream = stderr;
  if (call->command->plays) {
    stage_use_options(&call->config, call->studio, &critic, &call->session,
                      &call->stage);
  } else {
    own_config_check(&call->config, call->studio, &critic, &call->session);
  }
  return EXIT_DONE;
}

/* `session` is what was to be played; NULL: the menu. */
static int refuse_stage(const struct call *call, enum status status,
                        const struct session *session)
{
  if (status != STATUS_NO_DEVICE) {
    return exit_failed("supine", status);
  }
  exit_no_device(call->stage.device);
  fputs(" To make a sound file instead, type: supine render ", stderr);
  plain_print_shell_word(stderr, session ? session->routine : "welcome", "");
  fputs(" -o ", stderr);
  plain_print_shell_word(stderr, session ? session->name : "welcome", ".flac");
  fputc('\n', stderr);
  return EXIT_NO_DEVICE;
}

int call_play(struct call *call, struct session *session)
{
  struct stage *stage = NULL;
  enum status status =
      stage_create(call->studio, &call->config, &call->stage, &stage);
  if (status != STATUS_OK) {
    const int exit_status = refuse_stage(call, status, session);
    session_destroy(session);
    return exit_status;
  }
  enum loop_end end = LOOP_DONE;
  status = menu_play(stage, session, &call->session, &call->entry, &end);
  stage_destroy(stage);
  return status == STATUS_OK ? exit_for_end(end)
                             : exit_failed("supine", status);
}

int call_audition(struct call *call, const struct clip *clip,
                  const char *device)
{
  enum loop_end end = LOOP_DONE;
  const enum status status = audition_play(call->studio, clip, device, &end);
  if (status == STATUS_OK) {
    return exit_for_end(end);
  }
  if (status != STATUS_NO_DEVICE) {
    return exit_failed("supine", status);
  }
  exit_no_device(device);
  fputs(" \"supine devices\" lists those there are.\n", stderr);
  return EXIT_NO_DEVICE;
}

char *call_join_operands(const struct call *call)
{
  struct text text = {0};
  for (int i = 0; i < call->operand_count; i++) {
    text_append_format(&text, "%s%s", i ? " " : "", call->operands[i]);
  }
  char *joined = text_take(&text);
  if (!joined) {
    exit_failed("supine", STATUS_NO_MEMORY);
  }
  return joined;
}

int call_each_operand(struct call *call,
                      int (*one)(struct call *call, const char *operand))
{
  int exit_status = EXIT_DONE;
  for (int i = 0; i < call->operand_count; i++) {
    const int next = one(call, call->operands[i]);
    exit_status = exit_status == EXIT_DONE ? next : exit_status;
  }
  return exit_status;
}
