/* From what the listener typed to a session that can be played, rendered or
   printed. */

#ifndef SUPINE_SESSION_SESSION_H
#define SUPINE_SESSION_SESSION_H

#include "library/load.h"
#include "mix/score.h"
#include "plan/plan.h"
#include "script/diagnose.h"
#include "session/session_options.h"
#include "session/studio.h"

#include <stdio.h>

struct session {
  struct studio *studio;          /* borrowed */
  char *routine;                  /* as the listener named it */
  char *path;                     /* of the routine file */
  char *name;                     /* without folders and ending, "evening" */
  char *title;                    /* session_title(); NULL without a plan */
  struct diagnostics diagnostics; /* sorted */
  struct script *script;
  struct plan *plan;         /* NULL if the routine has errors */
  struct score *score;       /* likewise; in the studio's pool */
  enum status voice_trouble; /* while it was planned, or STATUS_OK */
};

/* Finds the routine, reads it, plans it and lays it out. Nothing is printed.
   On return `*session` holds the session even after a failure that left
   errors among its diagnostics, so that they can be shown; the caller destroys
   it. NULL after any other failure.

   routine  a file, or a name of the library
   options  borrowed for the call

   Possible errors: STATUS_NOT_FOUND, STATUS_READ_FAILED, STATUS_TOO_LARGE,
   STATUS_BAD_ROUTINE, STATUS_FIT_OUT_OF_REACH, STATUS_NO_VOICE,
   STATUS_BAD_ARGUMENT, STATUS_VOICE_FAILED, STATUS_NO_MEMORY. */
enum status session_create(struct studio *studio, const char *routine,
                           const struct session_options *options,
                           struct session **session);

/* No mixer may play its score any more; NULL is fine. */
void session_destroy(struct session *session);

/* The same for those who need a session or nothing: what is wrong is written to
   `errors`, with the routine's name if there are several (`by_name`), and
   `*session` is NULL unless the result is STATUS_OK. */
enum status session_open(struct studio *studio, const char *routine,
                         const struct session_options *options, bool by_name,
                         FILE *errors, struct session **session);

/* What the listener should know of the voice: that sentences are missing, in
   the session's language; NULL when all is well. Static storage. */
const char *session_trouble(const struct session *session);

/* The title, or the name of a routine without one, as plain text
   (base/plain.h); borrowed. There must be a plan. */
const char *session_title(const struct session *session);

#endif
