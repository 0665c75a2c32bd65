/* UTF-8 against the tables of the Unicode standard. */

#include "unit.h"

#include "base/utf8.h"

#include <string.h>

static void every_scalar_value_survives_the_round_trip(void **state)
{
  (void)state;
  for (uint32_t code = 0; code <= 0x10FFFF; code++) {
    if (code >= 0xD800 && code < 0xE000) {
      continue;
    }
    char bytes[4];
    const size_t length = utf8_encode(code, bytes);
    uint32_t decoded = 0;
    assert_int_equal(utf8_decode(bytes, length, &decoded), length);
    assert_int_equal(decoded, code);
    assert_int_equal(utf8_find_malformed(bytes, length), length);
  }
}

static void lengths_follow_the_standard(void **state)
{
  (void)state;
  char bytes[4];
  assert_int_equal(utf8_encode('a', bytes), 1);
  assert_int_equal(utf8_encode(0x7FF, bytes), 2);
  assert_int_equal(utf8_encode(0x800, bytes), 3);
  assert_int_equal(utf8_encode(0x10000, bytes), 4);
}

static void what_is_no_scalar_value_becomes_the_replacement(void **state)
{
  (void)state;
  char bytes[4];
  assert_int_equal(utf8_encode(0xD800, bytes), 3);
  assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
  assert_int_equal(utf8_encode(0x110000, bytes), 3);
  assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void malformed_bytes_are_found_where_they_stand(void **state)
{
  (void)state;
  static const char *const malformed[] = {
      "\xC0\x80",         /* overlong */
      "\xE0\x80\x80",     /* overlong */
      "\xF0\x80\x80\x80", /* overlong */
      "\xED\xA0\x80",     /* surrogate */
      "\xF4\x90\x80\x80", /* past U+10FFFF */
      "\xF5\x80\x80\x80", /* past U+10FFFF */
      "\x80",             /* continuation alone */
      "\xE2\x82",         /* cut short */
      "\xE2\x82\x41",     /* third byte is no continuation */
      "\xF0\x9F\x98\xC0", /* fourth byte is no continuation */
      "\xFF",
  };
  for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
    char bytes[16] = "ok";
    strcat(bytes, malformed[i]);
    assert_int_equal(utf8_find_malformed(bytes, strlen(bytes)), 2);
    uint32_t code = 0;
    assert_int_equal(utf8_decode(bytes + 2, strlen(bytes + 2), &code), 1);
    assert_int_equal(code, UTF8_REPLACEMENT);
  }
}

static void counting_counts_code_points(void **state)
{
  (void)state;
  const char text[] = "Atme \xC3\xBC\x62\x65r \xE2\x82\xAC \xFF";
  assert_int_equal(utf8_count(text, sizeof(text) - 1), 13);
  assert_int_equal(utf8_count(text, 0), 0);
}

static void controls_are_told_from_letters(void **state)
{
  (void)state;
  static const uint32_t controls[] = {0,      7,      0x1B,   0x1F,   0x7F,
                                      0x9B,   0x61C,  0x200E, 0x202A, 0x202E,
                                      0x2066, 0x2069, 0x200F};
  for (size_t i = 0; i < sizeof(controls) / sizeof(controls[0]); i++) {
    assert_true(utf8_is_control(controls[i]));
  }
  static const uint32_t letters[] = {' ',    'a',    0xA0,   0xE9,
                                     0x2029, 0x202F, 0x2065, 0x206A};
  for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
    assert_false(utf8_is_control(letters[i]));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_scalar_value_survives_the_round_trip),
      cmocka_unit_test(lengths_follow_the_standard),
      cmocka_unit_test(what_is_no_scalar_value_becomes_the_replacement),
      cmocka_unit_test(malformed_bytes_are_found_where_they_stand),
      cmocka_unit_test(counting_counts_code_points),
      cmocka_unit_test(controls_are_told_from_letters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
