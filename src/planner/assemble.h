/* The finished timetable from its parts. Private to planner/. */

#ifndef SUPINE_PLANNER_ASSEMBLE_H
#define SUPINE_PLANNER_ASSEMBLE_H

#include "planner/plan_builder.h"

/* Sorts the events, times the steps and copies everything into a plan of
   `frames`, or longer when the ring of a cue outlasts that.
   Possible errors: STATUS_NO_MEMORY. */
enum status plan_assemble(const struct plan_builder *builder, int64_t frames,
                          struct plan **plan);

#endif
