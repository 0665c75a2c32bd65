/* Compares the messages about wrong routines with what they are expected to
   be: the arguments are NAME.expected files with NAME.routine beside them. The
   format is told in bad/README.md. */

#include "library/load.h"
#include "support/clips.h"
#include "support/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void append_diagnostic(const struct diagnostic *item,
                              const struct source *main, struct text *out)
{
  const struct location where = item->where;
  text_append(out, item->severity == SEVERITY_ERROR     ? "error "
                   : item->severity == SEVERITY_WARNING ? "warning "
                                                        : "hint ");
  if (where.source && where.source != main) {
    text_append_format(out, "%s:", where.source->name);
  }
  text_append_format(out, "%u:%u %s\n", location_line(where),
                     where.source ? location_column(where) : 0, item->message);
}

static void append_messages(const char *path, struct text *out)
{
  const struct library nothing = {0};
  const struct plan_options as_written = {.countdown = -1, .pitch = -1};
  struct diagnostics diagnostics;
  struct script *script = NULL;
  struct plan *plan = NULL;
  struct test_clips clips;
  test_clips_init(&clips);
  diagnostics_init(&diagnostics);
  enum status status = script_load(path, &nothing, &diagnostics, &script);
  if (status == STATUS_OK) {
    status =
        plan_create(script, &clips.source, &as_written, &diagnostics, &plan);
  } else if (status == STATUS_BAD_ROUTINE) {
    plan_find_errors(script, &clips.source, &as_written, &diagnostics);
  }
  diagnostics_sort(&diagnostics);
  for (size_t i = 0; i < diagnostics.count; i++) {
    append_diagnostic(&diagnostics.items[i], script->main->source, out);
  }
  if ((status == STATUS_OK) != (diagnostics.error_count == 0)) {
    text_append_format(out, "%s\n", status_text(status));
  }
  plan_destroy(plan);
  diagnostics_finish(&diagnostics);
  script_destroy(script);
  test_clips_finish(&clips);
}

static bool read_whole(const char *path, struct text *out)
{
  char block[4096];
  FILE *file = fopen(path, "r");
  size_t got;
  while (file && (got = fread(block, 1, sizeof(block), file)) > 0) {
    text_append_bytes(out, block, got);
  }
  if (file) {
    fclose(file);
  }
  return file && out->length > 0;
}

static bool check(const char *expected_path)
{
  struct text expected = {0};
  struct text actual = {0};
  char path[1024];
  const size_t stem = strlen(expected_path) - strlen(".expected");
  snprintf(path, sizeof(path), "%.*s.routine", (int)stem, expected_path);
  append_messages(path, &actual);
  const bool good = read_whole(expected_path, &expected) &&
                    compare_lines(path, &expected, &actual);
  if (getenv("SHOW_MESSAGES")) {
    printf("%s", text_string(&actual));
  }
  text_finish(&expected);
  text_finish(&actual);
  return good;
}

int main(int argc, char **argv)
{
  int failures = 0;
  for (int i = 1; i < argc; i++) {
    failures += !check(argv[i]);
  }
  printf("%d routines, %d differ\n", argc - 1, failures);
  return failures > 0 || argc < 2 ? EXIT_FAILURE : EXIT_SUCCESS;
}
