/* A routine given as a string, planned for a test. */

#ifndef SUPINE_TESTS_PLANNED_H
#define SUPINE_TESTS_PLANNED_H

#include "support/clips.h"
#include "support/loaded.h"

struct planned {
  struct loaded loaded;
  struct test_clips clips;
  struct plan_options options;
  struct diagnostics diagnostics;
  struct plan *plan;
};

/* Loads the routine, which must be without errors. */
static inline void planned_init(struct planned *planned, const char *text)
{
  *planned = (struct planned){0};
  planned->options = (struct plan_options){.countdown = -1, .pitch = -1};
  loaded_init(&planned->loaded, text);
  assert_int_equal(planned->loaded.status, STATUS_OK);
  test_clips_init(&planned->clips);
  diagnostics_init(&planned->diagnostics);
}

/* Plans it as `planned->options` say. */
static inline enum status planned_make(struct planned *planned)
{
  return plan_create(planned->loaded.script, &planned->clips.source,
                     &planned->options, &planned->diagnostics, &planned->plan);
}

static inline void planned_finish(struct planned *planned)
{
  plan_destroy(planned->plan);
  diagnostics_finish(&planned->diagnostics);
  test_clips_finish(&planned->clips);
  loaded_finish(&planned->loaded);
}

#endif
