/* The timetable in words and as JSON. */

#ifndef SUPINE_PLAN_PRINT_H
#define SUPINE_PLAN_PRINT_H

#include "base/status.h"
#include "base/text.h"
#include "phrases/phrases.h"
#include "plan/plan.h"

/* Appends the JSON timetable: one object, all times in seconds rounded to six
   decimals.
   Possible errors: STATUS_NO_MEMORY. */
enum status plan_print_json(const struct plan *plan, struct text *out);

/* Appends the timetable as plain lines, one an event, readable aloud. */
enum status plan_print_lines(const struct plan *plan, struct text *out);

/* Appends how people call a step: its name, side and round, as in "Knee to
   chest, left side, round 2". */
void plan_append_step(const struct plan *plan, size_t step,
                      const struct phrases *phrases, struct text *out);

#endif
