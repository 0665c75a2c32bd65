/* Places as JSON. */

#include "base/utf8.h"
#include "base/utterance.h"
#include "memory/place.h"
#include "memory/place_lines.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* More frames, or seconds, than there can be, and no sum of them overflows. */
#define MOST (INT64_C(1) << 48)

static const char *or_empty(const char *string)
{
  return string ? string : "";
}

/* A path is any bytes, and so is a word of a command line, while JSON holds
   UTF-8: what is none is {"bytes": "..."}, a character of U+0001 to U+00FF for
   each byte. */
static json_t *pack_bytes(const char *bytes)
{
  if (utf8_find_malformed(bytes, strlen(bytes)) == strlen(bytes)) {
    return json_string(bytes);
  }
  struct text characters = {0};
  for (const char *byte = bytes; *byte; byte++) {
    char encoded[4];
    text_append_bytes(&characters, encoded,
                      utf8_encode((unsigned char)*byte, encoded));
  }
  json_t *packed = json_pack("{s:s}", "bytes", text_string(&characters));
  text_finish(&characters);
  return packed;
}

/* The same backwards; "" for what is neither. The caller frees it: NULL when
   memory is short. */
static char *unpack_bytes(const json_t *packed)
{
  if (json_is_string(packed)) {
    return strdup(json_string_value(packed));
  }
  const char *characters =
      or_empty(json_string_value(json_object_get(packed, "bytes")));
  struct text bytes = {0};
  for (uint32_t byte; *characters;) {
    characters += utf8_decode(characters, strnlen(characters, 4), &byte);
    text_append_bytes(&bytes, &(char){(char)byte}, 1);
  }
  return text_take(&bytes);
}

static json_t *pack_options(const struct place_record *record)
{
  json_t *options = json_array();
  for (size_t i = 0; i < record->option_count; i++) {
    json_array_append_new(options, pack_bytes(record->options[i]));
  }
  return options;
}

/* `pass` is a hash of 64 bits, which JSON has as a signed number. */
static json_t *pack(const struct place_record *record)
{
  return json_pack(
      "{s:o, s:s, s:s*, s:o, s:s, s:s, s:s, s:i, s:i, s:i, s:i, s:i, s:i,"
      " s:b, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I}",
      "routine", pack_bytes(or_empty(record->routine)), "title",
      or_empty(record->title), "noted", record->noted, "options",
      pack_options(record), "step_name", or_empty(record->step_name), "text",
      or_empty(record->text), "file", or_empty(record->file), "speed",
      record->speed, "step", record->step, "step_count", record->step_count,
      "side", (int)record->side, "round", record->round, "kind",
      (int)record->kind, "spoken", (int)record->spoken, "line",
      (json_int_t)record->line, "pass", (json_int_t)record->pass, "sentence",
      (json_int_t)record->sentence, "before", (json_int_t)record->before,
      "event_frames", (json_int_t)record->event_frames, "offset_frames",
      (json_int_t)record->offset_frames, "left_frames",
      (json_int_t)record->left_frames, "played_frames",
      (json_int_t)record->played_frames, "saved_at",
      (json_int_t)record->saved_at);
}

enum status place_write(const struct place_record *record, struct text *out)
{
  json_t *root = pack(record);
  char *dumped = root ? json_dumps(root, JSON_INDENT(2)) : NULL;
  json_decref(root);
  if (!dumped) {
    return STATUS_NO_MEMORY;
  }
  text_append_format(out, "%s\n", dumped);
  free(dumped);
  return out->status;
}

/* What a file says in numbers, before it is believed. */
struct numbers {
  json_int_t speed, step, step_count, side, round, kind;
  json_int_t line, pass, sentence, before;
  json_int_t event_frames, offset_frames, left_frames, played_frames, saved_at;
  int spoken;
};

/* Likewise in strings, which belong to the JSON. */
struct strings {
  const char *title, *noted, *step_name, *text, *file;
  json_t *routine, *options;
};

static bool unpack(json_t *root, struct numbers *numbers,
                   struct strings *strings)
{
  return json_unpack(
             root,
             "{s:o, s:s, s?s, s:o, s:s, s:s, s:s, s?I, s?I, s?I, s?I, s?I,"
             " s?I, s?b, s?I, s?I, s?I, s?I, s?I, s?I, s?I, s?I, s?I}",
             "routine", &strings->routine, "title", &strings->title, "noted",
             &strings->noted, "options", &strings->options, "step_name",
             &strings->step_name, "text", &strings->text, "file",
             &strings->file, "speed", &numbers->speed, "step", &numbers->step,
             "step_count", &numbers->step_count, "side", &numbers->side,
             "round", &numbers->round, "kind", &numbers->kind, "spoken",
             &numbers->spoken, "line", &numbers->line, "pass", &numbers->pass,
             "sentence", &numbers->sentence, "before", &numbers->before,
             "event_frames", &numbers->event_frames, "offset_frames",
             &numbers->offset_frames, "left_frames", &numbers->left_frames,
             "played_frames", &numbers->played_frames, "saved_at",
             &numbers->saved_at) == 0;
}

static int64_t within(json_int_t number, int64_t least, int64_t most)
{
  return number < least ? least : number > most ? most : number;
}

/* 0 where it can be no number of its kind. */
static int64_t known(json_int_t number, int64_t least, int64_t most)
{
  return number >= least && number <= most ? number : 0;
}

static void take_numbers(const struct numbers *numbers,
                         struct place_record *record)
{
  record->speed = (int)known(numbers->speed, SPEED_LEAST, SPEED_MOST);
  record->step = (int)within(numbers->step, 0, INT32_MAX);
  record->step_count = (int)within(numbers->step_count, 0, INT32_MAX);
  record->side = (enum side)known(numbers->side, 0, SIDE_RIGHT);
  record->round = (int)within(numbers->round, 0, INT32_MAX);
  record->kind = (enum event_kind)known(numbers->kind, 0, EVENT_WAIT);
  record->spoken = numbers->spoken;
  record->line = (uint32_t)within(numbers->line, 0, UINT32_MAX);
  record->pass = (uint64_t)numbers->pass;
  record->sentence = (uint32_t)within(numbers->sentence, 0, UINT32_MAX);
  record->before = (uint32_t)within(numbers->before, 0, UINT32_MAX);
  record->event_frames = within(numbers->event_frames, 0, MOST);
  record->offset_frames = within(numbers->offset_frames, 0, MOST);
  record->left_frames = within(numbers->left_frames, 0, MOST);
  record->played_frames = within(numbers->played_frames, 0, MOST);
  record->saved_at = within(numbers->saved_at, 0, MOST);
}

static bool take_options(const json_t *options, struct place_record *record)
{
  record->options =
      calloc(json_array_size(options) + 1, sizeof(*record->options));
  for (size_t i = 0; record->options && i < json_array_size(options); i++) {
    record->options[i] = unpack_bytes(json_array_get(options, i));
    if (!record->options[i]) {
      return false;
    }
    record->option_count++;
  }
  return record->options != NULL;
}

static enum status take(json_t *root, struct place_record *record)
{
  struct numbers numbers = {0};
  struct strings strings = {0};
  if (!unpack(root, &numbers, &strings)) {
    return STATUS_READ_FAILED;
  }
  take_numbers(&numbers, record);
  record->routine = unpack_bytes(strings.routine);
  record->title = strdup(strings.title);
  record->noted = strings.noted ? strdup(strings.noted) : NULL;
  record->step_name = strdup(strings.step_name);
  record->text = strdup(strings.text);
  record->file = strdup(strings.file);
  const bool whole = record->routine && record->title && record->step_name &&
                     record->text && record->file &&
                     take_options(strings.options, record);
  return whole ? STATUS_OK : STATUS_NO_MEMORY;
}

enum status place_read(const char *text, struct place_record *record)
{
  json_t *root = place_lines_are_first(text) ? place_lines_read(text)
                                             : json_loads(text, 0, NULL);
  struct place_record made = {0};
  const enum status status = root ? take(root, &made) : STATUS_READ_FAILED;
  json_decref(root);
  if (status != STATUS_OK) {
    place_record_finish(&made);
    return status;
  }
  *record = made;
  return STATUS_OK;
}
