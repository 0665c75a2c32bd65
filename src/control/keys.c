/* The table of keys. */

#include "control/keys.h"

#include "base/utf8.h"
#include "phrases/phrases.h"

#include <string.h>
#include <strings.h>

const struct key_row key_rows[] = {
    {REQUEST_TOGGLE,
     "pause",
     "Space",
     "0",
     {' ', '0', KEY_INSERT},
     PHRASE("Pause, or go on.")},
    {REQUEST_NEXT,
     "next",
     "Right, n",
     "6",
     {KEY_RIGHT, 'n', '6'},
     PHRASE("Go to the next step.")},
    {REQUEST_BACK,
     "back",
     "Left, p",
     "4",
     {KEY_LEFT, 'p', '4'},
     PHRASE("Go back to the step's start, or to the step before.")},
    {REQUEST_REPEAT,
     "repeat",
     "Down, r",
     "2",
     {KEY_DOWN, 'r', '2'},
     PHRASE("Say the last instruction again, in full.")},
    {REQUEST_EXTEND,
     "extend",
     "Up, e",
     "8",
     {KEY_UP, 'e', '8'},
     PHRASE("Make this hold 30 seconds longer.")},
    {REQUEST_WHERE,
     "where",
     "Enter, w",
     "5",
     {KEY_ENTER, 'w', '5', KEY_CENTRE},
     PHRASE("Say where you are.")},
    {REQUEST_LOUDER,
     "louder",
     "+",
     "+",
     {'+', '='},
     PHRASE("Make the voice louder.")},
    {REQUEST_SOFTER,
     "softer",
     "-",
     "-",
     {'-'},
     PHRASE("Make the voice softer.")},
    {REQUEST_BACKGROUND_LOUDER,
     "background-louder",
     "]",
     "",
     {']'},
     PHRASE("Make the background louder.")},
    {REQUEST_BACKGROUND_SOFTER,
     "background-softer",
     "[",
     "",
     {'['},
     PHRASE("Make the background softer.")},
    {REQUEST_FASTER, "faster", ">", "", {'>'}, PHRASE("Speak faster.")},
    {REQUEST_SLOWER, "slower", "<", "", {'<'}, PHRASE("Speak slower.")},
    {REQUEST_SLEEP, "sleep", "s", "", {'s'}, PHRASE("Set the sleep timer.")},
    {REQUEST_MORE,
     "more",
     "d",
     "",
     {'d'},
     PHRASE("Tell more about this movement.")},
    {REQUEST_DESCRIBE,
     "describe",
     "F1, ?",
     "",
     {KEY_F1, '?'},
     PHRASE("Explain the keys.")},
    {REQUEST_MENU, "menu", "m", "", {'m'}, PHRASE("Go back to the menu.")},
    {REQUEST_QUIT,
     "stop",
     "Escape, q",
     "",
     {KEY_ESCAPE, 'q'},
     PHRASE("Stop, keeping your place.")},
    {.name = NULL},
};

/* Keys that have a name: in `[keys]`, and spoken, an English phrase. All others
   are called by the character that they type. */
static const struct key_name {
  const char *name;
  const char *spoken;
  uint32_t code;
} key_names[] = {
    {"space", PHRASE("space"), ' '},
    {"enter", PHRASE("Enter"), KEY_ENTER},
    {"escape", PHRASE("Escape"), KEY_ESCAPE},
    {"up", PHRASE("arrow up"), KEY_UP},
    {"down", PHRASE("arrow down"), KEY_DOWN},
    {"left", PHRASE("arrow left"), KEY_LEFT},
    {"right", PHRASE("arrow right"), KEY_RIGHT},
    {"home", PHRASE("Home"), KEY_HOME},
    {"end", PHRASE("End"), KEY_END},
    {"insert", PHRASE("Insert"), KEY_INSERT},
    {"centre", PHRASE("centre"), KEY_CENTRE},
    {"f1", PHRASE("F1"), KEY_F1},
    {"?", PHRASE("question mark"), '?'},
    {NULL, NULL, 0},
};

static uint32_t find_code(const char *key)
{
  for (const struct key_name *known = key_names; known->name; known++) {
    if (strcasecmp(known->name, key) == 0) {
      return known->code;
    }
  }
  uint32_t code = 0;
  const size_t length = strlen(key);
  if (length == 0 || utf8_decode(key, length, &code) != length ||
      code == UTF8_REPLACEMENT || utf8_is_control(code)) {
    return 0;
  }
  return code;
}

bool keymap_set(struct keymap *keymap, const char *name, const char *key)
{
  const size_t most = sizeof(keymap->changes) / sizeof(keymap->changes[0]);
  const uint32_t code = find_code(key);
  if (code == 0 || keymap->change_count == most) {
    return false;
  }
  for (const struct key_row *row = key_rows; row->name; row++) {
    if (strcasecmp(row->name, name) == 0) {
      keymap->changes[keymap->change_count].code = code;
      keymap->changes[keymap->change_count++].request = row->request;
      return true;
    }
  }
  return false;
}

static enum request_kind find_in_table(uint32_t code)
{
  for (const struct key_row *row = key_rows; row->name; row++) {
    for (size_t i = 0; i < KEYS_A_ROW && row->codes[i] != 0; i++) {
      if (row->codes[i] == code) {
        return row->request;
      }
    }
  }
  return REQUEST_UNKNOWN_KEY;
}

enum request_kind keymap_find(const struct keymap *keymap, uint32_t code)
{
  for (size_t i = keymap->change_count; i-- > 0;) {
    if (keymap->changes[i].code == code) {
      return keymap->changes[i].request;
    }
  }
  return find_in_table(code);
}

static uint32_t find_given(const struct keymap *keymap,
                           enum request_kind request)
{
  for (size_t i = keymap->change_count; i-- > 0;) {
    const uint32_t code = keymap->changes[i].code;
    if (keymap_find(keymap, code) == request) {
      return code;
    }
  }
  return 0;
}

static uint32_t find_key(const struct keymap *keymap, enum request_kind request)
{
  const struct key_row *row = key_rows;
  while (row->name && row->request != request) {
    row++;
  }
  for (size_t i = 0; i < KEYS_A_ROW && row->codes[i] != 0; i++) {
    if (!keymap || keymap_find(keymap, row->codes[i]) == request) {
      return row->codes[i];
    }
  }
  const uint32_t given = keymap ? find_given(keymap, request) : 0;
  return given ? given : row->codes[0];
}

void keymap_append_key(const struct keymap *keymap, enum request_kind request,
                       const struct phrases *phrases, struct text *out)
{
  const uint32_t code = find_key(keymap, request);
  for (const struct key_name *known = key_names; known->name; known++) {
    if (known->code == code) {
      text_append(out, phrase(phrases, known->spoken));
      return;
    }
  }
  char typed[4];
  text_append_bytes(out, typed, utf8_encode(code, typed));
}

const char *request_help(enum request_kind request)
{
  for (const struct key_row *row = key_rows; row->name; row++) {
    if (row->request == request) {
      return row->help;
    }
  }
  switch (request) {
  case REQUEST_PLAY:
    return PHRASE("Go on.");
  case REQUEST_PAUSE:
    return PHRASE("Pause.");
  case REQUEST_STOP:
    return PHRASE("Stop, keeping your place.");
  default:
    return PHRASE("This key does nothing.");
  }
}
