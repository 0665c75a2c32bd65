/* Where `--from STEP` begins. */

#ifndef SUPINE_SESSION_FROM_STEP_H
#define SUPINE_SESSION_FROM_STEP_H

#include "plan/plan.h"

#include <stdbool.h>
#include <stdio.h>

/* The frame at which the step of this number or name begins. False when there
   is none, which is written to `errors`. */
bool from_step_find(const struct plan *plan, const char *step, FILE *errors,
                    int64_t *frame);

#endif
