/* Opens a session. */

#include "session/session.h"

#include "base/plain.h"
#include "phrases/phrases.h"
#include "session/report.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define ENDING ".routine"

/* "evening" of "/home/me/evening.routine"; NULL when memory is short. */
static char *name_of(const char *path)
{
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  const size_t length = strlen(base);
  const size_t ending = strlen(ENDING);
  const bool has_ending =
      length > ending && strcmp(base + length - ending, ENDING) == 0;
  return strndup(base, has_ending ? length - ending : length);
}

/* A file's name can hold anything: what is shown of it is plain. */
static enum status name_session(struct session *session)
{
  const char *title = session->plan->title;
  struct text plain = {0};
  plain_append(&plain, title[0] ? title : session->name);
  session->title = text_take(&plain);
  return session->title ? STATUS_OK : STATUS_NO_MEMORY;
}

static enum status fill(struct session *session, const char *routine,
                        const struct session_options *options)
{
  struct studio *studio = session->studio;
  enum status status = library_find(&studio->library, routine, &session->path);
  if (status != STATUS_OK) {
    return status;
  }
  session->routine = strdup(routine);
  session->name = name_of(session->path);
  if (!session->routine || !session->name) {
    return STATUS_NO_MEMORY;
  }
  status = script_load(session->path, &studio->library, &session->diagnostics,
                       &session->script);
  if (status == STATUS_OK) {
    progress_begin(&studio->progress, session->name);
    status = plan_create(session->script, &studio->clips, &options->plan,
                         &session->diagnostics, &session->plan);
    progress_end(&studio->progress);
  } else if (status == STATUS_BAD_ROUTINE) {
    plan_find_errors(session->script, &studio->clips, &options->plan,
                     &session->diagnostics);
  }
  if (status == STATUS_OK) {
    status = name_session(session);
  }
  if (status == STATUS_OK) {
    status = score_create(studio->pool, session->plan, &session->score);
  }
  diagnostics_sort(&session->diagnostics);
  return status;
}

enum status session_create(struct studio *studio, const char *routine,
                           const struct session_options *options,
                           struct session **session)
{
  struct session *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->studio = studio;
  diagnostics_init(&made->diagnostics);
  studio->voice_trouble = STATUS_OK;
  const enum status status = fill(made, routine, options);
  made->voice_trouble = studio->voice_trouble;
  if (status != STATUS_OK && made->diagnostics.error_count == 0) {
    session_destroy(made);
    made = NULL;
  }
  *session = made;
  return status;
}

void session_destroy(struct session *session)
{
  if (!session) {
    return;
  }
  score_destroy(session->studio->pool, session->score);
  plan_destroy(session->plan);
  diagnostics_finish(&session->diagnostics);
  script_destroy(session->script);
  free(session->title);
  free(session->name);
  free(session->routine);
  free(session->path);
  free(session);
}

enum status session_open(struct studio *studio, const char *routine,
                         const struct session_options *options, bool by_name,
                         FILE *errors, struct session **session)
{
  struct session *made = NULL;
  const enum status status = session_create(studio, routine, options, &made);
  if (status == STATUS_OK) {
    *session = made;
    return STATUS_OK;
  }
  if (made) {
    const struct report_options report = {.main = made->script->main->source,
                                          .by_name = by_name};
    report_diagnostics(errors, &made->diagnostics, &report);
  } else if (status == STATUS_NOT_FOUND) {
    report_unknown_routine(errors, &studio->library, routine);
  } else {
    report_failure(errors, routine, status);
  }
  session_destroy(made);
  *session = NULL;
  return status;
}

const char *session_trouble(const struct session *session)
{
  const struct phrases *phrases = phrases_for(session->plan->language);
  switch (session->voice_trouble) {
  case STATUS_OK:
    return NULL;
  case STATUS_VOICE_GONE:
    return phrase(phrases, "The voice has stopped and does not start again. "
                           "What follows are bells and tones.");
  default:
    return phrase(phrases,
                  "The voice could not speak some sentences. They are left "
                  "out.");
  }
}

const char *session_title(const struct session *session)
{
  assert(session->title);
  return session->title;
}
