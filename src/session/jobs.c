/* Shares items out among processes. */

#include "session/jobs.h"

#include "system/child.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct job_queue {
  atomic_size_t next;
  size_t count;
};

struct job {
  struct pool *pool;
  struct job_queue *queue;
  pid_t process;
};

bool jobs_next(struct job_queue *queue, size_t *index)
{
  const size_t taken = atomic_fetch_add(&queue->next, 1);
  if (taken >= queue->count) {
    return false;
  }
  *index = taken;
  return true;
}

static size_t worker_count(size_t items)
{
  const long cores = sysconf(_SC_NPROCESSORS_ONLN);
  const size_t workers = cores > 0 ? (size_t)cores : 1;
  return workers < items ? workers : items;
}

static void wait_for_all(size_t workers)
{
  while (workers > 0) {
    const pid_t ended = wait(NULL);
    if (ended > 0) {
      workers--;
    } else if (errno != EINTR) {
      return;
    }
  }
}

static struct job_queue *make_queue(struct pool *pool, size_t count)
{
  struct job_queue *queue = pool_take(pool, sizeof(*queue));
  if (queue) {
    queue->count = count;
  }
  return queue;
}

/* Sound goes before what is found out meanwhile. */
#define BESIDE_SOUND 10

/* In the parent: the child's process, or -1. */
static pid_t start(struct job_queue *queue, int niceness,
                   void (*work)(struct job_queue *queue, void *context),
                   void *context)
{
  fflush(NULL);
  const pid_t child = fork();
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    setpriority(PRIO_PROCESS, 0, niceness);
    work(queue, context);
    fflush(NULL);
    _exit(0);
  }
  return child;
}

enum status jobs_run(struct pool *pool, size_t count,
                     void (*work)(struct job_queue *queue, void *context),
                     void *context)
{
  struct job_queue *queue = make_queue(pool, count);
  if (!queue) {
    return STATUS_NO_MEMORY;
  }
  const size_t wanted = worker_count(count);
  size_t started = 0;
  while (started < wanted && start(queue, 0, work, context) > 0) {
    started++;
  }
  wait_for_all(started);
  pool_give_back(pool, queue);
  return started > 0 || count == 0 ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status jobs_run_here(struct pool *pool, size_t count,
                          void (*work)(struct job_queue *queue, void *context),
                          void *context)
{
  struct job_queue *queue = make_queue(pool, count);
  if (!queue) {
    return STATUS_NO_MEMORY;
  }
  work(queue, context);
  pool_give_back(pool, queue);
  return STATUS_OK;
}

enum status jobs_begin(struct pool *pool, size_t count,
                       void (*work)(struct job_queue *queue, void *context),
                       void *context, struct job **job)
{
  struct job *made = calloc(1, sizeof(*made));
  struct job_queue *queue = made ? make_queue(pool, count) : NULL;
  if (!queue) {
    free(made);
    return STATUS_NO_MEMORY;
  }
  *made = (struct job){.pool = pool,
                       .queue = queue,
                       .process = start(queue, BESIDE_SOUND, work, context)};
  *job = made;
  return STATUS_OK;
}

void jobs_end(struct job *job)
{
  if (!job) {
    return;
  }
  child_kill(job->process);
  pool_give_back(job->pool, job->queue);
  free(job);
}
