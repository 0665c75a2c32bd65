/* The one loop that everything waits in: keys, media buttons, signals, the
   sound device. Single-threaded. */

#ifndef SUPINE_PLAYER_LOOP_H
#define SUPINE_PLAYER_LOOP_H

#include "control/keys.h"
#include "control/terminal.h"
#include "output/output.h"
#include "player/player.h"

/* Something else that waits for a descriptor, or looks at the session. */
struct loop_guest {
  void *context;
  /* The descriptor and the events to wait for, as poll() has them; below 0:
     none. `timeout_ms` may be lowered. NULL: none. */
  int (*prepare)(void *context, short *events, int *timeout_ms);
  /* Many times a second, after everything else; `view` is what the player
     shows now. NULL: no need. */
  void (*look)(void *context, const struct player_view *view);
};

#define LOOP_GUESTS 8

/* Everything is borrowed. */
struct loop {
  struct player *player;
  struct output *output;
  struct terminal *terminal; /* NULL: nobody types */
  const struct keymap *keymap;
  struct loop_guest guests[LOOP_GUESTS];
  size_t guest_count;
};

enum loop_end {
  LOOP_DONE,
  LOOP_MENU, /* the listener wants the menu */
  LOOP_HANGUP,
  LOOP_INTERRUPTED,
  LOOP_TERMINATED,
};

/* Runs the session to its end. The output has been started; it is left
   running. */
enum loop_end loop_run(struct loop *loop);

#endif
