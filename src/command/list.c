/* supine list: every routine there is. */

#include "base/frames.h"
#include "command/jobs.h"
#include "command/report.h"
#include "command/session.h"
#include "command/table.h"
#include "phrases/phrases.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ABOUT_BYTES 512

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

/* What a worker finds out about a routine. */
struct finding {
  bool planned; /* false: the routine has errors */
  int64_t frames;
  char title[ABOUT_BYTES];
  char about[ABOUT_BYTES]; /* the first line */
  char language[32];
};

struct listing {
  struct library_entry *entries;
  size_t count;
  struct finding *findings; /* as many; in the pool */
};

/* Copies what fits of the first line, cutting before a half code point. */
static void copy_line(char *to, size_t size, const char *from)
{
  size_t length = strcspn(from, "\n");
  if (length >= size) {
    length = size - 1;
    while (length > 0 && ((unsigned char)from[length] & 0xC0) == 0x80) {
      length--;
    }
  }
  memcpy(to, from, length);
  to[length] = '\0';
}

static void note(struct finding *finding, const struct session *session)
{
  copy_line(finding->title, sizeof(finding->title), session_title(session));
  copy_line(finding->about, sizeof(finding->about), session->plan->about);
  copy_line(finding->language, sizeof(finding->language),
            session->plan->language);
  finding->frames = session->plan->frames;
  finding->planned = true;
}

static void find_out(struct job_queue *queue, void *context)
{
  struct listing *listing = context;
  struct studio *studio = NULL;
  if (studio_create(VOICE_ENGINE_LENGTHS, &studio) != STATUS_OK) {
    return;
  }
  struct session_options as_written;
  session_options_init(&as_written);
  for (size_t i = 0; jobs_next(queue, &i);) {
    struct session *session = NULL;
    if (session_create(studio, listing->entries[i].path, &as_written,
                       &session) == STATUS_OK) {
      note(&listing->findings[i], session);
    }
    session_destroy(session);
  }
  session_options_finish(&as_written);
  studio_destroy(studio);
}

static void print_line(const struct library_entry *entry,
                       const struct finding *finding)
{
  if (!finding->planned) {
    printf("%s, has errors: \"supine check %s\" shows them.\n", entry->name,
           entry->name);
    return;
  }
  struct text length = {0};
  phrases_append_duration(phrases_for("en"), finding->frames, &length);
  printf("%s, %s%s", entry->name, text_string(&length),
         finding->about[0] ? ". " : ".");
  print_plain(stdout, finding->about);
  putchar('\n');
  text_finish(&length);
}

static json_t *describe(const struct library_entry *entry,
                        const struct finding *finding)
{
  const double seconds =
      round(seconds_from_frames(finding->frames) * 1e6) / 1e6;
  return json_pack("{s:s, s:s, s:s, s:s, s:o, s:s}", "name", entry->name,
                   "title", finding->title, "about", finding->about, "language",
                   finding->language, "duration_s",
                   finding->planned ? json_real(seconds) : json_null(), "file",
                   entry->path);
}

static enum status print_json(const struct listing *listing)
{
  json_t *array = json_array();
  for (size_t i = 0; i < listing->count; i++) {
    json_t *item = describe(&listing->entries[i], &listing->findings[i]);
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

static enum status print(const struct listing *listing, bool json)
{
  if (json) {
    return print_json(listing);
  }
  for (size_t i = 0; i < listing->count; i++) {
    print_line(&listing->entries[i], &listing->findings[i]);
  }
  return STATUS_OK;
}

static enum status plan_all(struct pool *pool, struct listing *listing)
{
  listing->findings =
      pool_take(pool, (listing->count + 1) * sizeof(*listing->findings));
  if (!listing->findings) {
    return STATUS_NO_MEMORY;
  }
  return jobs_run(pool, listing->count, find_out, listing);
}

static enum status list(bool json)
{
  struct pool *pool = NULL;
  struct library library = {0};
  struct listing listing = {0};
  enum status status = pool_create(&pool);
  if (status == STATUS_OK) {
    status = library_init(&library);
  }
  if (status == STATUS_OK) {
    status = library_list(&library, &listing.entries, &listing.count);
  }
  if (status == STATUS_OK) {
    status = plan_all(pool, &listing);
  }
  if (status == STATUS_OK) {
    status = print(&listing, json);
  }
  library_entries_free(listing.entries, listing.count);
  library_finish(&library);
  pool_destroy(pool);
  return status;
}

static int run(int argc, char **argv)
{
  struct own_options own = {0};
  struct parsed parsed = {.own = &own};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_list, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 0) {
    return usage_error(&command_list, "List takes no arguments.");
  }
  const enum status status = list(own.json);
  if (status != STATUS_OK) {
    report_failure("supine", status);
  }
  return exit_status_for(status);
}

const struct command command_list = {
    .name = "list",
    .arguments = "",
    .summary = "Lists the routines with their lengths",
    .options = options,
    .run = run,
};
