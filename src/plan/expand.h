/* From a tree to a timetable. */

#ifndef SUPINE_PLAN_EXPAND_H
#define SUPINE_PLAN_EXPAND_H

#include "base/clip_source.h"
#include "base/status.h"
#include "plan/plan.h"
#include "script/diagnose.h"
#include "script/tree.h"

enum explain_mode { EXPLAIN_ONCE, EXPLAIN_NEVER, EXPLAIN_ALWAYS };

/* `--set NAME=VALUE`. */
struct plan_setting {
  const char *name;
  const char *value;
};

/* What the listener asked for. A zeroed struct with countdown -1 and pitch -1
   leaves everything to the routine. */
struct plan_options {
  const struct plan_setting *settings;
  size_t setting_count;
  int64_t fit_frames; /* 0: as long as it is */
  enum explain_mode explain;
  int countdown; /* from this number where a countdown stands; -1: as written */
  bool no_cues;  /* end marks alone */
  const char *voice;      /* NULL: as written */
  const char *background; /* a name, "off", or NULL: as written */
  int speed;              /* 0: as written */
  int pitch;              /* -1: as written */
};

/* Makes the timetable. Every error is reported, with the line; warnings go
   into the plan too. `clips` must outlive the plan.

   Possible errors: STATUS_BAD_ROUTINE; what the listener asked for and cannot
   have, reported as errors without a line: STATUS_FIT_OUT_OF_REACH,
   STATUS_NO_VOICE, STATUS_BAD_ARGUMENT; STATUS_VOICE_FAILED,
   STATUS_NO_MEMORY. */
enum status plan_create(const struct script *script,
                        const struct clip_source *clips,
                        const struct plan_options *options,
                        struct diagnostics *diagnostics, struct plan **plan);

#endif
