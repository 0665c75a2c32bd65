/* The events of a timetable that is being made. */

#ifndef SUPINE_CUES_EVENTS_H
#define SUPINE_CUES_EVENTS_H

#include "timing/item.h"

/* The events so far, in no order; texts are borrowed from the items. */
struct events {
  struct event *items; /* owned */
  size_t count, capacity;
  struct sound end_mark;
};

/* An event for `item` at `frame`, with everything filled in that all have. */
struct event event_from_item(const struct item *item, enum event_kind kind,
                             int64_t frame, int64_t frames,
                             const struct sound *sound);

/* Possible errors: STATUS_NO_MEMORY. */
enum status events_add(struct events *events, const struct event *event);

#endif
