/* Reads the places that the first edition wrote. */

#include "memory/place_lines.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_LINE "supine place 1\n"

bool place_lines_are_first(const char *text)
{
  return strncmp(text, FIRST_LINE, strlen(FIRST_LINE)) == 0;
}

static bool is_text(const char *key)
{
  static const char *const texts[] = {"routine",   "title", "noted",
                                      "step_name", "text",  "file"};
  for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
    if (strcmp(texts[i], key) == 0) {
      return true;
    }
  }
  return false;
}

/* A line feed was written as "\n", and a backslash twice. */
static json_t *read_text(const char *value, size_t length)
{
  struct text text = {0};
  for (size_t i = 0; i < length; i++) {
    const bool escaped = value[i] == '\\' && i + 1 < length;
    i += escaped;
    text_append_bytes(&text, escaped && value[i] == 'n' ? "\n" : &value[i], 1);
  }
  json_t *string = json_stringn(text_string(&text), text.length);
  text_finish(&text);
  return string;
}

/* Numbers above those with a sign were hashes of 64 bits. */
static json_t *read_number(const char *value)
{
  return json_integer(*value == '-' ? strtoll(value, NULL, 10)
                                    : (json_int_t)strtoull(value, NULL, 10));
}

static void read_line(json_t *root, const char *line, size_t length)
{
  char key[32];
  const char *space = memchr(line, ' ', length);
  const size_t key_length = space ? (size_t)(space - line) : length;
  if (!space || key_length >= sizeof(key)) {
    return;
  }
  memcpy(key, line, key_length);
  key[key_length] = '\0';
  const char *value = space + 1;
  const size_t value_length = (size_t)(line + length - value);
  if (strcmp(key, "option") == 0) {
    json_array_append_new(json_object_get(root, "options"),
                          read_text(value, value_length));
  } else if (is_text(key)) {
    json_object_set_new(root, key, read_text(value, value_length));
  } else if (strcmp(key, "spoken") == 0) {
    json_object_set_new(root, key, json_boolean(*value != '0'));
  } else {
    json_object_set_new(root, key, read_number(value));
  }
}

json_t *place_lines_read(const char *text)
{
  json_t *root = json_pack("{s:[]}", "options");
  bool ended = false;
  for (const char *line = text + strlen(FIRST_LINE); *line && !ended;) {
    const size_t length = strcspn(line, "\n");
    ended = length == 3 && strncmp(line, "end", 3) == 0;
    read_line(root, line, length);
    line += length + (line[length] == '\n');
  }
  if (!ended) {
    json_decref(root);
    return NULL;
  }
  return root;
}
