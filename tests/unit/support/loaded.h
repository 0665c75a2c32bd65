/* A routine given as a string, loaded for a test. */

#ifndef SUPINE_TESTS_LOADED_H
#define SUPINE_TESTS_LOADED_H

#include "unit.h"

#include "library/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct loaded {
  char path[64];
  struct library library; /* empty */
  struct diagnostics diagnostics;
  struct script *script;
  enum status status;
};

static inline void loaded_init(struct loaded *loaded, const char *text)
{
  *loaded = (struct loaded){.path = "/tmp/supine-test-XXXXXX.routine"};
  const int file = mkstemps(loaded->path, 8);
  assert_true(file >= 0);
  FILE *stream = fdopen(file, "w");
  assert_non_null(stream);
  assert_true(fputs(text, stream) >= 0);
  assert_int_equal(fclose(stream), 0);
  diagnostics_init(&loaded->diagnostics);
  loaded->status = script_load(loaded->path, &loaded->library,
                               &loaded->diagnostics, &loaded->script);
  diagnostics_sort(&loaded->diagnostics);
}

static inline void loaded_finish(struct loaded *loaded)
{
  diagnostics_finish(&loaded->diagnostics);
  script_destroy(loaded->script);
  unlink(loaded->path);
}

#endif
