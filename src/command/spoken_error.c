/* Speaks what is wrong with a routine. */

#include "command/spoken_error.h"

#include "command/recite.h"
#include "command/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    const char *const first = lines;
    recite(stage, &first, 1);
  }
  stage_destroy(stage);
  free(lines);
  session_destroy(session);
}
