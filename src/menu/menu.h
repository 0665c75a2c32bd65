/* The spoken menu: what to play, chosen by ear. Digits choose, arrows move,
   letters jump, any key interrupts; it is said twice and then waits. */

#ifndef SUPINE_MENU_MENU_H
#define SUPINE_MENU_MENU_H

#include "base/status.h"
#include "control/keys.h"
#include "control/media.h"
#include "listen/announcer.h"
#include "listen/loop.h"

#include <stddef.h>

/* What can be chosen. */
struct menu_item {
  const char *title;
  const char *language; /* of the title, "en-gb" */
  int64_t frames;       /* of the session, or what is left of it; 0: unknown */
  bool unfinished;      /* goes on where it was stopped */
  bool pending;         /* more will be known of it soon */
};

/* Who knows the items, the likeliest first; there is at least one. */
struct menu_items {
  void *context;
  size_t count;
  /* What is known of an item by now; borrowed for the menu's life. */
  const struct menu_item *(*item)(void *context, size_t index);
};

struct menu;

struct menu_options {
  const char *language; /* of what the menu says itself */
  const char *voice;    /* NULL: the default */
  int speed;            /* nominal words a minute; 0: the voice's */
  int volume;           /* thousandths, as has been sent to the mixer */
};

/* Says nothing yet. Everything is borrowed.
   Possible errors: STATUS_NO_MEMORY. */
enum status menu_create(const struct announcer_services *services,
                        const struct menu_options *options,
                        const struct menu_items *items, struct menu **menu);

/* NULL is fine. */
void menu_destroy(struct menu *menu);

/* What the loop runs. */
struct loop_host menu_host(struct menu *menu);

/* The menu for media buttons: Next and Previous move, Play chooses. */
struct media_owner menu_media(struct menu *menu);

/* The item that was chosen, or their number when the listener left without one.
 */
size_t menu_choice(const struct menu *menu);

/* As the listener left it, in thousandths. */
int menu_volume(const struct menu *menu);

#endif
