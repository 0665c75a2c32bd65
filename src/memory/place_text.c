/* Places as lines of words: a key, a space, a value. */

#include "base/utterance.h"
#include "memory/place.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_LINE "supine place 1"

/* A value is one line, so line feeds and backslashes are escaped. */
static void write_text(struct text *out, const char *key, const char *value)
{
  text_append_format(out, "%s ", key);
  for (const char *at = value ? value : ""; *at; at++) {
    if (*at == '\n') {
      text_append(out, "\\n");
    } else if (*at == '\\') {
      text_append(out, "\\\\");
    } else {
      text_append_bytes(out, at, 1);
    }
  }
  text_append(out, "\n");
}

enum status place_write(const struct place_record *record, struct text *out)
{
  text_append(out, FIRST_LINE "\n");
  write_text(out, "routine", record->routine);
  write_text(out, "title", record->title);
  if (record->noted) {
    write_text(out, "noted", record->noted);
  }
  for (size_t i = 0; i < record->option_count; i++) {
    write_text(out, "option", record->options[i]);
  }
  write_text(out, "step_name", record->step_name);
  write_text(out, "text", record->text);
  write_text(out, "file", record->file);
  text_append_format(
      out,
      "speed %d\nstep %d\nstep_count %d\nside %d\nround %d\nkind %d\n"
      "spoken %d\nline %" PRIu32 "\npass %" PRIu64 "\nsentence %" PRIu32
      "\nbefore %" PRIu32 "\nevent_frames %" PRId64 "\noffset_frames %" PRId64
      "\nleft_frames %" PRId64 "\nplayed_frames %" PRId64 "\nsaved_at %" PRId64
      "\nend\n",
      record->speed, record->step, record->step_count, (int)record->side,
      record->round, (int)record->kind, record->spoken, record->line,
      record->pass, record->sentence, record->before, record->event_frames,
      record->offset_frames, record->left_frames, record->played_frames,
      record->saved_at);
  return out->status;
}

static bool unescape(const char *value, size_t length, char **field)
{
  char *made = malloc(length + 1);
  if (!made) {
    return false;
  }
  size_t count = 0;
  for (size_t i = 0; i < length; i++) {
    if (value[i] == '\\' && i + 1 < length) {
      i++;
      made[count++] = value[i] == 'n' ? '\n' : value[i];
    } else {
      made[count++] = value[i];
    }
  }
  made[count] = '\0';
  free(*field);
  *field = made;
  return true;
}

static bool read_option(struct place_record *record, const char *value,
                        size_t length)
{
  char **options =
      realloc(record->options, (record->option_count + 1) * sizeof(*options));
  if (!options) {
    return false;
  }
  record->options = options;
  record->options[record->option_count] = NULL;
  return unescape(value, length, &record->options[record->option_count++]);
}

static bool read_text(struct place_record *record, const char *key,
                      const char *value, size_t length)
{
  if (strcmp(key, "option") == 0) {
    return read_option(record, value, length);
  }
  char **field = strcmp(key, "routine") == 0     ? &record->routine
                 : strcmp(key, "title") == 0     ? &record->title
                 : strcmp(key, "noted") == 0     ? &record->noted
                 : strcmp(key, "step_name") == 0 ? &record->step_name
                 : strcmp(key, "text") == 0      ? &record->text
                 : strcmp(key, "file") == 0      ? &record->file
                                                 : NULL;
  return !field || unescape(value, length, field);
}

/* More frames, or seconds, than there can be, and no sum of them overflows. */
#define MOST (INT64_C(1) << 48)

static void read_number(struct place_record *record, const char *key,
                        const char *value)
{
  const int64_t number = strtoll(value, NULL, 10);
  const struct {
    const char *key;
    int *field;
  } small[] = {
      {"speed", &record->speed},
      {"step", &record->step},
      {"step_count", &record->step_count},
      {"round", &record->round},
  };
  for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
    if (strcmp(small[i].key, key) == 0) {
      *small[i].field = (int)number;
    }
  }
  const struct {
    const char *key;
    int64_t *field;
  } large[] = {
      {"event_frames", &record->event_frames},
      {"offset_frames", &record->offset_frames},
      {"left_frames", &record->left_frames},
      {"played_frames", &record->played_frames},
      {"saved_at", &record->saved_at},
  };
  for (size_t i = 0; i < sizeof(large) / sizeof(large[0]); i++) {
    if (strcmp(large[i].key, key) == 0) {
      *large[i].field = number < 0 ? 0 : number < MOST ? number : MOST;
    }
  }
}

static void read_place(struct place_record *record, const char *key,
                       const char *value)
{
  const uint64_t number = strtoull(value, NULL, 10);
  const int64_t kind = (int64_t)number;
  if (strcmp(key, "line") == 0) {
    record->line = (uint32_t)number;
  } else if (strcmp(key, "pass") == 0) {
    record->pass = number;
  } else if (strcmp(key, "sentence") == 0) {
    record->sentence = (uint32_t)number;
  } else if (strcmp(key, "before") == 0) {
    record->before = (uint32_t)number;
  } else if (strcmp(key, "spoken") == 0) {
    record->spoken = number != 0;
  } else if (strcmp(key, "side") == 0 && number <= SIDE_RIGHT) {
    record->side = (enum side)number;
  } else if (strcmp(key, "kind") == 0 && kind >= 0 && kind <= EVENT_WAIT) {
    record->kind = (enum event_kind)number;
  }
}

static bool read_line(struct place_record *record, const char *line,
                      size_t length)
{
  char key[32];
  const char *space = memchr(line, ' ', length);
  const size_t key_length = space ? (size_t)(space - line) : length;
  if (key_length >= sizeof(key)) {
    return true;
  }
  memcpy(key, line, key_length);
  key[key_length] = '\0';
  const char *value = space ? space + 1 : line + length;
  read_number(record, key, value);
  read_place(record, key, value);
  return read_text(record, key, value, (size_t)(line + length - value));
}

/* A record is whole when it has its first line, its last, and every text that
   place_find() compares. */
static enum status check(struct place_record *record, bool ended)
{
  if (record->speed < SPEED_LEAST || record->speed > SPEED_MOST) {
    record->speed = 0;
  }
  const bool whole = ended && record->routine && record->title &&
                     record->step_name && record->text && record->file;
  return whole ? STATUS_OK : STATUS_READ_FAILED;
}

enum status place_read(const char *lines, struct place_record *record)
{
  struct place_record made = {0};
  const size_t first = strlen(FIRST_LINE);
  if (strncmp(lines, FIRST_LINE "\n", first + 1) != 0) {
    return STATUS_READ_FAILED;
  }
  bool ended = false;
  for (const char *line = lines + first + 1; *line && !ended;) {
    const size_t length = strcspn(line, "\n");
    ended = length == 3 && strncmp(line, "end", 3) == 0;
    if (!read_line(&made, line, length)) {
      place_record_finish(&made);
      return STATUS_NO_MEMORY;
    }
    line += length + (line[length] == '\n');
  }
  const enum status status = check(&made, ended);
  if (status != STATUS_OK) {
    place_record_finish(&made);
    return status;
  }
  *record = made;
  return STATUS_OK;
}
