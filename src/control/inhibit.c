/* Keeps the computer awake: three services know how, and the first that
   answers does it. Nothing is ever waited for. */

#include "control/inhibit.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define WHO "supine"
#define WHY "A session is playing"

/* org.freedesktop.portal.Inhibit, version 3: 4 is suspend, 8 is idle. */
#define PORTAL_FLAGS (4u | 8u)

enum service { PORTAL, SCREEN_SAVER, LOGIND, NO_SERVICE };

struct inhibitor {
  struct bus *bus;
  bool awake;           /* what was asked for last */
  enum service service; /* that holds, or is being asked */
  sd_bus_slot *call;    /* on its way */
  char *request;        /* the portal's handle */
  uint32_t cookie;      /* the screen saver's */
  bool has_cookie;
  int descriptor; /* logind's; below 0: none */
};

static void ask(struct inhibitor *inhibitor);

static int ignore_answer(sd_bus_message *reply, void *context,
                         sd_bus_error *error)
{
  (void)reply, (void)context, (void)error;
  return 0;
}

static int keep_grant(struct inhibitor *inhibitor, sd_bus_message *reply)
{
  const char *request;
  int descriptor;
  int status = -1;
  switch (inhibitor->service) {
  case PORTAL:
    status = sd_bus_message_read(reply, "o", &request);
    inhibitor->request = status >= 0 ? strdup(request) : NULL;
    break;
  case SCREEN_SAVER:
    status = sd_bus_message_read(reply, "u", &inhibitor->cookie);
    inhibitor->has_cookie = status >= 0;
    break;
  case LOGIND:
    status = sd_bus_message_read(reply, "h", &descriptor);
    /* The message takes its descriptor along when it goes. */
    inhibitor->descriptor =
        status >= 0 ? fcntl(descriptor, F_DUPFD_CLOEXEC, 3) : -1;
    break;
  case NO_SERVICE:
    break;
  }
  return status;
}

static int answered(sd_bus_message *reply, void *context, sd_bus_error *error)
{
  (void)error;
  struct inhibitor *inhibitor = context;
  inhibitor->call = sd_bus_slot_unref(inhibitor->call);
  if (sd_bus_message_is_method_error(reply, NULL) ||
      keep_grant(inhibitor, reply) < 0) {
    inhibitor->service++;
    ask(inhibitor);
  }
  return 0;
}

static int ask_portal(struct inhibitor *inhibitor, struct sd_bus *bus)
{
  return sd_bus_call_method_async(
      bus, &inhibitor->call, "org.freedesktop.portal.Desktop",
      "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit",
      "Inhibit", answered, inhibitor, "sua{sv}", "", PORTAL_FLAGS, 1, "reason",
      "s", WHY);
}

static int ask_screen_saver(struct inhibitor *inhibitor, struct sd_bus *bus)
{
  return sd_bus_call_method_async(
      bus, &inhibitor->call, "org.freedesktop.ScreenSaver",
      "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Inhibit",
      answered, inhibitor, "ss", WHO, WHY);
}

static int ask_logind(struct inhibitor *inhibitor, struct sd_bus *bus)
{
  return sd_bus_call_method_async(
      bus, &inhibitor->call, "org.freedesktop.login1",
      "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit",
      answered, inhibitor, "ssss", "idle:sleep", WHO, WHY, "block");
}

/* Goes down the services until one can at least be asked. */
static void ask(struct inhibitor *inhibitor)
{
  struct sd_bus *session = bus_session(inhibitor->bus);
  struct sd_bus *system = bus_system(inhibitor->bus);
  for (; inhibitor->service < NO_SERVICE; inhibitor->service++) {
    int status = -1;
    if (inhibitor->service == LOGIND) {
      status = system ? ask_logind(inhibitor, system) : -1;
    } else if (session) {
      status = inhibitor->service == PORTAL
                   ? ask_portal(inhibitor, session)
                   : ask_screen_saver(inhibitor, session);
    }
    if (status >= 0) {
      return;
    }
  }
}

static void let_sleep(struct inhibitor *inhibitor)
{
  struct sd_bus *bus = bus_session(inhibitor->bus);
  if (bus && inhibitor->request) {
    sd_bus_call_method_async(
        bus, NULL, "org.freedesktop.portal.Desktop", inhibitor->request,
        "org.freedesktop.portal.Request", "Close", ignore_answer, NULL, NULL);
  }
  if (bus && inhibitor->has_cookie) {
    sd_bus_call_method_async(bus, NULL, "org.freedesktop.ScreenSaver",
                             "/org/freedesktop/ScreenSaver",
                             "org.freedesktop.ScreenSaver", "UnInhibit",
                             ignore_answer, NULL, "u", inhibitor->cookie);
  }
  if (inhibitor->descriptor >= 0) {
    close(inhibitor->descriptor);
  }
  free(inhibitor->request);
  inhibitor->request = NULL;
  inhibitor->has_cookie = false;
  inhibitor->descriptor = -1;
}

enum status inhibitor_create(struct bus *bus, struct inhibitor **inhibitor)
{
  struct inhibitor *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  made->bus = bus;
  made->service = NO_SERVICE;
  made->descriptor = -1;
  *inhibitor = made;
  return STATUS_OK;
}

void inhibitor_destroy(struct inhibitor *inhibitor)
{
  if (inhibitor) {
    sd_bus_slot_unref(inhibitor->call);
    let_sleep(inhibitor);
    free(inhibitor);
  }
}

void inhibitor_set(struct inhibitor *inhibitor, bool awake)
{
  if (inhibitor->call) {
    /* The answer on its way says who holds; nothing can be given back before.
     */
    return;
  }
  if (awake == inhibitor->awake) {
    return;
  }
  inhibitor->awake = awake;
  let_sleep(inhibitor);
  if (awake) {
    inhibitor->service = PORTAL;
    ask(inhibitor);
  }
}
