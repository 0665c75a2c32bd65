/* A value as it stands at some point of the walk. Private to values/. */

#ifndef SUPINE_VALUES_READING_H
#define SUPINE_VALUES_READING_H

#include "values/values.h"

struct reading {
  const struct value *value;
  double number; /* seconds, or a plain number */
  double least, most;
  bool in_breaths; /* and so are its words */
  const char *choice;
};

/* Reads the value called `name` (folded); what is wrong is reported.
   Possible errors: STATUS_BAD_ROUTINE. */
enum status reading_begin(const struct scope *scope, const char *name,
                          struct location where, struct reading *reading);

/* What fitting may make of a number that has no range of its own. */
void reading_set_range(struct reading *reading);

/* Seconds of a unit, of breaths by the pattern in force; 1 of none. */
double reading_unit_seconds(const struct scope *scope, enum unit unit);

#endif
