/* What can happen to a session, as values. */

#ifndef SUPINE_PLAYER_HAPPENING_H
#define SUPINE_PLAYER_HAPPENING_H

#include "control/request.h"
#include "mix/message.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stdint.h>

enum happening_kind {
  HAPPENED_OPENING,     /* first of all; `score` of the player's plan */
  HAPPENED_TIME,        /* nothing else: the mixer has rendered more */
  HAPPENED_REQUEST,     /* the listener asks for `request` */
  HAPPENED_DEVICE_LOST, /* the sound device went away */
  HAPPENED_DEVICE_BACK,
  HAPPENED_SUSPEND,   /* the shell stops the program */
  HAPPENED_WAKE,      /* and it goes on */
  HAPPENED_QUIETING,  /* the program is being ended: not a word more */
  HAPPENED_SAID,      /* the last word of what was announced has sounded; a
                         short silence follows */
  HAPPENED_ANNOUNCED, /* nothing that was announced is left to be heard */
  HAPPENED_PLANNED,   /* `plan` and `score` at the speed that was asked for */
  HAPPENED_NOT_PLANNED,
  HAPPENED_EDIT,    /* the routine was edited: `plan` and `score` from now on,
                       at `frame`, or below 0 at the same place */
  HAPPENED_TROUBLE, /* `text` went wrong and is to be said */
};

/* What the mixer does, as far as the player needs it. */
struct mixer_view {
  enum mix_clock clock;
  int64_t session_frame;
  int64_t rendered_frames; /* the player's only notion of time */
  int64_t inserted_frames; /* added time still to come */
  bool settled; /* all that it was told is taken in, so that the above counts */
};

/* Everything is borrowed for the step, but for plans: see player_step(). */
struct happening {
  enum happening_kind kind;
  struct mixer_view mixer; /* at that moment */
  struct request request;
  const struct plan *plan;
  const struct score *score;
  int64_t frame;
  const char *text;
};

#endif
