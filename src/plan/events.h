/* From placed items to the events of a timetable. Private to plan/. */

#ifndef SUPINE_PLAN_EVENTS_H
#define SUPINE_PLAN_EVENTS_H

#include "plan/unroll.h"

/* The events so far, in no order; texts are borrowed from the items. */
struct events {
  struct event *items; /* owned */
  size_t count, capacity;
  struct sound end_mark;
};

/* An event for `item` at `frame`, with everything filled in that all have. */
struct event make_event(const struct item *item, enum event_kind kind,
                        int64_t frame, int64_t frames,
                        const struct sound *sound);
enum status add_event(struct events *events, const struct event *event);

/* Adds what every item sounds: spans with their cues, beats, breaths. Speaks
   the cues with `unroll`, whose manner it changes. */
enum status events_gather(struct unroll *unroll, struct events *events);

/* --- cues.c --- */

/* Adds the cues of one span, collisions resolved, and its end mark. */
enum status gather_cues(struct unroll *unroll, const struct item *item,
                        struct events *events);

/* --- breaths.c --- */

/* What is said over a part of a breath; the clip is NULL where nothing is. */
struct breath_word {
  int64_t start_frame;
  struct sound sound;
};

/* Adds the tones of `count` breaths from `begin` on, and gives the words of
   the first ones, at most four a breath. */
enum status gather_breaths(struct unroll *unroll, const struct item *item,
                           const struct breath *breath, int64_t count,
                           struct events *events, struct breath_word words[],
                           size_t *word_count);
#define BREATH_WORDS_MAX (4 * 3)

#endif
