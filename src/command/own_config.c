/* The listener's own defaults as commands use them. */

#include "command/report.h"
#include "command/stage.h"

#include <stdio.h>

static void complain(void *context, int line, const char *why)
{
  (void)context;
  fprintf(stderr, "Your configuration, line %d: %s I skip it.\n", line, why);
}

void stage_use_config(const struct config *config,
                      struct session_options *session)
{
  session->plan.voice = config->voice;
  session->plan.background = config->background;
  session->plan.speed = config->speed;
  session->plan.countdown = config->countdown;
  session->plan.explain = config->explain;
}

void stage_read_config(struct config *config, struct session_options *session,
                       struct stage_options *stage)
{
  config_init(config);
  const struct config_critic critic = {.complain = complain};
  const enum status status = config_read(config, NULL, &critic);
  if (status != STATUS_OK) {
    report_failure("Your configuration", status);
  }
  stage_use_config(config, session);
  stage->captions = config->captions;
  stage->quiet = config->quiet;
  stage->heartbeat = config->heartbeat;
}
