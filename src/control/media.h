/* Media buttons: an MPRIS 2.2 player on the session bus. One track is one
   step. https://specifications.freedesktop.org/mpris-spec/2.2/ */

#ifndef SUPINE_CONTROL_MEDIA_H
#define SUPINE_CONTROL_MEDIA_H

#include "base/status.h"
#include "control/bus.h"
#include "control/request.h"

#include <stdbool.h>
#include <stdint.h>

struct media;

enum media_state { MEDIA_PLAYING, MEDIA_PAUSED, MEDIA_STOPPED };

/* What is on now. Text is borrowed for the call that hands it over. */
struct media_view {
  enum media_state state;
  const char *title;  /* of the step */
  const char *album;  /* of the routine */
  const char *artist; /* "" for none */
  int number;         /* of the step, from 1; 0: nothing is on */
  int64_t length_frames;
  int64_t position_frames;
  int volume;     /* thousandths */
  uint32_t jumps; /* grows with every jump inside a step */
};

/* Who carries out what the buttons ask for, and knows what is on. */
struct media_owner {
  void *context;
  void (*ask)(void *context, const struct request *request);
  void (*view)(void *context, struct media_view *view);
};

/* Appears on the bus, which is borrowed; a second player takes a name of its
   own.
   Possible errors: STATUS_UNSUPPORTED (no session bus), STATUS_NO_MEMORY. */
enum status media_create(struct bus *bus, const struct media_owner *owner,
                         struct media **media);

/* Before the bus is destroyed; NULL is fine, here and below. */
void media_destroy(struct media *media);

/* Tells the bus what has changed since the last time. */
void media_update(struct media *media);

#endif
