/* Text from outside, made safe for each kind of reader. */

#include "unit.h"

#include "base/plain.h"

#include <stdlib.h>

/* Latin-1, ESC, the one-byte and the two-byte CSI, a line feed and a
   right-to-left override. */
#define HOSTILE "a\xE9\x1B[2Jb\x9B\xC2\x9B\nc\xE2\x80\xAE"
#define MALFORMED "\xEF\xBF\xBD"

static void expect(void (*append)(struct text *out, const char *text),
                   const char *text, const char *expected)
{
  struct text out = {0};
  append(&out, text);
  assert_string_equal(text_string(&out), expected);
  text_finish(&out);
}

static void plain_text_is_one_line_of_utf8_without_controls(void **state)
{
  (void)state;
  expect(plain_append, HOSTILE, "a" MALFORMED "[2Jb" MALFORMED " c");
  expect(plain_append, "V\xE1\xB9\x9Bk\xE1\xB9\xA3\xC4\x81sana, 2\xC2\xB0",
         "V\xE1\xB9\x9Bk\xE1\xB9\xA3\xC4\x81sana, 2\xC2\xB0");
  expect(plain_append, "cut short \xE2\x80", "cut short " MALFORMED MALFORMED);
  expect(plain_append, "one\r\n\ttwo three\n\n", "one two three");
  expect(plain_append, "", "");
}

static void markup_is_escaped(void **state)
{
  (void)state;
  expect(plain_append_escaped, "<b>A & B</b>\x1B-->",
         "&lt;b&gt;A &amp; B&lt;/b&gt;--&gt;");
}

static void formats_without_escapes_get_brackets_that_mark_nothing(void **state)
{
  (void)state;
  expect(plain_append_unmarked, "<b>One</b> [00:09.00] {\\an8}\n",
         "\u2039b\u203AOne\u2039/b\u203A (00:09.00) (\\an8)");
}

static void quotation_marks_within_quotation_marks_are_apostrophes(void **state)
{
  (void)state;
  expect(plain_append_quoted, "the \"cat\"\n", "\"the 'cat'\"");
}

static void a_path_stays_one_line_of_a_playlist(void **state)
{
  (void)state;
  expect(plain_append_entry, "a\nb-001.ogg", "a%0Ab-001.ogg");
  expect(plain_append_entry, "caf\xE9\xC2\x85.ogg", "caf%E9%C2%85.ogg");
  expect(plain_append_entry, "caf\xC3\xA9 50%.ogg", "caf\xC3\xA9 50%.ogg");
  expect(plain_append_entry, "#EXT.ogg", "./#EXT.ogg");
}

/* What the printing functions wrote into a stream of memory. */
struct printed {
  char *bytes;
  size_t length;
  FILE *stream;
};

static void printed_init(struct printed *printed)
{
  *printed = (struct printed){0};
  printed->stream = open_memstream(&printed->bytes, &printed->length);
  assert_non_null(printed->stream);
}

static void printed_are(struct printed *printed, const char *expected)
{
  fclose(printed->stream);
  assert_string_equal(printed->bytes, expected);
  free(printed->bytes);
}

static void a_terminal_gets_no_orders(void **state)
{
  (void)state;
  struct printed printed;
  printed_init(&printed);
  plain_print(printed.stream, HOSTILE);
  printed_are(&printed, "a" MALFORMED "[2Jb" MALFORMED " c");
  printed_init(&printed);
  plain_print_lines(printed.stream, "one\n\x1Btwo\n");
  printed_are(&printed, "one\ntwo\n");
  printed_init(&printed);
  plain_print_format(printed.stream, "%s, line %d.\n", "b\x1B\nc", 7);
  printed_are(&printed, "b c, line 7.\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_text_is_one_line_of_utf8_without_controls),
      cmocka_unit_test(markup_is_escaped),
      cmocka_unit_test(formats_without_escapes_get_brackets_that_mark_nothing),
      cmocka_unit_test(quotation_marks_within_quotation_marks_are_apostrophes),
      cmocka_unit_test(a_path_stays_one_line_of_a_playlist),
      cmocka_unit_test(a_terminal_gets_no_orders),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
