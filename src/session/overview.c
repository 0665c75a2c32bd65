/* Finds out about routines in processes of their own. */

#include "session/overview.h"

#include "session/session.h"

#include <stdlib.h>
#include <string.h>

struct overview {
  struct pool *pool;
  const struct library_entry *entries;
  size_t count;
  const struct session_options *options;
  FILE *progress;
  struct finding *findings; /* as many as entries; in the pool */
  struct job *job;          /* NULL: none is under way */
};

/* Copies what fits of the first line, cutting before a half code point. */
static void copy_line(char *to, size_t size, const char *from)
{
  size_t length = strcspn(from, "\n");
  if (length >= size) {
    length = size - 1;
    while (length > 0 && ((unsigned char)from[length] & 0xC0) == 0x80) {
      length--;
    }
  }
  memcpy(to, from, length);
  to[length] = '\0';
}

static void note(struct finding *finding, const struct session *session)
{
  copy_line(finding->title, sizeof(finding->title), session_title(session));
  copy_line(finding->about, sizeof(finding->about), session->plan->about);
  copy_line(finding->language, sizeof(finding->language),
            session->plan->language);
  finding->frames = session->plan->frames;
  finding->planned = true;
}

static void find_out(struct job_queue *queue, void *context)
{
  struct overview *overview = context;
  struct studio *studio = NULL;
  if (studio_create(VOICE_ENGINE_LENGTHS, &studio) != STATUS_OK) {
    return;
  }
  studio->progress.stream = overview->progress;
  for (size_t i = 0; jobs_next(queue, &i);) {
    struct finding *finding = &overview->findings[i];
    struct session *session = NULL;
    if (session_create(studio, overview->entries[i].path, overview->options,
                       &session) == STATUS_OK) {
      note(finding, session);
    }
    session_destroy(session);
    atomic_store_explicit(&finding->known, true, memory_order_release);
  }
  studio_destroy(studio);
}

enum status overview_create(struct pool *pool,
                            const struct library_entry *entries, size_t count,
                            const struct session_options *options,
                            FILE *progress, struct overview **overview)
{
  struct overview *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  *made = (struct overview){
      .pool = pool,
      .entries = entries,
      .count = count,
      .options = options,
      .progress = progress,
      .findings = pool_take(pool, (count + 1) * sizeof(*made->findings))};
  if (!made->findings) {
    free(made);
    return STATUS_NO_MEMORY;
  }
  *overview = made;
  return STATUS_OK;
}

void overview_destroy(struct overview *overview)
{
  if (!overview) {
    return;
  }
  jobs_end(overview->job);
  pool_give_back(overview->pool, overview->findings);
  free(overview);
}

enum status overview_wait(struct overview *overview)
{
  return jobs_run(overview->pool, overview->count, find_out, overview);
}

enum status overview_begin(struct overview *overview)
{
  return jobs_begin(overview->pool, overview->count, find_out, overview,
                    &overview->job);
}

const struct finding *overview_finding(const struct overview *overview,
                                       size_t index)
{
  return &overview->findings[index];
}
