/* A timetable that is being made. Private to planner/. */

#ifndef SUPINE_PLANNER_PLAN_BUILDER_H
#define SUPINE_PLANNER_PLAN_BUILDER_H

#include "cues/gather.h"
#include "timing/fit.h"
#include "timing/unroll.h"

/* One attempt at a timetable. */
struct plan_builder {
  struct unroll unroll; /* borrows the next six */
  struct values values;
  struct lexicon lexicon;
  struct hash_counts warned;
  struct items items;
  struct unroll_log log;
  struct hash_counts
      rounds; /* outlasts an attempt: fitting changes no number */
  struct events events;
  size_t opening_length; /* the items that say the total, or SIZE_MAX */
  size_t closing_length;
  struct fit fit;
};

/* --- opening.c: possible errors as of unroll_block() --- */

/* Adds the bell, the title, a place for the total, and time to settle. */
enum status plan_builder_add_opening(struct plan_builder *builder);
/* Adds the bell, "Session complete." and a place for the total. */
enum status plan_builder_add_closing(struct plan_builder *builder);
/* Says the total, in words, where places were left for it. */
enum status plan_builder_say_totals(struct plan_builder *builder,
                                    const char *length);

#endif
