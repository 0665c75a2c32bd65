/* From a routine's tree to its timetable. */

#ifndef SUPINE_PLANNER_PLANNER_H
#define SUPINE_PLANNER_PLANNER_H

#include "base/clip_source.h"
#include "base/status.h"
#include "plan/plan.h"
#include "plan/plan_options.h"
#include "script/diagnose.h"
#include "script/tree.h"

/* Makes the timetable. Every error is reported, with the line; warnings go
   into the plan too. `clips` must outlive the plan. Main thread.

   Possible errors: STATUS_BAD_ROUTINE; what the listener asked for and cannot
   have, reported as errors without a line: STATUS_FIT_OUT_OF_REACH,
   STATUS_NO_VOICE, STATUS_BAD_ARGUMENT; STATUS_VOICE_FAILED,
   STATUS_NO_MEMORY. */
enum status plan_create(const struct script *script,
                        const struct clip_source *clips,
                        const struct plan_options *options,
                        struct diagnostics *diagnostics, struct plan **plan);

/* Reports what else is wrong with a routine of which some lines were: those are
   missing from its tree, and so would be from a timetable. Main thread. */
void plan_find_errors(const struct script *script,
                      const struct clip_source *clips,
                      const struct plan_options *options,
                      struct diagnostics *diagnostics);

#endif
