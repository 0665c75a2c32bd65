/* The message buses: media buttons, inhibitors and the screen reader's sign
   all come from here. Everything is optional: where there is no bus, or the
   program was built without, each call does nothing. */

#ifndef SUPINE_CONTROL_BUS_H
#define SUPINE_CONTROL_BUS_H

#include "base/status.h"

#include <stdbool.h>

struct bus;
struct sd_bus;

/* Connects to the session bus, and to the system bus if it is there. Neither
   is waited for.
   Possible errors: STATUS_UNSUPPORTED (no bus, or built without),
   STATUS_NO_MEMORY. */
enum status bus_create(struct bus **bus);

/* Says goodbye; NULL is fine, here and below. */
void bus_destroy(struct bus *bus);

/* What to wait for with poll(): descriptors (below 0: none) and events for the
   session bus and the system bus, and the longest time to wait, which may be
   lowered. */
struct bus_wait {
  int descriptors[2];
  short events[2];
};
void bus_prepare(struct bus *bus, struct bus_wait *wait, int *timeout_ms);

/* Handles what has arrived. */
void bus_process(struct bus *bus);

/* For the files of this room: NULL when the bus was lost or never there. */
struct sd_bus *bus_session(const struct bus *bus);
struct sd_bus *bus_system(const struct bus *bus);

#endif
