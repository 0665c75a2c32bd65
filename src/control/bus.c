/* The message buses. */

#include "control/bus.h"

#include "system/log.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>

struct bus {
  sd_bus *session;
  sd_bus *system;
};

/* sd-bus returns what would be in errno, below 0. */
static bool succeeds(const char *what, int result)
{
  if (result < 0) {
    log_failure(what, strerror(-result));
  }
  return result >= 0;
}

enum status bus_create(struct bus **bus)
{
  struct bus *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  if (!succeeds("session bus", sd_bus_open_user(&made->session))) {
    made->session = NULL;
  }
  if (!succeeds("system bus", sd_bus_open_system(&made->system))) {
    made->system = NULL;
  }
  if (!made->session && !made->system) {
    free(made);
    return STATUS_UNSUPPORTED;
  }
  *bus = made;
  return STATUS_OK;
}

void bus_destroy(struct bus *bus)
{
  if (bus) {
    sd_bus_flush_close_unref(bus->session);
    sd_bus_flush_close_unref(bus->system);
    free(bus);
  }
}

static void prepare_one(sd_bus *bus, int *descriptor, short *events,
                        int *timeout_ms)
{
  *descriptor = bus ? sd_bus_get_fd(bus) : -1;
  if (*descriptor < 0) {
    return;
  }
  const int wanted = sd_bus_get_events(bus);
  *events = (short)(wanted < 0 ? 0 : wanted);
  uint64_t until_us;
  if (sd_bus_get_timeout(bus, &until_us) >= 0 && until_us != UINT64_MAX) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const int64_t left_ms = ((int64_t)until_us - (int64_t)now.tv_sec * 1000000 -
                             now.tv_nsec / 1000 + 999) /
                            1000;
    if (left_ms < *timeout_ms) {
      *timeout_ms = left_ms < 0 ? 0 : (int)left_ms;
    }
  }
}

void bus_prepare(struct bus *bus, struct bus_wait *wait, int *timeout_ms)
{
  *wait = (struct bus_wait){.descriptors = {-1, -1}};
  if (bus) {
    prepare_one(bus->session, &wait->descriptors[0], &wait->events[0],
                timeout_ms);
    prepare_one(bus->system, &wait->descriptors[1], &wait->events[1],
                timeout_ms);
  }
}

/* A bus that fails is lost for good; the session plays on without it. */
static void process_one(sd_bus **bus)
{
  int handled = 1;
  while (*bus && handled > 0) {
    handled = sd_bus_process(*bus, NULL);
  }
  if (handled < 0) {
    sd_bus_close(*bus);
    *bus = sd_bus_unref(*bus);
  }
}

void bus_process(struct bus *bus)
{
  if (bus) {
    process_one(&bus->session);
    process_one(&bus->system);
  }
}

struct sd_bus *bus_session(const struct bus *bus)
{
  return bus ? bus->session : NULL;
}

struct sd_bus *bus_system(const struct bus *bus)
{
  return bus ? bus->system : NULL;
}
