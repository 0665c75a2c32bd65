/* The listener's own defaults as commands use them. */

#include "command/own_config.h"

#include "command/report.h"

#include <stdio.h>
#include <string.h>

static void complain(void *context, int line, const char *why)
{
  (void)context;
  fprintf(stderr, "Your configuration, line %d: %s I skip it.\n", line, why);
}

void own_config_read(struct config *config)
{
  config_init(config);
  const struct config_critic critic = {.complain = complain};
  const enum status status = config_read(config, NULL, &critic);
  if (status != STATUS_OK) {
    report_failure("Your configuration", status);
  }
}

void own_config_options(const struct config *config,
                        struct session_options *session)
{
  session_options_init(session);
  session->plan.voice = config->voice;
  session->plan.background = config->background;
  session->plan.speed = config->speed;
  session->plan.countdown = config->countdown;
  session->plan.explain = config->explain;
}

/* Whether the engine knows it is known once it has spoken. */
static bool has_voice(const struct studio *studio, const char *name)
{
  const struct utterance utterance = {
      .text = "a", .language = "en", .voice = name, .pitch = -1, .volume = 100};
  const struct clip *clip;
  return studio->clips.speak(studio->clips.context, &utterance, &clip) !=
         STATUS_NO_VOICE;
}

/* For every routine, wherever it lies: a shipped sound. */
static bool has_background(const struct studio *studio, const char *name)
{
  const struct clip *clip;
  return strcmp(name, "off") == 0 ||
         studio->clips.sound(studio->clips.context, name, NULL, &clip) ==
             STATUS_OK;
}

bool own_config_check(const struct config *config, const struct studio *studio,
                      bool loud, struct session_options *session)
{
  struct plan_options *plan = &session->plan;
  bool whole = true;
  if (config->voice && plan->voice == config->voice &&
      !has_voice(studio, config->voice)) {
    plan->voice = NULL;
    whole = false;
    if (loud) {
      complain(NULL, config->voice_line, "there is no such voice.");
    }
  }
  if (config->background && plan->background == config->background &&
      !has_background(studio, config->background)) {
    plan->background = NULL;
    whole = false;
    if (loud) {
      complain(NULL, config->background_line,
               "there is no such sound among Supine's own.");
    }
  }
  return whole;
}
