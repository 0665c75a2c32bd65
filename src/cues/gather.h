/* From items in their places to the events of a timetable. */

#ifndef SUPINE_CUES_GATHER_H
#define SUPINE_CUES_GATHER_H

#include "cues/events.h"

/* Adds what every item sounds: spans with their cues, beats, breaths. What is
   wrong with cues is reported.
   Possible errors: STATUS_BAD_ROUTINE, STATUS_NO_VOICE, STATUS_NO_LANGUAGE,
   STATUS_NO_MEMORY. */
enum status events_gather(const struct narrator *narrator,
                          const struct items *items, struct events *events);

#endif
