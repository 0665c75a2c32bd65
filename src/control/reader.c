/* Asks the accessibility bus for a screen reader (AT-SPI 2,
   org.a11y.Status.ScreenReaderEnabled). */

#include "control/reader.h"

#include <stdlib.h>
#include <systemd/sd-bus.h>

struct reader_watch {
  sd_bus_slot *call;
  bool asked;
  bool answered;
  bool active;
};

static int answered(sd_bus_message *reply, void *context, sd_bus_error *error)
{
  (void)error;
  struct reader_watch *watch = context;
  int active = 0;
  watch->answered = true;
  if (!sd_bus_message_is_method_error(reply, NULL) &&
      sd_bus_message_read(reply, "v", "b", &active) >= 0) {
    watch->active = active != 0;
  }
  return 0;
}

/* The question alone must not start the accessibility bus. */
static void ask(struct reader_watch *watch, struct sd_bus *bus)
{
  sd_bus_message *question = NULL;
  if (sd_bus_message_new_method_call(
          bus, &question, "org.a11y.Bus", "/org/a11y/bus",
          "org.freedesktop.DBus.Properties", "Get") >= 0 &&
      sd_bus_message_set_auto_start(question, 0) >= 0 &&
      sd_bus_message_append(question, "ss", "org.a11y.Status",
                            "ScreenReaderEnabled") >= 0) {
    watch->asked =
        sd_bus_call_async(bus, &watch->call, question, answered, watch, 0) >= 0;
  }
  sd_bus_message_unref(question);
}

enum status reader_watch_create(struct bus *bus, struct reader_watch **watch)
{
  struct reader_watch *made = calloc(1, sizeof(*made));
  if (!made) {
    return STATUS_NO_MEMORY;
  }
  if (bus_session(bus)) {
    ask(made, bus_session(bus));
  }
  *watch = made;
  return STATUS_OK;
}

void reader_watch_destroy(struct reader_watch *watch)
{
  if (watch) {
    sd_bus_slot_unref(watch->call);
    free(watch);
  }
}

bool reader_watch_answered(const struct reader_watch *watch)
{
  return !watch || !watch->asked || watch->answered;
}

bool reader_watch_active(const struct reader_watch *watch)
{
  return watch && watch->active;
}
