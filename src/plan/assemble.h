/* The finished timetable from its parts. Private to plan/. */

#ifndef SUPINE_PLAN_ASSEMBLE_H
#define SUPINE_PLAN_ASSEMBLE_H

#include "plan/events.h"

/* Sorts the events, times the steps and copies everything into a plan of
   `frames`, or longer when the ring of a cue outlasts that.
   Possible errors: STATUS_NO_MEMORY. */
enum status plan_assemble(const struct unroll *unroll, struct events *events,
                          int64_t frames, struct plan **plan);

#endif
