/* Makes allocations fail on purpose: every unit test is linked with malloc,
   calloc and realloc wrapped, so that a test can fail each in turn. */

#ifndef SUPINE_TESTS_ALLOCATOR_H
#define SUPINE_TESTS_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

/* After `count` more successful allocations every further one fails, until
   allocator_recover(). */
void allocator_fail_after(long count);

/* Allocations succeed again. Returns whether one was refused meanwhile, so
   that a loop over rising counts knows when it is through. */
bool allocator_recover(void);

/* How many bytes this thread has asked for so far, whether or not it has given
   them back: more than it ever held at once. */
size_t allocator_bytes(void);

#endif
