/* supine list: every routine there is. */

#include "base/frames.h"
#include "base/plain.h"
#include "command/commands.h"
#include "phrases/phrases.h"
#include "session/overview.h"
#include "session/report.h"
#include "usage/exit.h"

#include <jansson.h>
#include <math.h>

struct own_options {
  bool json;
};

static const struct option options[] = {
    {.name = "--json",
     .help = "as JSON",
     .kind = OPTION_FLAG,
     .offset = offsetof(struct own_options, json)},
    {.name = NULL},
};

static void print_line(const struct library_entry *entry,
                       const struct finding *finding)
{
  if (!finding->planned) {
    plain_print(stdout, entry->name);
    fputs(", has errors: \"supine check ", stdout);
    plain_print_shell_word(stdout, entry->name, "");
    puts("\" shows them.");
    return;
  }
  struct text length = {0};
  phrases_append_duration(phrases_for("en"), finding->frames, &length);
  plain_print_format(stdout, "%s, %s%s", entry->name, text_string(&length),
                     finding->about[0] ? ". " : ".");
  plain_print(stdout, finding->about);
  putchar('\n');
  text_finish(&length);
}

/* JSON holds UTF-8 only, and the name of a file is any bytes. */
static json_t *plain_json(const char *bytes)
{
  struct text plain = {0};
  plain_append(&plain, bytes);
  json_t *string = json_string(text_string(&plain));
  text_finish(&plain);
  return string;
}

static json_t *describe(const struct library_entry *entry,
                        const struct finding *finding)
{
  const double seconds =
      round(seconds_from_frames(finding->frames) * 1e6) / 1e6;
  return json_pack("{s:o, s:s, s:s, s:s, s:o, s:o}", "name",
                   plain_json(entry->name), "title", finding->title, "about",
                   finding->about, "language", finding->language, "duration_s",
                   finding->planned ? json_real(seconds) : json_null(), "file",
                   plain_json(entry->path));
}

static enum status print_json(const struct library_entry *entries, size_t count,
                              const struct overview *overview)
{
  json_t *array = json_array();
  for (size_t i = 0; i < count; i++) {
    json_t *item = describe(&entries[i], overview_finding(overview, i));
    if (json_array_append_new(array, item) != 0) {
      json_decref(array);
      return STATUS_NO_MEMORY;
    }
  }
  json_dumpf(array, stdout, JSON_INDENT(2) | JSON_REAL_PRECISION(15));
  putchar('\n');
  json_decref(array);
  return STATUS_OK;
}

static enum status print(const struct library_entry *entries, size_t count,
                         const struct overview *overview, bool json)
{
  if (json) {
    return print_json(entries, count, overview);
  }
  for (size_t i = 0; i < count; i++) {
    print_line(&entries[i], overview_finding(overview, i));
  }
  return STATUS_OK;
}

/* Prints what there is, and fails with STATUS_NOT_FOUND when nothing that ships
   is among it. */
static enum status list(const struct session_options *as_written, bool json)
{
  struct pool *pool = NULL;
  struct library library = {0};
  struct library_entry *entries = NULL;
  size_t count = 0;
  struct overview *overview = NULL;
  enum status status = pool_create(&pool);
  if (status == STATUS_OK) {
    status = library_init(&library);
  }
  if (status == STATUS_OK) {
    status = library_list(&library, &entries, &count);
  }
  if (status == STATUS_OK) {
    status =
        overview_create(pool, entries, count, as_written, stderr, &overview);
  }
  if (status == STATUS_OK) {
    status = overview_wait(overview);
  }
  if (status == STATUS_OK) {
    status = print(entries, count, overview, json);
  }
  if (status == STATUS_OK && !library_has_shipped(&library)) {
    status = STATUS_NOT_FOUND;
  }
  overview_destroy(overview);
  library_entries_free(entries, count);
  library_finish(&library);
  pool_destroy(pool);
  return status;
}

static int run(struct call *call)
{
  const struct own_options *own = call->own;
  const enum status status = list(&call->session, own->json);
  if (status != STATUS_NOT_FOUND) {
    return exit_failed("supine", status);
  }
  report_nothing_shipped(stderr);
  return exit_for_status(status);
}

const struct command command_list = {
    .name = "list",
    .arguments = "",
    .summary = "Lists the routines with their lengths",
    .options = options,
    .own_bytes = sizeof(struct own_options),
    .operands_wrong = "List takes no arguments.",
    .run = run,
};
