/* Chapters as Vorbis comments, and rewriting a file. */

#include "render/chapters.h"

#include "base/draft.h"
#include "base/frames.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>

enum status chapters_copy_rest(FILE *from, FILE *to)
{
  char bytes[65536];
  size_t count = 0;
  while ((count = fread(bytes, 1, sizeof(bytes), from)) > 0) {
    if (fwrite(bytes, 1, count, to) != count) {
      return draft_write_error();
    }
  }
  return ferror(from) ? STATUS_READ_FAILED : STATUS_OK;
}

static enum status rewrite_to(const char *path, const char *new_path,
                              enum status (*copy)(FILE *from, FILE *to,
                                                  const void *context),
                              const void *context)
{
  FILE *from = fopen(path, "rb");
  if (!from) {
    return STATUS_READ_FAILED;
  }
  FILE *to = fopen(new_path, "wbx");
  enum status status = to ? copy(from, to, context) : draft_write_error();
  fclose(from);
  if (to && fclose(to) != 0 && status == STATUS_OK) {
    status = draft_write_error();
  }
  if (status == STATUS_OK && rename(new_path, path) != 0) {
    status = draft_write_error();
  }
  if (to && status != STATUS_OK) {
    remove(new_path);
  }
  return status;
}

enum status chapters_rewrite(const char *path,
                             enum status (*copy)(FILE *from, FILE *to,
                                                 const void *context),
                             const void *context)
{
  struct text new_path = {0};
  text_append_format(&new_path, "%s.tagged", path);
  const enum status status =
      new_path.status == STATUS_OK
          ? rewrite_to(path, text_string(&new_path), copy, context)
          : new_path.status;
  text_finish(&new_path);
  return status;
}

/* "CHAPTER001=00:12:34.567", to the millisecond. */
static void append_time(struct text *text, size_t number, int64_t frame)
{
  const int64_t ms = (frame * 1000 + FRAME_RATE / 2) / FRAME_RATE;
  text_append_format(
      text, "CHAPTER%03zu=%02" PRId64 ":%02" PRId64 ":%02" PRId64 ".%03" PRId64,
      number, ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

static bool add_text(struct text *text,
                     bool (*add)(void *context, const char *comment),
                     void *context)
{
  const bool added =
      text->status == STATUS_OK && add(context, text_string(text));
  text_clear(text);
  return added;
}

bool chapters_each_comment(const struct chapters *chapters,
                           bool (*add)(void *context, const char *comment),
                           void *context)
{
  struct text text = {0};
  bool added = true;
  if (chapters->language && chapters->language[0]) {
    text_append_format(&text, "LANGUAGE=%s", chapters->language);
    added = add_text(&text, add, context);
  }
  for (size_t i = 0; added && i < chapters->count; i++) {
    append_time(&text, i + 1, chapters->items[i].start_frame);
    added = add_text(&text, add, context);
    if (added) {
      text_append_format(&text, "CHAPTER%03zuNAME=%s", i + 1,
                         chapters->items[i].title);
      added = add_text(&text, add, context);
    }
  }
  text_finish(&text);
  return added;
}
