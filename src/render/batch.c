/* Renders sessions, each process taking one after the other. */

#include "render/batch.h"

#include "base/frames.h"
#include "base/plain.h"
#include "base/text.h"
#include "phrases/phrases.h"
#include "session/jobs.h"
#include "session/report.h"
#include "system/now.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRESS_MS 10000

/* A batch at work. What the processes find out lies in memory they share. */
struct work {
  const struct batch *batch;
  FILE *errors;
  struct shared {
    atomic_llong last_line_ms; /* when the last line of progress was printed */
    atomic_size_t done;
    atomic_int failure; /* an enum status */
  } * shared;
};

/* True once in ten seconds, for one process among all. */
static bool is_time_for_a_line(const struct work *work)
{
  long long last = atomic_load(&work->shared->last_line_ms);
  const long long now = now_ms();
  return work->batch->shows_progress && now - last >= PROGRESS_MS &&
         atomic_compare_exchange_strong(&work->shared->last_line_ms, &last,
                                        now);
}

/* A session on its way to a file. */
struct rendered {
  const struct work *work;
  const char *name;
};

static void report_progress(void *context, int64_t done, int64_t frames)
{
  const struct rendered *rendered = context;
  if (frames > 0 && is_time_for_a_line(rendered->work)) {
    plain_print_format(rendered->work->errors, "%s: %d percent.\n",
                       rendered->name, (int)(done * 100 / frames));
  }
}

static void say_done(const struct work *work, const struct session *session,
                     const char *path)
{
  const bool streams = strcmp(path, "-") == 0;
  struct text length = {0};
  phrases_append_duration(phrases_for("en"), session->plan->frames, &length);
  if (!streams || isatty(fileno(work->errors))) {
    plain_print_format(streams ? work->errors : work->batch->lines,
                       "%s is done: %s.\n", streams ? session->name : path,
                       text_string(&length));
  }
  text_finish(&length);
}

/* "folder/evening.wav" for a folder; else what was asked for. */
static enum status name_output(const struct batch *batch,
                               const struct session *session, struct text *path)
{
  const struct rendering *asked = batch->rendering;
  text_append(path, asked->output);
  if (batch->into_folder) {
    const size_t length = strlen(asked->output);
    const bool has_slash = length > 0 && asked->output[length - 1] == '/';
    text_append_format(path, "%s%s.%s", has_slash ? "" : "/", session->name,
                       asked->format ? asked->format : "wav");
  }
  return path->status;
}

static enum status render_session(const struct work *work,
                                  const struct session *session)
{
  const struct batch *batch = work->batch;
  struct rendered rendered = {.work = work, .name = session->name};
  const struct rendering_progress progress = {&rendered, report_progress};
  struct rendering rendering = *batch->rendering;
  struct text path = {0};
  enum status status = name_output(batch, session, &path);
  if (status != STATUS_OK) {
    return status;
  }
  rendering.output = text_string(&path);
  rendering.mixer = batch->session_options->mixer;
  bool has_sound = false;
  status = rendering_run(session, &rendering, &progress, &has_sound);
  if (has_sound) {
    say_done(work, session, rendering.output);
  }
  text_finish(&path);
  return status;
}

static enum status render_one(const struct work *work, struct studio *studio,
                              const char *routine)
{
  const struct batch *batch = work->batch;
  struct session *session = NULL;
  enum status status = session_open(studio, routine, batch->session_options,
                                    batch->count > 1, work->errors, &session);
  if (status == STATUS_OK) {
    const char *trouble = session_trouble(session);
    if (trouble) {
      plain_print_format(work->errors, "%s: %s\n", session->name, trouble);
    }
    status = render_session(work, session);
  }
  session_destroy(session);
  return status;
}

static void note(const struct work *work, enum status status)
{
  int none = STATUS_OK;
  if (status == STATUS_OK) {
    atomic_fetch_add(&work->shared->done, 1);
  } else {
    atomic_compare_exchange_strong(&work->shared->failure, &none, (int)status);
  }
}

static void render_next(struct job_queue *queue, const struct work *work,
                        struct studio *studio)
{
  for (size_t i = 0; jobs_next(queue, &i);) {
    note(work, render_one(work, studio, work->batch->routines[i]));
  }
}

static void render_here(struct job_queue *queue, void *context)
{
  const struct work *work = context;
  render_next(queue, work, work->batch->studio);
}

static void render_elsewhere(struct job_queue *queue, void *context)
{
  const struct work *work = context;
  struct studio *studio = NULL;
  const enum status status = studio_create(VOICE_ENGINE_ESPEAK, &studio);
  if (status != STATUS_OK) {
    report_failure(work->errors, "supine", status);
    note(work, status);
    return;
  }
  studio->progress.stream = work->errors;
  render_next(queue, work, studio);
  studio_destroy(studio);
}

/* A single routine stays in this process, so that whoever reads its stream may
   end it. */
static enum status share_out(struct pool *pool, struct work *work)
{
  const size_t count = work->batch->count;
  return count > 1 ? jobs_run(pool, count, render_elsewhere, work)
                   : jobs_run_here(pool, count, render_here, work);
}

enum status batch_run(const struct batch *batch, struct batch_result *result)
{
  struct work work = {.batch = batch, .errors = batch->rendering->errors};
  struct pool *pool = batch->studio->pool;
  if (batch->into_folder) {
    mkdir(batch->rendering->output, 0777);
  }
  work.shared = pool_take(pool, sizeof(*work.shared));
  if (!work.shared) {
    return STATUS_NO_MEMORY;
  }
  atomic_store(&work.shared->last_line_ms, now_ms());
  const enum status status = share_out(pool, &work);
  result->done = atomic_load(&work.shared->done);
  result->failure = (enum status)atomic_load(&work.shared->failure);
  pool_give_back(pool, work.shared);
  return status;
}
