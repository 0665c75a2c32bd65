/* The spoken menu. */

#include "menu/menu.h"

#include "base/frames.h"
#include "base/text.h"
#include "base/utf8.h"
#include "phrases/phrases.h"
#include "player/volume.h"

#include <stdlib.h>
#include <string.h>

/* So many are said at a time: more are not remembered. */
#define PAGE 5

/* Silence before everything is said once more. */
#define PATIENCE (7 * (int64_t)FRAME_RATE)

#define GAP ((int64_t)FRAME_RATE / 2)

/* The page is read out in full, if that takes no longer than this: a key is
   answered with what is known. */
#define PENDING (2 * (int64_t)FRAME_RATE)

struct menu {
  struct mixer *mixer;
  struct announcer *announcer;
  struct menu_options options;
  struct menu_items items;
  size_t count;
  size_t page;    /* index of its first item */
  size_t current; /* that Space starts */
  size_t chosen;
  size_t next; /* sentence to say next: 0 is the greeting; then the page */
  bool single; /* only one item is being said */
  bool said_once;
  bool over;
  int64_t quiet_since; /* on the mixer's clock */
};

enum status menu_create(const struct announcer_services *services,
                        const struct menu_options *options,
                        const struct menu_items *items, struct menu **menu)
{
  const struct announcer_options announcing = {.voice = options->voice,
                                               .pitch = -1};
  struct menu *made = calloc(1, sizeof(*made));
  if (!made ||
      announcer_create(services, &announcing, &made->announcer) != STATUS_OK) {
    free(made);
    return STATUS_NO_MEMORY;
  }
  made->mixer = services->mixer;
  made->options = *options;
  made->items = *items;
  made->count = items->count;
  made->chosen = items->count;
  *menu = made;
  return STATUS_OK;
}

void menu_destroy(struct menu *menu)
{
  if (menu) {
    announcer_destroy(menu->announcer);
    free(menu);
  }
}

size_t menu_choice(const struct menu *menu)
{
  return menu->chosen;
}

int menu_volume(const struct menu *menu)
{
  return menu->options.volume;
}

/* A title and what it takes are one sentence, whatever stops it holds. */
static void say(struct menu *menu, const char *language, const char *text)
{
  const struct announcement_part part = {
      .text = text, .gain = 1.0f, .whole = true};
  announcer_say(menu->announcer,
                &(struct announcement){.rank = RANK_KEY,
                                       .language = language,
                                       .speed = menu->options.speed,
                                       .parts = &part,
                                       .count = 1});
}

static void say_item(struct menu *menu, size_t index)
{
  const struct menu_item *item = menu->items.item(menu->items.context, index);
  const struct phrases *phrases = phrases_for(item->language);
  const int digit = (int)(index - menu->page) + 1;
  struct text text = {0};
  if (item->unfinished) {
    text_append_format(&text, phrase(phrases, "Go on with %s"), item->title);
  } else {
    text_append(&text, item->title);
  }
  if (item->frames > 0) {
    text_append(&text, ", ");
    phrases_append_duration(phrases, item->frames, &text);
  }
  text_append(&text, ". ");
  text_append_format(
      &text,
      phrase(phrases, index == menu->current
                          ? PHRASE("Press %d, or space to start.")
                          : PHRASE("Press %d.")),
      digit);
  say(menu, item->language, text_string(&text));
  text_finish(&text);
}

static size_t page_end(const struct menu *menu)
{
  const size_t end = menu->page + PAGE;
  return end < menu->count ? end : menu->count;
}

static void say_greeting(struct menu *menu)
{
  const struct phrases *phrases = phrases_for(menu->options.language);
  say(menu, menu->options.language,
      phrase(phrases, menu->page > 0 ? PHRASE("More routines.")
                                     : PHRASE("Supine. Choose what to play.")));
}

static void say_hint(struct menu *menu)
{
  const struct phrases *phrases = phrases_for(menu->options.language);
  say(menu, menu->options.language,
      phrase(phrases, page_end(menu) < menu->count
                          ? PHRASE("Arrow down for more, Escape to leave.")
                          : PHRASE("Arrows move, Escape leaves.")));
}

/* The greeting, the page's items, a hint: one sentence each. */
static void say_next(struct menu *menu)
{
  const size_t items = page_end(menu) - menu->page;
  if (menu->next == 0) {
    say_greeting(menu);
  } else if (menu->next <= items) {
    say_item(menu, menu->page + menu->next - 1);
  } else {
    say_hint(menu);
  }
  menu->next = menu->next > items || menu->single ? SIZE_MAX : menu->next + 1;
}

static void say_page(struct menu *menu)
{
  menu->single = false;
  menu->next = 0;
  say_next(menu);
}

/* Any key interrupts what is said. */
static void cancel(struct menu *menu)
{
  announcer_cancel(menu->announcer);
  menu->next = SIZE_MAX;
}

static void go_to(struct menu *menu, size_t index)
{
  menu->current = index;
  menu->page = index / PAGE * PAGE;
  menu->single = true;
  menu->next = index - menu->page + 1;
  say_next(menu);
}

static void step(struct menu *menu, size_t by)
{
  go_to(menu, (menu->current + by) % menu->count);
}

static void set_volume(struct menu *menu, int64_t volume)
{
  menu->options.volume = volume < 0             ? 0
                         : volume > VOLUME_FULL ? VOLUME_FULL
                                                : (int)volume;
  const struct mix_message message = volume_message(menu->options.volume);
  mixer_send(menu->mixer, &message);
}

static void change_volume(struct menu *menu, int presses)
{
  set_volume(menu, volume_changed(menu->options.volume, presses));
  struct text text = {0};
  text_append_format(
      &text, phrase(phrases_for(menu->options.language), "%d per cent volume."),
      menu->options.volume * 100 / VOLUME_FULL);
  say(menu, menu->options.language, text_string(&text));
  text_finish(&text);
}

static void choose(struct menu *menu, size_t index)
{
  menu->chosen = index;
  menu->over = true;
}

/* The first title after the current one that begins with this letter. */
static void jump(struct menu *menu, uint32_t letter)
{
  for (size_t i = 1; i <= menu->count; i++) {
    const size_t index = (menu->current + i) % menu->count;
    const char *title = menu->items.item(menu->items.context, index)->title;
    uint32_t first = 0;
    if (*title) {
      utf8_decode(title, strlen(title), &first);
    }
    if ((first | 0x20) == (letter | 0x20)) {
      go_to(menu, index);
      return;
    }
  }
  say_page(menu);
}

static void press_other(struct menu *menu, uint32_t key)
{
  const size_t digit = key - '1';
  if (key >= '1' && key <= '9') {
    if (digit < page_end(menu) - menu->page) {
      choose(menu, menu->page + digit);
    } else {
      say_page(menu);
    }
  } else if (key < KEY_ENTER) {
    jump(menu, key);
  } else {
    say_page(menu);
  }
}

static void press(void *context, uint32_t key)
{
  struct menu *menu = context;
  cancel(menu);
  /* Somebody is there, so it may be said twice again. */
  menu->said_once = false;
  switch (key) {
  case ' ':
  case '0':
  case KEY_ENTER:
  case KEY_INSERT:
    choose(menu, menu->current);
    break;
  case KEY_ESCAPE:
    menu->over = true;
    break;
  case KEY_DOWN:
  case KEY_RIGHT:
    step(menu, 1);
    break;
  case KEY_UP:
  case KEY_LEFT:
    step(menu, menu->count - 1);
    break;
  case '+':
  case '=':
    change_volume(menu, 1);
    break;
  case '-':
    change_volume(menu, -1);
    break;
  default:
    press_other(menu, key);
    break;
  }
}

static bool is_pending(const struct menu *menu)
{
  const size_t index = menu->page + menu->next - 1;
  return menu->next > 0 && index < page_end(menu) &&
         menu->items.item(menu->items.context, index)->pending;
}

static void poll_menu(void *context)
{
  struct menu *menu = context;
  struct mix_status status;
  mixer_read_status(menu->mixer, &status);
  announcer_poll(menu->announcer, &status);
  if (announcer_is_busy(menu->announcer)) {
    menu->quiet_since = status.rendered_frames;
    return;
  }
  if (menu->over) {
    return;
  }
  const int64_t quiet = status.rendered_frames - menu->quiet_since;
  if (menu->next != SIZE_MAX) {
    if (quiet >= (is_pending(menu) ? PENDING : GAP) || menu->next == 0) {
      say_next(menu);
    }
  } else if (!menu->said_once && quiet >= PATIENCE) {
    menu->said_once = true;
    say_page(menu);
  }
}

static bool is_over(void *context, enum loop_end *end)
{
  const struct menu *menu = context;
  *end = LOOP_DONE;
  return menu->over;
}

static void device_lost(void *context)
{
  struct menu *menu = context;
  announcer_drop(menu->announcer);
  menu->next = SIZE_MAX;
}

static void say_again(void *context)
{
  say_page(context);
}

static void fall_silent(void *context)
{
  cancel(context);
}

struct loop_host menu_host(struct menu *menu)
{
  return (struct loop_host){
      .context = menu,
      .press = press,
      .poll = poll_menu,
      .is_over = is_over,
      .device_lost = device_lost,
      .device_back = say_again,
      .suspend = fall_silent,
      .wake = say_again,
      .fall_silent = fall_silent,
  };
}

static void ask(void *context, const struct request *request)
{
  struct menu *menu = context;
  if (request->kind == REQUEST_VOLUME) {
    set_volume(menu, request->value);
    return;
  }
  cancel(menu);
  menu->said_once = false;
  switch (request->kind) {
  case REQUEST_TOGGLE:
  case REQUEST_PLAY:
    choose(menu, menu->current);
    break;
  case REQUEST_NEXT:
    step(menu, 1);
    break;
  case REQUEST_BACK:
    step(menu, menu->count - 1);
    break;
  case REQUEST_QUIT:
    menu->over = true;
    break;
  default:
    break;
  }
}

/* Paused, so that a headset's one button says Play, and never Pause. */
static void show(void *context, struct media_view *media)
{
  const struct menu *menu = context;
  *media = (struct media_view){
      .state = MEDIA_PAUSED,
      .title = menu->items.item(menu->items.context, menu->current)->title,
      .album = "Supine",
      .artist = "",
      .number = (int)menu->current + 1,
      .volume = menu->options.volume,
  };
}

struct media_owner menu_media(struct menu *menu)
{
  return (struct media_owner){.context = menu, .ask = ask, .view = show};
}
