/* The history of sessions, a line each. */

#include "memory/history.h"

#include "base/frames.h"
#include "base/plain.h"
#include "memory/state_path.h"
#include "phrases/phrases.h"
#include "system/files.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static enum status write_line(const struct history_entry *entry,
                              struct text *line)
{
  const time_t now = time(NULL);
  struct tm local;
  char when[32] = "";
  if (localtime_r(&now, &local)) {
    strftime(when, sizeof(when), "%Y-%m-%d %H:%M", &local);
  }
  text_append_format(line, "%s, ", when);
  plain_append(line, entry->title);
  if (entry->finished) {
    text_append(line, ", finished, ");
  } else {
    text_append_format(line, ", stopped in step %d of %d, ", entry->step,
                       entry->step_count);
  }
  phrases_append_duration(phrases_for("en"), entry->played_frames, line);
  text_append(line, ".\n");
  return line->status;
}

static enum status read_from(int file, struct text *all)
{
  char piece[4096];
  ssize_t count = 1;
  while (count > 0) {
    count = pread(file, piece, sizeof(piece), (off_t)all->length);
    text_append_bytes(all, piece, count > 0 ? (size_t)count : 0);
  }
  return count < 0 ? STATUS_READ_FAILED : all->status;
}

/* The last line that is `line`, or the end. */
static size_t find_line(const struct text *all, const char *line)
{
  const size_t length = line ? strlen(line) : 0;
  const char *bytes = text_string(all);
  size_t found = all->length;
  for (const char *at = length > 0 ? strstr(bytes, line) : NULL; at;
       at = strstr(at + 1, line)) {
    if ((at == bytes || at[-1] == '\n') && at[length] == '\n') {
      found = (size_t)(at - bytes);
    }
  }
  return found;
}

/* Writes `tail` from `at` to the end in one write. Where it finds no room,
   nothing has changed: what was there has its place on the disk. */
static enum status write_tail(int file, const struct text *before, size_t at,
                              const struct text *tail)
{
  errno = 0;
  if (pwrite(file, tail->bytes, tail->length, (off_t)at) ==
          (ssize_t)tail->length &&
      ftruncate(file, (off_t)(at + tail->length)) == 0) {
    return STATUS_OK;
  }
  errno = errno ? errno : ENOSPC;
  const enum status status = file_write_error();
  const size_t old = before->length - at;
  const bool restored =
      pwrite(file, text_string(before) + at, old, (off_t)at) == (ssize_t)old &&
      ftruncate(file, (off_t)before->length) == 0;
  return restored ? status : STATUS_WRITE_FAILED;
}

/* Puts `line` at the end, in place of `noted`. What follows that moves up in
   one write, so that a program that is killed leaves no half of it. */
static enum status put_line(int file, const char *noted,
                            const struct text *line)
{
  struct flock lock = {.l_type = F_WRLCK};
  struct text all = {0};
  struct text tail = {0};
  enum status status = fcntl(file, F_SETLKW, &lock) == 0 ? read_from(file, &all)
                                                         : STATUS_WRITE_FAILED;
  if (status == STATUS_OK) {
    const size_t at = find_line(&all, noted);
    const size_t next = at < all.length ? at + strlen(noted) + 1 : at;
    text_append_bytes(&tail, text_string(&all) + next, all.length - next);
    text_append_bytes(&tail, line->bytes, line->length);
    status = tail.status;
    if (status == STATUS_OK) {
      status = write_tail(file, &all, at, &tail);
    }
  }
  text_finish(&tail);
  text_finish(&all);
  return status;
}

/* A line without its line feed, as a string of its own. */
static enum status note_line(const struct text *line, char **noted)
{
  char *copy = strndup(line->bytes, line->length - 1);
  if (!copy) {
    return STATUS_NO_MEMORY;
  }
  free(*noted);
  *noted = copy;
  return STATUS_OK;
}

enum status history_add(const struct history_entry *entry, char **noted)
{
  char *path;
  enum status status = state_path("history", &path);
  if (status != STATUS_OK) {
    return status;
  }
  struct text line = {0};
  status = write_line(entry, &line);
  int file;
  if (status == STATUS_OK) {
    status = file_open_own(path, &file);
  }
  free(path);
  if (status == STATUS_OK) {
    status = put_line(file, *noted, &line);
    close(file);
  }
  if (status == STATUS_OK) {
    status = note_line(&line, noted);
  }
  text_finish(&line);
  return status;
}

static const char *last_lines(const char *bytes, size_t length, size_t most)
{
  const char *at = bytes + length;
  for (size_t lines = 0; at > bytes; at--) {
    if (at[-1] == '\n' && lines++ == most) {
      break;
    }
  }
  return at;
}

/* A file system may leave some where the power went. */
static void drop_zeros(struct text *all)
{
  size_t kept = 0;
  for (size_t i = 0; i < all->length; i++) {
    if (all->bytes[i] != '\0') {
      all->bytes[kept++] = all->bytes[i];
    }
  }
  if (kept < all->length) {
    all->bytes[kept] = '\0';
    all->length = kept;
  }
}

enum status history_read(size_t most, struct text *out)
{
  char *path;
  enum status status = state_path("history", &path);
  if (status != STATUS_OK) {
    return status;
  }
  FILE *file;
  status = file_open_stream(path, &file);
  free(path);
  if (status != STATUS_OK) {
    return status;
  }
  struct text all = {0};
  char piece[4096];
  for (size_t count = 1; count > 0;) {
    count = fread(piece, 1, sizeof(piece), file);
    text_append_bytes(&all, piece, count);
  }
  status = ferror(file) ? STATUS_READ_FAILED : all.status;
  fclose(file);
  drop_zeros(&all);
  if (status == STATUS_OK) {
    text_append(out, last_lines(text_string(&all), all.length, most));
    status = out->status;
  }
  text_finish(&all);
  return status;
}
