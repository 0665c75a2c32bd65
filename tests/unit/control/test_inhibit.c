/* Keeping the computer awake, on a private bus with services of our own. */

#include "unit.h"

#include "control/inhibit.h"
#include "support/private_bus.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

#define COOKIE 4711u
#define HANDLE "/org/freedesktop/portal/desktop/request/1"

/* Waiting for the bus, in steps of 10 ms, before the test gives up. */
#define PATIENCE 6000

/* What is held, as the services see it. */
struct desk {
  struct private_bus private;
  sd_bus *services;
  struct bus *bus;
  struct inhibitor *inhibitor;
  int login_pipe[2]; /* the far end is handed out */
  int held;
  int asked;
  int wrong;
};

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof(*desk));
  assert_non_null(desk);
  private_bus_start(&desk->private);
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
  private_bus_end(&desk->private);
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

/* What is handed out is held until every copy of it is closed. */
static int login_inhibit(sd_bus_message *call, void *context,
                         sd_bus_error *error)
{
  (void)error;
  struct desk *desk = context;
  const char *what;
  const char *who;
  const char *why;
  const char *mode;
  desk->asked++;
  desk->wrong +=
      sd_bus_message_read(call, "ssss", &what, &who, &why, &mode) < 0 ||
      strcmp(what, "idle:sleep") != 0 || strcmp(who, "supine") != 0 || !*why ||
      strcmp(mode, "block") != 0;
  desk->held++;
  assert_int_equal(pipe2(desk->login_pipe, O_CLOEXEC), 0);
  const int status = sd_bus_reply_method_return(call, "h", desk->login_pipe[1]);
  close(desk->login_pipe[1]);
  return status;
}

static void see_login_release(struct desk *desk)
{
  struct pollfd end = {.fd = desk->login_pipe[0]};
  if (desk->login_pipe[0] > 0 && poll(&end, 1, 0) == 1 &&
      (end.revents & POLLHUP)) {
    close(desk->login_pipe[0]);
    desk->login_pipe[0] = 0;
    desk->held--;
  }
}

static int refuse(sd_bus_message *call, void *context, sd_bus_error *error)
{
  (void)call;
  struct desk *desk = context;
  desk->asked++;
  return sd_bus_error_set(error, SD_BUS_ERROR_ACCESS_DENIED, "No.");
}

static const sd_bus_vtable login[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Inhibit", "ssss", "h", login_inhibit,
                  SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable unwilling_portal[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD("Inhibit", "sua{sv}", "o", refuse,
                  SD_BUS_VTABLE_UNPRIVILEGED),
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

static void offer_login(struct desk *desk)
{
  offer(desk, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
        login);
  assert_true(
      sd_bus_request_name(desk->services, "org.freedesktop.login1", 0) >= 0);
}

static void let_pass(struct desk *desk)
{
  bus_process(desk->bus);
  while (sd_bus_process(desk->services, NULL) > 0) {
  }
  see_login_release(desk);
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

static void logind_is_asked_where_no_desktop_is(void **state)
{
  struct desk *desk = *state;
  offer_login(desk);
  await(desk, true, 1);
  await(desk, false, 0);
  await(desk, true, 1);
  inhibitor_destroy(desk->inhibitor);
  desk->inhibitor = NULL;
  see_login_release(desk);
  assert_int_equal(desk->held, 0);
  assert_int_equal(desk->asked, 2);
}

static void whoever_refuses_is_passed_over(void **state)
{
  struct desk *desk = *state;
  offer(desk, "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit", unwilling_portal);
  assert_true(sd_bus_request_name(desk->services,
                                  "org.freedesktop.portal.Desktop", 0) >= 0);
  offer_login(desk);
  await(desk, true, 1);
  assert_int_equal(desk->asked, 2);
  await(desk, false, 0);
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
      TEST(logind_is_asked_where_no_desktop_is),
      TEST(whoever_refuses_is_passed_over),
      TEST(without_any_service_nothing_happens),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
