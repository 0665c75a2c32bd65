/* Keys: what terminals send, and what they ask for. */

#include "unit.h"

#include "control/keys.h"

#include <stdio.h>
#include <string.h>

static size_t decode_all(const char *bytes, uint32_t *keys, size_t most)
{
  struct key_decoder decoder = {0};
  size_t count = 0;
  for (size_t i = 0; bytes[i]; i++) {
    uint32_t key;
    if (key_decode(&decoder, (unsigned char)bytes[i], &key) && count < most) {
      keys[count++] = key;
    }
  }
  uint32_t key;
  if (key_decode_rest(&decoder, &key) && count < most) {
    keys[count++] = key;
  }
  return count;
}

static uint32_t decode_one(const char *bytes)
{
  uint32_t keys[8];
  assert_int_equal(decode_all(bytes, keys, 8), 1);
  return keys[0];
}

static void terminals_send_many_things(void **state)
{
  (void)state;
  static const struct {
    const char *bytes;
    uint32_t key;
  } cases[] = {
      {" ", ' '},
      {"\r", KEY_ENTER},
      {"\n", KEY_ENTER},
      {"\x1b", KEY_ESCAPE},
      {"\x1b[A", KEY_UP},
      {"\x1b[B", KEY_DOWN},
      {"\x1b[C", KEY_RIGHT},
      {"\x1b[D", KEY_LEFT},
      {"\x1bOC", KEY_RIGHT},
      {"\x1b[1;2C", KEY_RIGHT},
      {"\x1b[2~", KEY_INSERT},
      {"\x1b[E", KEY_CENTRE},
      {"\x1bOP", KEY_F1},
      {"\x1b[11~", KEY_F1},
      {"\x1b[[A", KEY_F1},
      {"\x1b[[B", KEY_UNKNOWN},
      {"\x1b[15~", KEY_UNKNOWN},
      {"\x1bOr", '2'},
      {"\x1bOk", '+'},
      {"\x1bOM", KEY_ENTER},
      {"\x1bx", KEY_UNKNOWN},
      {"\x1b[", KEY_UNKNOWN},
      {"\x7f", KEY_UNKNOWN},
      {"\t", KEY_UNKNOWN},
      {"\xc3\xa9", 0xe9},
      {"\xe0\xa4\xb9", 0x939},
      {"\xff", KEY_UNKNOWN},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
    assert_int_equal(decode_one(cases[i].bytes), cases[i].key);
  }
}

static void keys_follow_each_other(void **state)
{
  (void)state;
  uint32_t keys[8];
  assert_int_equal(decode_all("n\x1b[C \x1bOA\x1b", keys, 8), 5);
  const uint32_t expected[] = {'n', KEY_RIGHT, ' ', KEY_UP, KEY_ESCAPE};
  assert_memory_equal(keys, expected, sizeof(expected));
}

static void endless_sequences_end(void **state)
{
  (void)state;
  struct key_decoder decoder = {0};
  uint32_t key = 0;
  size_t keys = 0;
  key_decode(&decoder, 0x1b, &key);
  key_decode(&decoder, '[', &key);
  for (int i = 0; i < 1000; i++) {
    keys += key_decode(&decoder, '1', &key);
  }
  assert_true(keys > 0);
  key_decode_rest(&decoder, &key);
  assert_true(key_decode(&decoder, 'n', &key));
  assert_int_equal(key, 'n');
}

static void no_bytes_hurt(void **state)
{
  (void)state;
  struct key_decoder decoder = {0};
  uint32_t seed = 1;
  for (int i = 0; i < 200000; i++) {
    seed = seed * 1664525u + 1013904223u;
    uint32_t key = 0;
    if (key_decode(&decoder, (unsigned char)(seed >> 24), &key)) {
      assert_true(key <= KEY_UNKNOWN);
    }
  }
}

static void every_row_is_found_by_each_of_its_keys(void **state)
{
  (void)state;
  const struct keymap keymap = {0};
  for (const struct key_row *row = key_rows; row->name; row++) {
    for (size_t i = 0; i < KEYS_A_ROW && row->codes[i]; i++) {
      assert_int_equal(keymap_find(&keymap, row->codes[i]), row->request);
    }
    assert_string_not_equal(row->help, request_help(REQUEST_UNKNOWN_KEY));
  }
  assert_int_equal(keymap_find(&keymap, 'z'), REQUEST_UNKNOWN_KEY);
  assert_int_equal(keymap_find(&keymap, '6'), REQUEST_NEXT);
  assert_int_equal(keymap_find(&keymap, KEY_ESCAPE), REQUEST_QUIT);
}

static void the_listener_may_choose_keys(void **state)
{
  (void)state;
  struct keymap keymap = {0};
  assert_true(keymap_set(&keymap, "pause", "x"));
  assert_true(keymap_set(&keymap, "next", "Space"));
  assert_true(keymap_set(&keymap, "where", "\xc3\xa9"));
  assert_false(keymap_set(&keymap, "paws", "x"));
  assert_false(keymap_set(&keymap, "pause", "spaec"));
  assert_false(keymap_set(&keymap, "pause", ""));
  assert_false(keymap_set(&keymap, "pause", "\x07"));
  assert_int_equal(keymap_find(&keymap, 'x'), REQUEST_TOGGLE);
  assert_int_equal(keymap_find(&keymap, ' '), REQUEST_NEXT);
  assert_int_equal(keymap_find(&keymap, 0xe9), REQUEST_WHERE);
  assert_int_equal(keymap_find(&keymap, KEY_RIGHT), REQUEST_NEXT);
}

static void too_many_changes_are_refused(void **state)
{
  (void)state;
  struct keymap keymap = {0};
  for (int i = 0; i < 64; i++) {
    assert_true(keymap_set(&keymap, "pause", "x"));
  }
  assert_false(keymap_set(&keymap, "pause", "x"));
}

static const char *called(const struct keymap *keymap,
                          enum request_kind request, const char *language)
{
  static char name[32];
  struct text text = {0};
  keymap_append_key(keymap, request, phrases_for(language), &text);
  snprintf(name, sizeof(name), "%s", text_string(&text));
  text_finish(&text);
  return name;
}

static void keys_are_called_as_the_listener_has_them(void **state)
{
  (void)state;
  struct keymap keymap = {0};
  assert_string_equal(called(NULL, REQUEST_TOGGLE, "en"), "space");
  assert_string_equal(called(&keymap, REQUEST_QUIT, "en"), "Escape");
  assert_string_equal(called(&keymap, REQUEST_TOGGLE, "fr"), "espace");
  keymap_set(&keymap, "pause", "x");
  assert_string_equal(called(&keymap, REQUEST_TOGGLE, "en"), "space");
  keymap_set(&keymap, "next", "space");
  assert_string_equal(called(&keymap, REQUEST_TOGGLE, "en"), "0");
  keymap_set(&keymap, "next", "0");
  keymap_set(&keymap, "next", "insert");
  assert_string_equal(called(&keymap, REQUEST_TOGGLE, "en"), "x");
  keymap_set(&keymap, "pause", "\xc3\xa9");
  keymap_set(&keymap, "next", "x");
  assert_string_equal(called(&keymap, REQUEST_TOGGLE, "en"), "\xc3\xa9");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(terminals_send_many_things),
      cmocka_unit_test(keys_follow_each_other),
      cmocka_unit_test(endless_sequences_end),
      cmocka_unit_test(no_bytes_hurt),
      cmocka_unit_test(every_row_is_found_by_each_of_its_keys),
      cmocka_unit_test(the_listener_may_choose_keys),
      cmocka_unit_test(too_many_changes_are_refused),
      cmocka_unit_test(keys_are_called_as_the_listener_has_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
