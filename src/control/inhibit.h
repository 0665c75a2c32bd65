/* Keeps the computer awake while a session plays. */

#ifndef SUPINE_CONTROL_INHIBIT_H
#define SUPINE_CONTROL_INHIBIT_H

#include "control/bus.h"

struct inhibitor;

/* The bus is borrowed; NULL is fine and inhibits nothing.
   Possible errors: STATUS_NO_MEMORY. */
enum status inhibitor_create(struct bus *bus, struct inhibitor **inhibitor);

/* Releases what is held; before the bus is destroyed. NULL is fine. A crash
   releases it too, since the bus sees the connection end. */
void inhibitor_destroy(struct inhibitor *inhibitor);

/* Asks the desktop portal, else the screen saver, else logind, whichever
   answers; or gives back what was granted. Saying the same again is free. */
void inhibitor_set(struct inhibitor *inhibitor, bool awake);

#endif
