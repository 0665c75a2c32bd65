/* Keeping the computer awake, on a private bus with services of our own. */

#include "unit.h"

#include "control/inhibit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define COOKIE 4711u
#define HANDLE "/org/freedesktop/portal/desktop/request/1"

/* Waiting for the bus, in steps of 10 ms, before the test gives up. */
#define PATIENCE 1000

/* What is held, as the services see it. */
struct desk {
  pid_t daemon;
  char config[64];
  sd_bus *services;
  struct bus *bus;
  struct inhibitor *inhibitor;
  int held;
  int asked;
  int wrong;
};

/* No services that the machine knows: they would be started on demand. */
static const char configuration[] =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<policy context=\"default\"><allow send_destination=\"*\"/>"
    "<allow eavesdrop=\"true\"/>"
    "<allow own=\"*\"/></policy></busconfig>";

static void write_configuration(struct desk *desk)
{
  strcpy(desk->config, "/tmp/supine-bus-XXXXXX");
  const int file = mkstemp(desk->config);
  assert_true(file >= 0);
  assert_int_equal(write(file, configuration, sizeof(configuration) - 1),
                   sizeof(configuration) - 1);
  close(file);
}

static void start_daemon(struct desk *desk)
{
  int ends[2];
  char address[256] = "";
  write_configuration(desk);
  assert_int_equal(pipe(ends), 0);
  desk->daemon = fork();
  if (desk->daemon == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execlp("dbus-daemon", "dbus-daemon", "--nofork", "--print-address",
           "--config-file", desk->config, (char *)NULL);
    _exit(127);
  }
  close(ends[1]);
  FILE *stream = fdopen(ends[0], "r");
  assert_non_null(stream);
  assert_non_null(fgets(address, sizeof(address), stream));
  fclose(stream);
  address[strcspn(address, "\n")] = '\0';
  setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
  setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", 1);
}

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof(*desk));
  assert_non_null(desk);
  start_daemon(desk);
  assert_true(sd_bus_open_user(&desk->services) >= 0);
  assert_int_equal(bus_create(&desk->bus), STATUS_OK);
  assert_int_equal(inhibitor_create(desk->bus, &desk->inhibitor), STATUS_OK);
  *state = desk;
  return 0;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  inhibitor_destroy(desk->inhibitor);
  bus_destroy(desk->bus);
  sd_bus_flush_close_unref(desk->services);
  kill(desk->daemon, SIGTERM);
  waitpid(desk->daemon, NULL, 0);
  unlink(desk->config);
  free(desk);
  return 0;
}

static int screen_inhibit(sd_bus_message *call, void *context,
                          sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  const char *who;
  const char *why;
  desk->asked++;
  desk->wrong += sd_bus_message_read(call, "ss", &who, &why) < 0 || !*why ||
                 strcmp(who, "supine") != 0;
  desk->held++;
  return sd_bus_reply_method_return(call, "u", COOKIE);
}

static int screen_release(sd_bus_message *call, void *context,
                          sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  uint32_t cookie = 0;
  desk->wrong +=
      sd_bus_message_read(call, "u", &cookie) < 0 || cookie != COOKIE;
  desk->held--;
  return sd_bus_reply_method_return(call, "");
}

static int portal_close(sd_bus_message *call, void *context,
                        sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  desk->held--;
  return sd_bus_reply_method_return(call, "");
}

static int portal_inhibit(sd_bus_message *call, void *context,
                          sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  const char *window;
  uint32_t flags = 0;
  desk->asked++;
  desk->wrong += sd_bus_message_read(call, "su", &window, &flags) < 0 ||
                 flags != (4u | 8u);
  desk->held++;
  return sd_bus_reply_method_return(call, "o", HANDLE);
}

static const sd_bus_vtable screen_saver[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Inhibit", "ss", "u", screen_inhibit,
                  SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("UnInhibit", "u", "", screen_release,
                  SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable portal[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Inhibit", "sua{sv}", "o", portal_inhibit,
                  SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable portal_request[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Close", "", "", portal_close, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static void offer(struct desk *desk, const char *path, const char *interface,
                  const sd_bus_vtable *table)
{
  assert_true(sd_bus_add_object_vtable(desk->services, NULL, path, interface,
                                       table, desk) >= 0);
}

static void offer_screen_saver(struct desk *desk)
{
  offer(desk, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver",
        screen_saver);
  assert_true(sd_bus_request_name(desk->services, "org.freedesktop.ScreenSaver",
                                  0) >= 0);
}

static void offer_portal(struct desk *desk)
{
  offer(desk, "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit", portal);
  offer(desk, HANDLE, "org.freedesktop.portal.Request", portal_request);
  assert_true(sd_bus_request_name(desk->services,
                                  "org.freedesktop.portal.Desktop", 0) >= 0);
}

static void let_pass(struct desk *desk)
{
  bus_process(desk->bus);
  while (sd_bus_process(desk->services, NULL) > 0) {
  }
  usleep(10000);
}

static void await(struct desk *desk, bool awake, int held)
{
  for (int i = 0; i < PATIENCE && desk->held != held; i++) {
    inhibitor_set(desk->inhibitor, awake);
    let_pass(desk);
  }
  assert_int_equal(desk->held, held);
  /* The answer to it, and anything said twice. */
  for (int i = 0; i < 10; i++) {
    inhibitor_set(desk->inhibitor, awake);
    let_pass(desk);
  }
  assert_int_equal(desk->held, held);
  assert_int_equal(desk->wrong, 0);
}

static void the_screen_saver_is_held_and_released(void **state)
{
  struct desk *desk = *state;
  offer_screen_saver(desk);
  await(desk, true, 1);
  await(desk, false, 0);
  await(desk, true, 1);
  assert_int_equal(desk->asked, 2);
}

static void the_portal_is_asked_first(void **state)
{
  struct desk *desk = *state;
  offer_screen_saver(desk);
  offer_portal(desk);
  await(desk, true, 1);
  assert_int_equal(desk->asked, 1);
  await(desk, false, 0);
}

static void the_end_releases(void **state)
{
  struct desk *desk = *state;
  offer_screen_saver(desk);
  await(desk, true, 1);
  inhibitor_destroy(desk->inhibitor);
  desk->inhibitor = NULL;
  for (int i = 0; i < PATIENCE && desk->held > 0; i++) {
    let_pass(desk);
  }
  assert_int_equal(desk->held, 0);
  assert_int_equal(desk->wrong, 0);
}

static void without_any_service_nothing_happens(void **state)
{
  struct desk *desk = *state;
  await(desk, true, 0);
  await(desk, false, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(the_screen_saver_is_held_and_released),
      TEST(the_portal_is_asked_first),
      TEST(the_end_releases),
      TEST(without_any_service_nothing_happens),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
