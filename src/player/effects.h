/* What the player wants done, as values, in the order in which it is to be
   done. */

#ifndef SUPINE_PLAYER_EFFECTS_H
#define SUPINE_PLAYER_EFFECTS_H

#include "mix/message.h"
#include "player/announcement.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines for the terminal and for captions. */
enum player_line {
  PLAYER_LINE_STEP,    /* a step begins */
  PLAYER_LINE_SPOKEN,  /* a sentence of the session begins to be spoken */
  PLAYER_LINE_ANSWER,  /* something is announced */
  PLAYER_LINE_TROUBLE, /* something went wrong; it is spoken too if it can be */
};

enum effect_kind {
  EFFECT_MIX,      /* tell the mixer `message` */
  EFFECT_ANNOUNCE, /* print and say `announcement`; HAPPENED_SAID and
                      HAPPENED_ANNOUNCED follow */
  EFFECT_CANCEL,   /* fade out what is said; HAPPENED_ANNOUNCED follows */
  EFFECT_DROP,     /* forget what is said: nothing follows */
  EFFECT_PRINT,    /* print `text` as a line of the kind `line` */
  EFFECT_PLAN,     /* plan anew at `speed`; HAPPENED_PLANNED follows, or
                      HAPPENED_NOT_PLANNED */
  EFFECT_LEAVE,    /* the session is over; to the menu if `menu` */
};

struct effect {
  enum effect_kind kind;
  struct mix_message message;
  struct announcement announcement;
  enum player_line line;
  const char *text;
  int speed; /* nominal words a minute */
  bool menu;
};

/* What the session clock has been told. */
enum session_clock { CLOCK_PAUSED, CLOCK_STANDING, CLOCK_RUNNING };

#define EFFECTS_MOST 32
#define EFFECTS_BYTES 4096

/* The effects of one step. Texts lie here or in the plan, so that the list
   must be carried out before the next step. */
struct effects {
  size_t count;
  struct effect list[EFFECTS_MOST];
  struct announcement_part parts[2 * ANNOUNCEMENT_PARTS];
  size_t part_count;
  char bytes[EFFECTS_BYTES];
  size_t byte_count;
  enum session_clock clock; /* once the list is carried out */
};

/* An empty list; `clock` as the mixer has been told before. */
void effects_init(struct effects *effects, enum session_clock clock);

/* Adds an effect that consists of its kind alone. */
void effects_add(struct effects *effects, enum effect_kind kind);

void effects_mix(struct effects *effects, const struct mix_message *message);

/* Has the session clock run, stand or pause, if it does not already. */
void effects_set_clock(struct effects *effects, enum session_clock clock);

/* Silences the session at once, ahead of an answer that takes time to make. */
void effects_hold(struct effects *effects);

/* A copy of a text that goes with the list. One that does not fit is cut; the
   longest has about 200 bytes. */
const char *effects_keep(struct effects *effects, const char *text);

/* The parts are copied, their texts are not. */
void effects_announce(struct effects *effects,
                      const struct announcement *announcement);

void effects_print(struct effects *effects, enum player_line line,
                   const char *text);

void effects_plan(struct effects *effects, int speed);
void effects_leave(struct effects *effects, bool menu);

#endif
