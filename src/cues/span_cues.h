/* Which cues a span has. */

#ifndef SUPINE_CUES_SPAN_CUES_H
#define SUPINE_CUES_SPAN_CUES_H

#include "cues/events.h"

/* Adds the cues of one span, collisions resolved, and its end mark.
   Possible errors: as events_gather(). */
enum status span_cues_gather(const struct narrator *narrator,
                             const struct item *item, struct events *events);

#endif
