/* What the listener asks of a timetable. */

#ifndef SUPINE_PLAN_PLAN_OPTIONS_H
#define SUPINE_PLAN_PLAN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much is said again: `explain` the first time, never or always, and with
   it the words of moves in some, the fewest or all repetitions. */
enum explain_mode { EXPLAIN_ONCE, EXPLAIN_NEVER, EXPLAIN_ALWAYS };

/* `--set NAME=VALUE`. */
struct plan_setting {
  const char *name;
  const char *value;
};

/* A zeroed struct with countdown -1 and pitch -1 leaves everything to the
   routine. Everything is borrowed. */
struct plan_options {
  const struct plan_setting *settings;
  size_t setting_count;
  int64_t fit_frames; /* 0: as long as it is */
  enum explain_mode explain;
  int countdown; /* from this number where a countdown stands; -1: as written */
  bool no_cues;  /* end marks alone */
  const char *voice;      /* NULL: as written */
  const char *background; /* a name, "off", or NULL: as written */
  int speed;              /* nominal words a minute; 0: as written */
  int pitch;              /* -1: as written */
};

#endif
