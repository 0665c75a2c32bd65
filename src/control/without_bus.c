/* Stands in for the files that need sd-bus where the program is built without
   it: there is no bus, and nothing is ever asked of one. */

#include "control/inhibit.h"
#include "control/media.h"
#include "control/reader.h"

#include <stddef.h>

enum status bus_create(struct bus **bus)
{
  (void)bus;
  return STATUS_UNSUPPORTED;
}

void bus_destroy(struct bus *bus)
{
  (void)bus;
}

void bus_prepare(struct bus *bus, struct bus_wait *wait, int *timeout_ms)
{
  (void)bus, (void)timeout_ms;
  *wait = (struct bus_wait){.descriptors = {-1, -1}};
}

void bus_process(struct bus *bus)
{
  (void)bus;
}

struct sd_bus *bus_session(const struct bus *bus)
{
  (void)bus;
  return NULL;
}

enum status media_create(struct bus *bus, const struct media_owner *owner,
                         struct media **media)
{
  (void)bus, (void)owner, (void)media;
  return STATUS_UNSUPPORTED;
}

void media_destroy(struct media *media)
{
  (void)media;
}

void media_update(struct media *media)
{
  (void)media;
}

enum status inhibitor_create(struct bus *bus, struct inhibitor **inhibitor)
{
  (void)bus;
  *inhibitor = NULL;
  return STATUS_OK;
}

void inhibitor_destroy(struct inhibitor *inhibitor)
{
  (void)inhibitor;
}

void inhibitor_set(struct inhibitor *inhibitor, bool awake)
{
  (void)inhibitor, (void)awake;
}

enum status reader_watch_create(struct bus *bus, struct reader_watch **watch)
{
  (void)bus;
  *watch = NULL;
  return STATUS_OK;
}

void reader_watch_destroy(struct reader_watch *watch)
{
  (void)watch;
}

bool reader_watch_answered(const struct reader_watch *watch)
{
  (void)watch;
  return true;
}

bool reader_watch_active(const struct reader_watch *watch)
{
  (void)watch;
  return false;
}
