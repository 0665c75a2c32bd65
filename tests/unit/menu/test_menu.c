/* Every key of the menu, and the buttons of a headset: what is said, and what
   is chosen. */

#include "unit.h"

#include "base/frames.h"
#include "base/pool.h"
#include "control/keys.h"
#include "menu/menu.h"
#include "output/clock.h"
#include "player/volume.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECOND ((int64_t)FRAME_RATE)
#define MILLISECONDS(n) ((n)*SECOND / 1000)
#define BLOCK 480
#define ITEMS 7
#define NOTHING ITEMS

struct hall {
  struct pool *pool;
  struct mixer *mixer;
  struct output *output;
  struct menu *menu;
  struct loop_host host;
  struct menu_item items[ITEMS];
  struct clip clip;
  float samples[FRAME_RATE / 2];
  char log[2048];
};

static const struct menu_item items[ITEMS] = {
    {"Evening", "en", 16 * 60 * SECOND, true, false},
    {"Bridge", "en", 90 * SECOND, false, false},
    {"Broken", "en", 0, false, false},
    {"Rücken", "de", 300 * SECOND, false, false},
    {"Cat", "en", 60 * SECOND, false, false},
    {"Dawn", "en", 60 * SECOND, false, false},
    {"Échauffement", "fr", 60 * SECOND, false, false},
};

static const struct menu_item *item_at(void *context, size_t index)
{
  const struct hall *hall = context;
  assert_true(index < ITEMS);
  return &hall->items[index];
}

static enum status speak(void *context, const struct utterance *utterance,
                         const struct clip **clip)
{
  struct hall *hall = context;
  assert_string_equal(utterance->voice, "whisper");
  assert_int_equal(utterance->speed, 150);
  *clip = &hall->clip;
  return STATUS_OK;
}

static enum status find_no_sound(void *context, const char *name,
                                 const char *beside, const struct clip **clip)
{
  (void)context, (void)name, (void)beside, (void)clip;
  return STATUS_NOT_FOUND;
}

static void log_line(void *context, enum player_line kind, const char *text)
{
  struct hall *hall = context;
  const size_t length = strlen(hall->log);
  assert_int_equal(kind, PLAYER_LINE_ANSWER);
  snprintf(hall->log + length, sizeof(hall->log) - length, "%s\n", text);
}

static void render(void *context, float *stereo, uint32_t frames)
{
  mixer_render(context, stereo, frames);
}

static void open_hall(struct hall *hall)
{
  *hall = (struct hall){0};
  hall->clip = (struct clip){
      .frames = SECOND / 2, .channels = 1, .samples = hall->samples};
  assert_int_equal(pool_create(&hall->pool), STATUS_OK);
  assert_int_equal(
      mixer_create(hall->pool, &(struct mixer_options){0}, &hall->mixer),
      STATUS_OK);
  const struct output_source source = {.render = render,
                                       .context = hall->mixer};
  assert_int_equal(clock_create(source, BLOCK, &hall->output), STATUS_OK);
  assert_int_equal(output_start(hall->output), STATUS_OK);
  const struct announcer_services services = {
      .mixer = hall->mixer,
      .clips = {.context = hall, .speak = speak, .sound = find_no_sound},
      .lines = {.context = hall, .line = log_line},
  };
  const struct menu_options options = {
      .language = "en", .voice = "whisper", .speed = 150, .volume = 600};
  const struct menu_items all = {
      .context = hall, .count = ITEMS, .item = item_at};
  memcpy(hall->items, items, sizeof(items));
  assert_int_equal(menu_create(&services, &options, &all, &hall->menu),
                   STATUS_OK);
  hall->host = menu_host(hall->menu);
}

static void close_hall(struct hall *hall)
{
  menu_destroy(hall->menu);
  output_destroy(hall->output);
  mixer_destroy(hall->pool, hall->mixer);
  pool_destroy(hall->pool);
}

static void let_pass(struct hall *hall, int64_t frames)
{
  for (int64_t done = 0; done < frames; done += BLOCK) {
    hall->host.poll(hall->host.context);
    clock_advance(hall->output, BLOCK);
  }
}

static bool is_over(const struct hall *hall)
{
  enum loop_end end;
  return hall->host.is_over(hall->host.context, &end);
}

/* What the catalogues say. */
#define GREETING "Supine. Choose what to play.\n"
#define EVENING "Go on with Evening, 16 minutes. Press 1, or space to start.\n"
#define PAGE                                                                   \
  GREETING EVENING "Bridge, 1 minute 30 seconds. Press 2.\n"                   \
                   "Broken. Press 3.\n"                                        \
                   "Rücken, 5 Minuten. Drücke 4.\n"                          \
                   "Cat, 1 minute. Press 5.\n"                                 \
                   "Arrow down for more, Escape to leave.\n"
#define BRIDGE "Bridge, 1 minute 30 seconds. Press 2, or space to start.\n"
#define DAWN "Dawn, 1 minute. Press 1, or space to start.\n"

/* Pressed in the midst of the greeting, with what is said right then. */
static const struct {
  uint32_t key;
  const char *said;
  size_t chosen;
  bool over;
} rows[] = {
    {' ', "", 0, true},
    {'0', "", 0, true},
    {KEY_ENTER, "", 0, true},
    {KEY_INSERT, "", 0, true},
    {'1', "", 0, true},
    {'5', "", 4, true},
    {'6', GREETING, NOTHING, false},
    {'9', GREETING, NOTHING, false},
    {KEY_ESCAPE, "", NOTHING, true},
    {KEY_DOWN, BRIDGE, NOTHING, false},
    {KEY_RIGHT, BRIDGE, NOTHING, false},
    {'b', BRIDGE, NOTHING, false},
    {'B', BRIDGE, NOTHING, false},
    {'d', DAWN, NOTHING, false},
    {'e', EVENING, NOTHING, false},
    {'z', GREETING, NOTHING, false},
    {'+', "70 per cent volume.\n", NOTHING, false},
    {'=', "70 per cent volume.\n", NOTHING, false},
    {'-', "50 per cent volume.\n", NOTHING, false},
    {'?', GREETING, NOTHING, false},
    {KEY_F1, GREETING, NOTHING, false},
    {KEY_HOME, GREETING, NOTHING, false},
    {KEY_UNKNOWN, GREETING, NOTHING, false},
    {0x20ac, GREETING, NOTHING, false},
};

static void every_key_does_what_it_should(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
    struct hall *hall = malloc(sizeof(*hall));
    open_hall(hall);
    let_pass(hall, SECOND / 4);
    assert_string_equal(hall->log, GREETING);
    hall->log[0] = '\0';
    hall->host.press(hall->host.context, rows[i].key);
    if (strcmp(hall->log, rows[i].said) != 0) {
      print_message("Key 0x%x.\n", (unsigned)rows[i].key);
    }
    assert_string_equal(hall->log, rows[i].said);
    assert_int_equal(menu_choice(hall->menu), rows[i].chosen);
    assert_int_equal(is_over(hall), rows[i].over);
    close_hall(hall);
    free(hall);
  }
}

/* Reading out waits for what is not known yet, but not for ever, and a key is
   answered with what there is. */
static void what_is_pending_is_waited_for(void **state)
{
  struct hall *hall = *state;
  hall->items[0].pending = true;
  let_pass(hall, 2 * SECOND);
  assert_string_equal(hall->log, GREETING);
  hall->items[0].pending = false;
  let_pass(hall, MILLISECONDS(20));
  assert_string_equal(hall->log, GREETING EVENING);
  hall->items[1] =
      (struct menu_item){.title = "bridge", .language = "en", .pending = true};
  let_pass(hall, MILLISECONDS(2400));
  assert_string_equal(hall->log, GREETING EVENING);
  let_pass(hall, MILLISECONDS(200));
  assert_string_equal(hall->log, GREETING EVENING "bridge. Press 2.\n");
  hall->log[0] = '\0';
  hall->host.press(hall->host.context, KEY_DOWN);
  assert_string_equal(hall->log, "bridge. Press 2, or space to start.\n");
}

static void it_is_said_twice_and_then_waits(void **state)
{
  struct hall *hall = *state;
  let_pass(hall, 60 * SECOND);
  assert_string_equal(hall->log, PAGE PAGE);
  /* Somebody is there: twice again. */
  hall->log[0] = '\0';
  hall->host.press(hall->host.context, '?');
  let_pass(hall, 60 * SECOND);
  assert_string_equal(hall->log, PAGE PAGE);
}

static void arrows_go_round_and_digits_mean_the_page(void **state)
{
  struct hall *hall = *state;
  hall->host.press(hall->host.context, KEY_UP);
  assert_non_null(strstr(hall->log, "chauffement"));
  hall->log[0] = '\0';
  hall->host.press(hall->host.context, KEY_LEFT);
  assert_string_equal(hall->log, DAWN);
  hall->host.press(hall->host.context, '3');
  assert_false(is_over(hall));
  hall->host.press(hall->host.context, '2');
  assert_true(is_over(hall));
  assert_int_equal(menu_choice(hall->menu), 6);
}

static void ask(struct hall *hall, enum request_kind kind, int64_t value)
{
  const struct media_owner owner = menu_media(hall->menu);
  const struct request request = {.kind = kind, .value = value};
  owner.ask(owner.context, &request);
}

static struct media_view shown(struct hall *hall)
{
  struct media_view view;
  const struct media_owner owner = menu_media(hall->menu);
  owner.view(owner.context, &view);
  return view;
}

static void a_headset_is_enough(void **state)
{
  struct hall *hall = *state;
  assert_int_equal(shown(hall).state, MEDIA_PAUSED);
  assert_string_equal(shown(hall).title, "Evening");
  ask(hall, REQUEST_NEXT, 0);
  assert_string_equal(hall->log, BRIDGE);
  assert_string_equal(shown(hall).title, "Bridge");
  assert_int_equal(shown(hall).number, 2);
  hall->log[0] = '\0';
  ask(hall, REQUEST_BACK, 0);
  assert_string_equal(hall->log, EVENING);
  ask(hall, REQUEST_VOLUME, 350);
  assert_int_equal(menu_volume(hall->menu), 350);
  assert_int_equal(shown(hall).volume, 350);
  hall->log[0] = '\0';
  ask(hall, REQUEST_PAUSE, 0);
  ask(hall, REQUEST_STOP, 0);
  ask(hall, REQUEST_SEEK_BY, SECOND);
  let_pass(hall, 2 * SECOND);
  assert_string_equal(hall->log, "");
  assert_false(is_over(hall));
  ask(hall, REQUEST_NEXT, 0);
  ask(hall, REQUEST_TOGGLE, 0);
  assert_true(is_over(hall));
  assert_int_equal(menu_choice(hall->menu), 1);
}

static void quit_leaves(void **state)
{
  struct hall *hall = *state;
  ask(hall, REQUEST_QUIT, 0);
  assert_true(is_over(hall));
  assert_int_equal(menu_choice(hall->menu), NOTHING);
}

static void a_lost_device_is_silence_and_then_it_is_said_again(void **state)
{
  struct hall *hall = *state;
  let_pass(hall, 2 * SECOND);
  hall->host.device_lost(hall->host.context);
  hall->log[0] = '\0';
  let_pass(hall, 3 * SECOND);
  assert_string_equal(hall->log, "");
  hall->host.device_back(hall->host.context);
  let_pass(hall, 7 * SECOND);
  assert_string_equal(hall->log, PAGE);
}

static int set_up(void **state)
{
  *state = malloc(sizeof(struct hall));
  open_hall(*state);
  return 0;
}

static int tear_down(void **state)
{
  close_hall(*state);
  free(*state);
  return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_does_what_it_should),
      TEST(what_is_pending_is_waited_for),
      TEST(it_is_said_twice_and_then_waits),
      TEST(arrows_go_round_and_digits_mean_the_page),
      TEST(a_headset_is_enough),
      TEST(quit_leaves),
      TEST(a_lost_device_is_silence_and_then_it_is_said_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
