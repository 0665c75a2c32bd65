/* Makes allocations fail on purpose. */

#include "support/allocator.h"

#include <errno.h>
#include <stddef.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *bytes, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *bytes, size_t size);

static long remaining = -1; /* negative: never fail */
static bool refused;
static _Thread_local size_t asked; /* bytes */

void allocator_fail_after(long count)
{
  remaining = count;
  refused = false;
}

bool allocator_recover(void)
{
  remaining = -1;
  return refused;
}

size_t allocator_bytes(void)
{
  return asked;
}

static bool refuse(void)
{
  if (remaining < 0) {
    return false;
  }
  if (remaining == 0) {
    refused = true;
    errno = ENOMEM;
    return true;
  }
  remaining--;
  return false;
}

void *__wrap_malloc(size_t size)
{
  asked += size;
  return refuse() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
  asked += count * size;
  return refuse() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *bytes, size_t size)
{
  asked += size;
  return refuse() ? NULL : __real_realloc(bytes, size);
}
