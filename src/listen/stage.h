/* What sessions are played on: the sound device, the keyboard, the lines on
   the terminal; once for a run of the program. */

#ifndef SUPINE_LISTEN_STAGE_H
#define SUPINE_LISTEN_STAGE_H

#include "control/bus.h"
#include "control/reader.h"
#include "control/terminal.h"
#include "listen/loop.h"
#include "listen/printer.h"
#include "memory/config.h"
#include "memory/saved_places.h"
#include "mix/mixer.h"
#include "output/output.h"
#include "session/session.h"

#include <stdio.h>

struct stage_options {
  const char *device; /* NULL: the default */
  const char *voice;  /* of what is said outside a session; NULL: the default */
  int speed;          /* likewise; 0: the voice's */
  bool captions;
  bool quiet;
  bool heartbeat;
  bool stats;
  bool watch;          /* follow the routine as it is saved */
  bool config_skipped; /* something of the configuration, which is to be said */
  struct mixer_options mixer;
  FILE *lines;  /* what happens is printed here; borrowed, as below */
  FILE *errors; /* what goes wrong is said here */
};

struct stage {
  struct studio *studio; /* borrowed */
  struct stage_options options;
  struct mixer *mixer;
  struct output *output;
  struct terminal *terminal; /* NULL: standard input is no terminal */
  struct printer printer;
  struct bus *bus; /* NULL: there is none */
  struct reader_watch *reader;
  const struct config *config; /* borrowed */
  int volume;                  /* thousandths; as the listener left it */
  struct session **sessions;   /* every one that the mixer may still play */
  size_t session_count;
  size_t session_capacity;
};

/* Fills in what the session's options say of the stage too, and what the
   listener's own defaults say where the command line says nothing. Forgets of
   the session's what own_config_check() does not find. */
void stage_use_options(const struct config *config, const struct studio *studio,
                       const struct config_critic *critic,
                       struct session_options *session,
                       struct stage_options *stage);

/* Opens the sound device. The studio and the configuration are borrowed.
   Possible errors: STATUS_NO_DEVICE, STATUS_NO_MEMORY. */
enum status stage_create(struct studio *studio, const struct config *config,
                         const struct stage_options *options,
                         struct stage **stage);

/* Plays out what is on its way, then closes everything; NULL is fine. */
void stage_destroy(struct stage *stage);

/* How a session begins. */
struct stage_entry {
  int64_t from_frame;
  bool inexact;              /* only the start of the step could be found */
  int speed;                 /* chosen by the speed keys; 0: none */
  struct saved_place *place; /* taken over; NULL: a place of its own */
  struct place_record past;  /* taken over; of earlier sittings */
};

/* Plays a session to its end. The session becomes the stage's, which keeps it
   as long as the mixer may play it. */
enum loop_end stage_play(struct stage *stage, struct session *session,
                         const struct session_options *options,
                         struct stage_entry *entry);

#endif
