/* Chapters as Vorbis comments, and rewriting a file. */

#include "render/chapters.h"

#include "base/frames.h"
#include "base/text.h"
#include "system/files.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum status chapters_copy_rest(FILE *from, FILE *to)
{
  char bytes[65536];
  size_t count = 0;
  while ((count = fread(bytes, 1, sizeof(bytes), from)) > 0) {
    if (fwrite(bytes, 1, count, to) != count) {
      return file_write_error();
    }
  }
  return ferror(from) ? STATUS_READ_FAILED : STATUS_OK;
}

FILE *chapters_open(const struct atomic_file *file)
{
  const int copy = fcntl(file->file, F_DUPFD_CLOEXEC, 0);
  FILE *stream = copy < 0 ? NULL : fdopen(copy, "r+b");
  if (stream) {
    rewind(stream);
  } else if (copy >= 0) {
    close(copy);
  }
  return stream;
}

static enum status rewrite_to(const struct atomic_file *file,
                              const struct atomic_file *next,
                              chapters_copy *copy, const void *context)
{
  FILE *from = chapters_open(file);
  FILE *to = chapters_open(next);
  enum status status = from && to ? copy(from, to, context) : STATUS_NO_MEMORY;
  if (from) {
    fclose(from);
  }
  if (to && fclose(to) != 0 && status == STATUS_OK) {
    status = file_write_error();
  }
  return status;
}

enum status chapters_rewrite(struct atomic_file *file, chapters_copy *copy,
                             const void *context)
{
  struct atomic_file next;
  enum status status = atomic_file_begin(&next, file->path);
  if (status != STATUS_OK) {
    return status;
  }
  status = rewrite_to(file, &next, copy, context);
  struct atomic_file *left = &next;
  struct atomic_file before = *file;
  if (status == STATUS_OK) {
    *file = next;
    left = &before;
  }
  atomic_file_finish(left);
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
