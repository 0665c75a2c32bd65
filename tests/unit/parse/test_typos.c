/* Every word of the language, typed with one wrong letter, is recognised. */

#include "base/text.h"
#include "script/words.h"
#include "support/loaded.h"

#include <string.h>

/* The example of a word as a routine of its own. */
static void append_routine(enum word word, const char *line, struct text *out)
{
  const struct word_entry *entry = word_entry(word);
  const bool in_span =
      entry->places == PLACE_DURING || word == WORD_BEFORE_THE_END;
  const bool in_reps = entry->places == PLACE_REPS;
  if (in_span || in_reps) {
    text_append_format(out, "%s\n%s\nend\n",
                       in_span ? "during 9 minutes" : "reps 2", line);
  } else if (word == WORD_END || word == WORD_OTHERWISE) {
    text_append_format(out, "%s\n%s\nend\n",
                       word == WORD_END ? "repeat 2 times" : "when a is b",
                       line);
  } else {
    text_append_format(out, "%s\n", line);
  }
}

/* Where a line has a spelling as whole words; only what begins lines is looked
   for at the start. */
static char *find_words(char *line, const char *spelling, bool at_start)
{
  const size_t length = strlen(spelling);
  for (char *found = strstr(line, spelling); found;
       found = strstr(found + 1, spelling)) {
    const bool begins = found == line ? at_start : found[-1] == ' ';
    if (begins && strchr(" ,", found[length])) {
      return found;
    }
  }
  return NULL;
}

/* The line of the example that has the word, with the letter at `place` of it
   replaced; false when there is no such letter. */
static bool spoil(enum word word, size_t place, char letter, char line[200])
{
  const struct word_entry *entry = word_entry(word);
  const size_t length = strcspn(entry->example, "\n");
  snprintf(line, 200, "%.*s", (int)length, entry->example);
  char *found = find_words(line, entry->spelling, entry->kind < WORD_KIND_PART);
  if (!found || place >= strlen(entry->spelling) || found[place] == ' ' ||
      found[place] == letter) {
    return false;
  }
  found[place] = letter;
  return true;
}

/* "license" is a way to write "licence", and what follows "background" may be
   any name. */
static bool is_no_mistake(enum word word, const char *line)
{
  return word_is_spelled(word, line, strcspn(line, " ")) ||
         word == WORD_QUIET || word == WORD_SOFT || word == WORD_FULL ||
         word == WORD_OFF;
}

static void assert_suggested(enum word word, const char *line)
{
  struct text routine = {0};
  struct loaded loaded;
  char wanted[80];
  append_routine(word, line, &routine);
  snprintf(wanted, sizeof(wanted), "Did you mean \"%s\"?",
           word_entry(word)->spelling);
  loaded_init(&loaded, text_string(&routine));
  bool suggested = false;
  for (size_t i = 0; i < loaded.diagnostics.count; i++) {
    suggested =
        suggested || strstr(loaded.diagnostics.items[i].message, wanted);
  }
  if (!suggested) {
    print_error("%s\nwanted: %s\nsaid: %s\n", text_string(&routine), wanted,
                loaded.diagnostics.count > 0
                    ? loaded.diagnostics.items[0].message
                    : "nothing");
  }
  assert_true(suggested);
  loaded_finish(&loaded);
  text_finish(&routine);
}

/* Where one wrong letter makes a word that people mean, no guess is better than
   a wrong one. */
static bool is_meant(const char *line)
{
  static const char *const words[] = {"stop ", "part ", "set "};
  bool meant = false;
  for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
    meant = meant || strncmp(line, words[i], strlen(words[i])) == 0;
  }
  return meant;
}

static void one_wrong_letter_gets_the_right_word(void **state)
{
  (void)state;
  size_t tried = 0;
  for (enum word word = WORD_NONE + 1; word < WORD_AFTER_LAST; word++) {
    for (size_t place = 0; place < strlen(word_entry(word)->spelling);
         place++) {
      for (char letter = 'a'; letter <= 'z'; letter++) {
        char line[200];
        if (spoil(word, place, letter, line) && !is_no_mistake(word, line) &&
            !is_meant(line)) {
          assert_suggested(word, line);
          tried++;
        }
      }
    }
  }
  assert_true(tried > 5000);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_wrong_letter_gets_the_right_word),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
