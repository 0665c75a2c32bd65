/* Memory that the main process and the output process see at the same address:
   everything the mixer touches (clips, scores, the mixer itself) lives here,
   so that an output process which hangs can be ended and forked anew without
   losing the place. */

#ifndef SUPINE_BASE_POOL_H
#define SUPINE_BASE_POOL_H

#include "base/status.h"

#include <stddef.h>

struct pool;

/* Reserves address space; memory is used only as it is taken. The mapping is
   shared with every process forked afterwards. Taking and giving back belong
   to the main thread of the process that created it; forked processes only
   read and write what they were shown.
   Possible errors: STATUS_NO_MEMORY. */
enum status pool_create(struct pool **pool);

/* Unmaps everything that was ever taken from it; NULL is fine. */
void pool_destroy(struct pool *pool);

/* `size` zeroed bytes aligned to 64 (a cache line); NULL when memory is
   short. */
void *pool_take(struct pool *pool, size_t size);

/* Gives bytes back that pool_take() returned; NULL is fine. */
void pool_give_back(struct pool *pool, void *bytes);

#endif
