/* A timetable being made. Private to plan/. */

#ifndef SUPINE_PLAN_PLAN_BUILDER_H
#define SUPINE_PLAN_PLAN_BUILDER_H

#include "plan/events.h"
#include "plan/fit.h"

/* One attempt at a timetable. */
struct making {
  struct unroll unroll;
  struct items items;
  struct lexicon lexicon;
  struct hash_counts seen;
  struct pending pending;
  struct events events;
  size_t statements, cues;
  size_t opening_length; /* the items that say the total, or SIZE_MAX */
  size_t closing_length;
  bool text_scales;
  struct fit fit;
};

/* --- opening.c --- */

/* Adds the bell, the title, a place for the total, and time to settle. */
enum status add_opening(struct making *making);
/* Adds the bell, "Session complete." and a place for the total. */
enum status add_closing(struct making *making);
/* Says the total, in words, where places were left for it. */
enum status say_totals(struct making *making, const char *length);

#endif
