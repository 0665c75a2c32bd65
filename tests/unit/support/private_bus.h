/* A message bus of a test's own, with no services that the machine knows: they
   would be started on demand. */

#ifndef SUPINE_TESTS_PRIVATE_BUS_H
#define SUPINE_TESTS_PRIVATE_BUS_H

#include <sys/types.h>

struct private_bus {
  pid_t daemon;
};

/* Starts it and makes it this process's session bus and system bus. */
void private_bus_start(struct private_bus *bus);
void private_bus_end(struct private_bus *bus);

#endif
