/* From a tree to a timetable. */

#ifndef SUPINE_PLAN_EXPAND_H
#define SUPINE_PLAN_EXPAND_H

#include "base/status.h"
#include "plan/plan.h"
#include "script/diagnose.h"
#include "script/tree.h"

/* One sentence as the planner wants it spoken. */
struct utterance {
  const char *text;     /* plain UTF-8, pronunciations applied */
  const char *language; /* a language tag */
  const char *voice;    /* "calm", "plain", "en-gb+f3" …; NULL: the default */
  int speed;            /* the engine's nominal words a minute; 0: default */
  int pitch;            /* 0 to 99; -1: the voice's own */
  int volume;           /* per cent of the voice's level; 100 is even */
};

/* What a name that was not found was to be the name of. */
enum clip_name { CLIP_NAME_SOUND, CLIP_NAME_VOICE, CLIP_NAME_LANGUAGE };

/* Where clips come from: voice/ and sound/ stand behind this in the program,
   the stand-in voice in tests. Called on the planning thread alone. */
struct clip_source {
  void *context;
  /* Speaks a sentence, trimmed and levelled. The clip stays with the source.
     Possible errors: STATUS_NO_VOICE, STATUS_NO_LANGUAGE, STATUS_VOICE_FAILED,
     STATUS_NO_MEMORY. */
  enum status (*speak)(void *context, const struct utterance *utterance,
                       const struct clip **clip);
  /* Finds a sound: a file beside the routine at `beside`, or a shipped one.
     Possible errors: STATUS_NOT_FOUND, STATUS_BAD_SOUND, STATUS_TOO_LARGE,
     STATUS_READ_FAILED, STATUS_NO_MEMORY. */
  enum status (*sound)(void *context, const char *name, const char *beside,
                       const struct clip **clip);
  /* The known name nearest to one that was not found, or NULL; the caller
     frees it. `beside` is as above. */
  char *(*suggest)(void *context, enum clip_name kind, const char *name,
                   const char *beside);
};

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
