/* What a desktop does on a message bus, as far as Supine asks for it: keeps the
   computer awake, and knows whether a screen reader is at work. A peer for
   tests; each thing that happens is a line on standard output.

     live_desk SERVICE...    screen-saver, portal, login, reader */

#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define HANDLE "/org/freedesktop/portal/desktop/request/1"

struct desk {
  sd_bus *bus;
  char holder[64];
  int login_end; /* closed by the far side when it lets go */
};

static void tell(const char *what)
{
  puts(what);
  fflush(stdout);
}

/* A desktop lets go of what a client held that ended without a word. */
static int name_changed(sd_bus_message *signal, void *context,
                        sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  const char *name;
  const char *before;
  const char *now;
  if (sd_bus_message_read(signal, "sss", &name, &before, &now) >= 0 && !*now &&
      strcmp(name, desk->holder) == 0) {
    desk->holder[0] = '\0';
    tell("gone");
  }
  return 0;
}

static void hold(struct desk *desk, sd_bus_message *call, const char *what)
{
  snprintf(desk->holder, sizeof(desk->holder), "%s",
           sd_bus_message_get_sender(call));
  tell(what);
}

static int on_screen_saver(sd_bus_message *call, void *context,
                           sd_bus_error *error)
{
  (void)error;
  hold(context, call, "held by the screen saver");
  return sd_bus_reply_method_return(call, "u", 7u);
}

static int on_portal(sd_bus_message *call, void *context, sd_bus_error *error)
{
  (void)error;
  hold(context, call, "held by the portal");
  return sd_bus_reply_method_return(call, "o", HANDLE);
}

static int on_release(sd_bus_message *call, void *context, sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  desk->holder[0] = '\0';
  tell("released");
  return sd_bus_reply_method_return(call, "");
}

static int on_login(sd_bus_message *call, void *context, sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) {
    return -1;
  }
  desk->login_end = ends[0];
  tell("held by logind");
  const int status = sd_bus_reply_method_return(call, "h", ends[1]);
  close(ends[1]);
  return status;
}

static int get_true(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *context,
                    sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property;
  (void)context, (void)error;
  return sd_bus_message_append(reply, "b", 1);
}

#define METHOD(name, takes, gives, handler)                                    \
  SD_BUS_VTABLE_START(0),                                                      \
      SD_BUS_METHOD(name, takes, gives, handler, SD_BUS_VTABLE_UNPRIVILEGED)

static const sd_bus_vtable screen_saver[] = {
    METHOD("Inhibit", "ss", "u", on_screen_saver),
    SD_BUS_METHOD("UnInhibit", "u", "", on_release, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable portal[] = {
    METHOD("Inhibit", "sua{sv}", "o", on_portal),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable request[] = {
    METHOD("Close", "", "", on_release),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable login[] = {
    METHOD("Inhibit", "ssss", "h", on_login),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable reader[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("ScreenReaderEnabled", "b", get_true, 0, 0),
    SD_BUS_VTABLE_END,
};

static const struct {
  const char *service;
  const char *name;
  const char *path;
  const char *interface;
  const sd_bus_vtable *table;
} offers[] = {
    {"screen-saver", "org.freedesktop.ScreenSaver",
     "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
     screen_saver},
    {"portal", "org.freedesktop.portal.Desktop",
     "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit",
     portal},
    {"portal", NULL, HANDLE, "org.freedesktop.portal.Request", request},
    {"login", "org.freedesktop.login1", "/org/freedesktop/login1",
     "org.freedesktop.login1.Manager", login},
    {"reader", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", reader},
};

static int offer(struct desk *desk, const char *service)
{
  int status = -1;
  for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
    if (strcmp(offers[i].service, service) == 0) {
      status =
          sd_bus_add_object_vtable(desk->bus, NULL, offers[i].path,
                                   offers[i].interface, offers[i].table, desk);
      if (status >= 0 && offers[i].name) {
        status = sd_bus_request_name(desk->bus, offers[i].name, 0);
      }
    }
  }
  return status;
}

static void wait_for_something(struct desk *desk)
{
  struct pollfd ends[2] = {
      {.fd = sd_bus_get_fd(desk->bus), .events = POLLIN},
      {.fd = desk->login_end},
  };
  poll(ends, 2, 1000);
  if (ends[1].revents & POLLHUP) {
    close(desk->login_end);
    desk->login_end = -1;
    tell("released");
  }
}

int main(int argc, char **argv)
{
  struct desk desk = {.login_end = -1};
  int status = sd_bus_open_user(&desk.bus);
  if (status >= 0) {
    status =
        sd_bus_match_signal(desk.bus, NULL, NULL, NULL, "org.freedesktop.DBus",
                            "NameOwnerChanged", name_changed, &desk);
  }
  for (int i = 1; i < argc && status >= 0; i++) {
    status = offer(&desk, argv[i]);
  }
  if (status >= 0) {
    tell("ready");
  }
  while (status >= 0) {
    status = sd_bus_process(desk.bus, NULL);
    if (status == 0) {
      wait_for_something(&desk);
    }
  }
  fprintf(stderr, "The bus was lost.\n");
  return 1;
}
