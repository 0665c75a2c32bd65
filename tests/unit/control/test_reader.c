/* The screen reader's sign, on a private bus with a service of our own. */

#include "unit.h"

#include "control/reader.h"
#include "support/private_bus.h"

#include <stdlib.h>
#include <systemd/sd-bus.h>
#include <unistd.h>

/* Waiting for the bus, in steps of 10 ms, before the test gives up. */
#define PATIENCE 6000

struct desk {
  struct private_bus private;
  sd_bus *service;
  struct bus *bus;
  struct reader_watch *watch;
  int active;
  int asked;
};

static int get_active(sd_bus *bus, const char *path, const char *interface,
                      const char *property, sd_bus_message *reply,
                      void *context, sd_bus_error *error)
{
  (void)bus, (void)path, (void)interface, (void)property, (void)error;
  struct desk *desk = context;
  desk->asked++;
  return sd_bus_message_append(reply, "b", desk->active);
}

static const sd_bus_vtable status[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("ScreenReaderEnabled", "b", get_active, 0, 0),
    SD_BUS_VTABLE_END,
};

/* The bus of accessibility is there, and knows of the reader or not. */
static void offer(struct desk *desk, const char *interface)
{
  assert_true(sd_bus_add_object_vtable(desk->service, NULL, "/org/a11y/bus",
                                       interface, status, desk) >= 0);
  assert_true(sd_bus_request_name(desk->service, "org.a11y.Bus", 0) >= 0);
}

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof(*desk));
  assert_non_null(desk);
  private_bus_start(&desk->private);
  assert_true(sd_bus_open_user(&desk->service) >= 0);
  assert_int_equal(bus_create(&desk->bus), STATUS_OK);
  *state = desk;
  return 0;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  reader_watch_destroy(desk->watch);
  bus_destroy(desk->bus);
  sd_bus_flush_close_unref(desk->service);
  private_bus_end(&desk->private);
  free(desk);
  return 0;
}

static bool is_active(struct desk *desk)
{
  assert_int_equal(reader_watch_create(desk->bus, &desk->watch), STATUS_OK);
  assert_false(reader_watch_answered(desk->watch));
  for (int i = 0; i < PATIENCE && !reader_watch_answered(desk->watch); i++) {
    bus_process(desk->bus);
    while (sd_bus_process(desk->service, NULL) > 0) {
    }
    usleep(10000);
  }
  assert_true(reader_watch_answered(desk->watch));
  return reader_watch_active(desk->watch);
}

static void a_reader_at_work_is_noticed(void **state)
{
  struct desk *desk = *state;
  desk->active = 1;
  offer(desk, "org.a11y.Status");
  assert_true(is_active(desk));
  assert_int_equal(desk->asked, 1);
}

static void a_reader_that_rests_is_none(void **state)
{
  struct desk *desk = *state;
  offer(desk, "org.a11y.Status");
  assert_false(is_active(desk));
  assert_int_equal(desk->asked, 1);
}

static void who_knows_nothing_of_readers_says_so(void **state)
{
  struct desk *desk = *state;
  desk->active = 1;
  offer(desk, "org.a11y.Other");
  assert_false(is_active(desk));
}

static void nobody_there_is_an_answer_too(void **state)
{
  assert_false(is_active(*state));
}

static void without_a_bus_nothing_is_waited_for(void **state)
{
  (void)state;
  struct reader_watch *watch = NULL;
  assert_int_equal(reader_watch_create(NULL, &watch), STATUS_OK);
  assert_true(reader_watch_answered(watch));
  assert_false(reader_watch_active(watch));
  reader_watch_destroy(watch);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_reader_at_work_is_noticed),
      TEST(a_reader_that_rests_is_none),
      TEST(who_knows_nothing_of_readers_says_so),
      TEST(nobody_there_is_an_answer_too),
      cmocka_unit_test(without_a_bus_nothing_is_waited_for),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
