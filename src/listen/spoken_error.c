/* What is wrong with a start, printed and spoken. */

#include "listen/spoken_error.h"

#include "listen/speak_lines.h"
#include "session/report.h"

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
  const struct report_options options = {.main = session->script->main->source};
  report_diagnostics(stream, &session->diagnostics, &options);
  fclose(stream);
  return lines;
}

void spoken_error_init(struct spoken_error *error, FILE *printed)
{
  *error = (struct spoken_error){.printed = printed};
  error->stream = open_memstream(&error->lines, &error->length);
  if (!error->stream) {
    error->stream = printed;
  }
}

void spoken_error_finish(struct spoken_error *error)
{
  if (error->stream != error->printed) {
    fclose(error->stream);
  }
  free(error->lines);
}

/* The first line, or NULL; everything has been printed. */
static const char *print(struct spoken_error *error)
{
  fflush(error->stream);
  if (!error->lines || !error->lines[0]) {
    return NULL;
  }
  fputs(error->lines, error->printed);
  error->lines[strcspn(error->lines, "\n")] = '\0';
  return error->lines;
}

enum loop_end spoken_error_say(struct spoken_error *error, struct stage *stage)
{
  const char *line = print(error);
  return line ? speak_lines(stage, &line, 1) : LOOP_DONE;
}

void spoken_error_say_alone(struct spoken_error *error,
                            const struct config *config,
                            const struct stage_options *stage_options)
{
  const char *line = print(error);
  struct studio *studio = NULL;
  struct stage *stage = NULL;
  if (line && studio_create(VOICE_ENGINE_ESPEAK, &studio) == STATUS_OK &&
      stage_create(studio, config, stage_options, &stage) == STATUS_OK) {
    speak_lines(stage, &line, 1);
  }
  stage_destroy(stage);
  studio_destroy(studio);
}
