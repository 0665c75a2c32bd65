/* The time that passes. */

#ifndef SUPINE_SYSTEM_NOW_H
#define SUPINE_SYSTEM_NOW_H

#include <stdint.h>

/* Milliseconds of the monotonic clock, which no one sets. Any thread but the
   audio thread. */
int64_t now_ms(void);

#endif
