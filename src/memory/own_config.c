/* Applies the listener's own defaults. */

#include "memory/own_config.h"

#include <string.h>

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

static void complain(const struct config_critic *critic, int line,
                     const char *why)
{
  if (critic) {
    critic->complain(critic->context, line, why);
  }
}

bool own_config_check(const struct config *config, const struct studio *studio,
                      const struct config_critic *critic,
                      struct session_options *session)
{
  struct plan_options *plan = &session->plan;
  bool whole = true;
  if (config->voice && plan->voice == config->voice &&
      !has_voice(studio, config->voice)) {
    plan->voice = NULL;
    whole = false;
    complain(critic, config->voice_line, "there is no such voice.");
  }
  if (config->background && plan->background == config->background &&
      !has_background(studio, config->background)) {
    plan->background = NULL;
    whole = false;
    complain(critic, config->background_line,
             "there is no such sound among Supine's own.");
  }
  return whole;
}
