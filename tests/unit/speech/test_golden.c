/* What is written and what is said for it, a golden file a language. */

#include "unit.h"

#include "base/text.h"
#include "speech/sentences.h"
#include "speech/speech.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARTS " => "

/* Every sentence of a text as it is said, with bars between them. */
static void append_spoken(const char *text, const char *language,
                          struct text *out)
{
  struct sentence sentence;
  while (sentence_next(&text, language, &sentence)) {
    char *written = strndup(sentence.bytes, sentence.length);
    text_append(out, out->length > 0 ? " | " : "");
    speech_append_spoken(written, language, out);
    free(written);
  }
}

/* Tells of a line that is said otherwise; false for it. */
static bool check_line(const char *language, int number, char *line)
{
  char *parts = strstr(line, PARTS);
  assert_non_null(parts);
  *parts = '\0';
  struct text spoken = {0};
  append_spoken(line, language, &spoken);
  const bool right = strcmp(text_string(&spoken), parts + strlen(PARTS)) == 0;
  if (!right) {
    print_error("%s, line %d: \"%s\" is said as \"%s\", not \"%s\".\n",
                language, number, line, text_string(&spoken),
                parts + strlen(PARTS));
  }
  text_finish(&spoken);
  return right;
}

/* Returns how many lines were right. */
static int check_file(const char *path, int *wrong)
{
  char language[16] = "";
  assert_int_equal(sscanf(strrchr(path, '/') + 1, "%15[^.]", language), 1);
  FILE *file = fopen(path, "r");
  assert_non_null(file);
  char line[4096];
  int number = 0;
  int count = 0;
  while (fgets(line, sizeof(line), file)) {
    number++;
    line[strcspn(line, "\n")] = '\0';
    if (line[0] && line[0] != '#') {
      const bool right = check_line(language, number, line);
      count += right;
      *wrong += !right;
    }
  }
  fclose(file);
  return count;
}

static bool is_shipped(const char *path)
{
  static const char *const languages[] = {"/en.", "/de.", "/es.", "/fr.",
                                          "/hi."};
  for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
    if (strstr(path, languages[i])) {
      return true;
    }
  }
  return false;
}

static void every_line_is_said_as_it_should_be(void **state)
{
  (void)state;
  char pattern[4096];
  snprintf(pattern, sizeof(pattern), "%s/speech/*.txt", getenv("SUPINE_TESTS"));
  glob_t found;
  assert_int_equal(glob(pattern, 0, NULL, &found), 0);
  const size_t languages = found.gl_pathc;
  int wrong = 0;
  int short_files = 0;
  for (size_t i = 0; i < languages; i++) {
    const int count = check_file(found.gl_pathv[i], &wrong);
    short_files += count < (is_shipped(found.gl_pathv[i]) ? 60 : 25);
  }
  globfree(&found);
  assert_int_equal(wrong, 0);
  assert_int_equal(short_files, 0);
  assert_int_equal(languages, 15);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_line_is_said_as_it_should_be),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
