/* Where `--from STEP` begins. */

#include "session/from_step.h"

#include "base/nearest.h"
#include "base/plain.h"
#include "script/name.h"

#include <stdio.h>
#include <stdlib.h>

bool from_step_find(const struct plan *plan, const char *step, FILE *errors,
                    int64_t *frame)
{
  char *end;
  const long number = strtol(step, &end, 10);
  if (end != step && *end == '\0') {
    if (number >= 1 && (size_t)number <= plan->step_count) {
      *frame = plan->steps[number - 1].start_frame;
      return true;
    }
    fprintf(errors, "There is no step %ld: the steps go from 1 to %zu.\n",
            number, plan->step_count);
    return false;
  }
  struct nearest search = {.typed = step};
  for (size_t i = 0; i < plan->step_count; i++) {
    if (name_is_same(plan->steps[i].name, step)) {
      *frame = plan->steps[i].start_frame;
      return true;
    }
    nearest_consider(&search, plan->steps[i].name);
  }
  fputs("There is no step \"", errors);
  plain_print(errors, step);
  fputs("\".", errors);
  if (search.nearest) {
    fputs(" Did you mean \"", errors);
    plain_print(errors, search.nearest);
    fputs("\"?", errors);
  }
  fputc('\n', errors);
  return false;
}
