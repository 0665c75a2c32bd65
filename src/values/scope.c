/* What every reading of a quantity asks of its scope. */

#include "values/values.h"

#include <math.h>
#include <string.h>

const struct value *scope_find_value(const struct scope *scope,
                                     const char *name)
{
  const struct value *value = scope->routine->values;
  while (value && strcmp(value->folded, name) != 0) {
    value = value->next;
  }
  return value;
}

const char *scope_side_words(const struct scope *scope, enum side side,
                             const struct phrases *phrases)
{
  const bool left = side == SIDE_LEFT;
  const char *called = left ? scope->called_left : scope->called_right;
  return called ? called
         : left ? phrase(phrases, "left")
                : phrase(phrases, "right");
}

enum status scope_report_too_long(const struct scope *scope,
                                  struct location where, double seconds)
{
  return report_error(scope->values->diagnostics, where,
                      "A session lasts 24 hours at most, and this alone lasts "
                      "%.1f hours.",
                      ceil(seconds / 360) / 10);
}
