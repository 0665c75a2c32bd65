/* Whether a screen reader is at work: it would read aloud what is printed. */

#ifndef SUPINE_CONTROL_READER_H
#define SUPINE_CONTROL_READER_H

#include "control/bus.h"

struct reader_watch;

/* Asks the accessibility bus, without waiting for the answer. `bus` is
   borrowed; NULL is fine.
   Possible errors: STATUS_NO_MEMORY. */
enum status reader_watch_create(struct bus *bus, struct reader_watch **watch);

/* Before the bus is destroyed; NULL is fine. */
void reader_watch_destroy(struct reader_watch *watch);

/* True once the bus has answered, or when it was never asked. */
bool reader_watch_answered(const struct reader_watch *watch);

/* True once the bus has said that a screen reader is active. */
bool reader_watch_active(const struct reader_watch *watch);

#endif
