/* Work on many routines at once, in a process a core: the voice and the mixer
   want a process to themselves. */

#ifndef SUPINE_SESSION_JOBS_H
#define SUPINE_SESSION_JOBS_H

#include "base/pool.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

struct job_queue;

/* Forks a process a core (at most one an item) which each run `work` once, and
   waits for them all. What they find out they write to memory of `pool`, which
   they share. An item whose process died is simply not worked on further, so
   results begin as failures. The program must have no threads.
   Possible errors: STATUS_NO_MEMORY. */
enum status jobs_run(struct pool *pool, size_t count,
                     void (*work)(struct job_queue *queue, void *context),
                     void *context);

/* The same in this process alone. */
enum status jobs_run_here(struct pool *pool, size_t count,
                          void (*work)(struct job_queue *queue, void *context),
                          void *context);

struct job;

/* Begins the same in one process, beside which this one goes on.
   Possible errors: STATUS_NO_MEMORY. */
enum status jobs_begin(struct pool *pool, size_t count,
                       void (*work)(struct job_queue *queue, void *context),
                       void *context, struct job **job);

/* Ends that process, however far it has come; NULL is fine. */
void jobs_end(struct job *job);

/* Inside `work`: the next item that nobody has taken, from 0; false when there
   are no more. */
bool jobs_next(struct job_queue *queue, size_t *index);

#endif
