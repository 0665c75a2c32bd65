/* Looks things up in the tables of the languages. */

#include "speech/rules.h"
#include "speech/unit_words.h"

#include <string.h>
#include <strings.h>

static bool is_letter(char byte)
{
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

const struct speech_rules *speech_rules_for(const char *language)
{
  const struct speech_rules *rules = speech_languages;
  while (rules->language[0] &&
         (strncasecmp(rules->language, language, 2) != 0 ||
          is_letter(language[2]))) {
    rules++;
  }
  return rules;
}

/* A form of one letter is a symbol, whose case counts ("5 m", not "5 M"). */
static bool is_written(const char *unit, const char *written, size_t length)
{
  return strlen(unit) == length &&
         (length == 1 ? *unit == *written
                      : strncasecmp(unit, written, length) == 0);
}

static enum measure find_unit(const struct speech_unit *units,
                              const char *written, size_t length)
{
  for (; units && units->written; units++) {
    if (is_written(units->written, written, length)) {
      return units->measure;
    }
  }
  return MEASURE_COUNT;
}

enum measure speech_rules_unit(const struct speech_rules *rules,
                               const char *written, size_t length)
{
  const enum measure own = find_unit(rules->units, written, length);
  return own != MEASURE_COUNT ? own
                              : find_unit(speech_every_unit, written, length);
}

bool speech_rules_lists(const char *const *list, const char *word,
                        size_t length)
{
  for (; list && *list; list++) {
    if (strlen(*list) == length && strncasecmp(*list, word, length) == 0) {
      return true;
    }
  }
  return false;
}

bool speech_rules_may_order(const struct speech_rules *rules, const char *begin,
                            const char *figures)
{
  const char *end = figures;
  while (end > begin && end[-1] == ' ') {
    end--;
  }
  const char *word = end;
  while (word > begin && word[-1] != ' ') {
    word--;
  }
  return rules->ordinal_points &&
         !speech_rules_lists(rules->numbered, word, (size_t)(end - word));
}
