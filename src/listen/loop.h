/* The one loop that everything waits in: keys, media buttons, signals, the
   sound device. Single-threaded. */

#ifndef SUPINE_LISTEN_LOOP_H
#define SUPINE_LISTEN_LOOP_H

#include "control/terminal.h"
#include "output/output.h"

#include <stddef.h>

enum loop_end {
  LOOP_DONE,
  LOOP_MENU, /* the listener wants the menu */
  LOOP_HANGUP,
  LOOP_INTERRUPTED,
  LOOP_TERMINATED,
};

/* Something that waits for a descriptor, or looks at what goes on. */
struct loop_guest {
  void *context;
  /* The descriptor and the events to wait for, as poll() has them; below 0:
     none. `timeout_ms` may be lowered. NULL: none. */
  int (*prepare)(void *context, short *events, int *timeout_ms);
  /* Many times a second, after everything else. NULL: no need. */
  void (*look)(void *context);
};

#define LOOP_GUESTS 8

/* What the loop runs: a session, or the menu. Every call is mandatory. */
struct loop_host {
  void *context;
  void (*press)(void *context, uint32_t key);
  /* Goes on with what time has brought, many times a second. */
  void (*poll)(void *context);
  /* True when there is nothing left to run, with how it ended. */
  bool (*is_over)(void *context, enum loop_end *end);
  void (*device_lost)(void *context);
  void (*device_back)(void *context);
  /* The program is being stopped by the shell (SIGTSTP), goes on, is ended. */
  void (*suspend)(void *context);
  void (*wake)(void *context);
  void (*fall_silent)(void *context);
};

/* Everything is borrowed. */
struct loop {
  struct loop_host host;
  struct output *output;
  struct terminal *terminal; /* NULL: nobody types */
  struct loop_guest guests[LOOP_GUESTS];
  size_t guest_count;
};

/* Adds a guest; there is room for every one that this program has. */
void loop_invite(struct loop *loop, struct loop_guest guest);

/* Runs to the end. The output has been started; it is left running. */
enum loop_end loop_run(struct loop *loop);

#endif
