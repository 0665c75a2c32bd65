/* Reads and writes options by their tables. */

#include "session/options.h"

#include "base/frames.h"
#include "base/nearest.h"
#include "base/vector.h"
#include "plan/plan_options.h"
#include "terms/duration.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Reading --- */

static enum status refuse(struct option_line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static enum status refuse(struct option_line *line, const char *format, ...)
{
  char *sentence = NULL;
  va_list arguments;
  va_start(arguments, format);
  const int length = vasprintf(&sentence, format, arguments);
  va_end(arguments);
  if (length < 0) {
    return STATUS_NO_MEMORY;
  }
  text_append(&line->wrong, sentence);
  free(sentence);
  return STATUS_BAD_ARGUMENT;
}

static const struct option *find(const struct option *table, const char *typed,
                                 size_t length)
{
  for (; table && table->name; table++) {
    if (strncmp(table->name, typed, length) == 0 &&
        table->name[length] == '\0') {
      return table;
    }
  }
  return NULL;
}

/* The option, and the struct that it fills. */
static const struct option *find_target(const struct option_target *targets,
                                        const char *typed, size_t length,
                                        void **into)
{
  const struct option *found = NULL;
  for (; !found && targets->table; targets++) {
    found = find(targets->table, typed, length);
    *into = targets->into;
  }
  return found;
}

const struct option *options_find(const struct option_target *targets,
                                  const char *typed, size_t length)
{
  void *into;
  return find_target(targets, typed, length, &into);
}

static enum status refuse_unknown(struct option_line *line, const char *typed)
{
  struct nearest search = {.typed = typed};
  for (const struct option_target *target = line->targets; target->table;
       target++) {
    for (const struct option *next = target->table; next->name; next++) {
      nearest_consider(&search, next->name);
    }
  }
  nearest_consider(&search, "--help");
  return search.nearest
             ? refuse(line, "There is no option \"%s\". Did you mean \"%s\"?",
                      typed, search.nearest)
             : refuse(line, "There is no option \"%s\".", typed);
}

static enum status take_number(struct option_line *line,
                               const struct option *option, const char *value,
                               int *field)
{
  char *end = NULL;
  errno = 0;
  const long number = strtol(value, &end, 10);
  if (errno != 0 || end == value || *end != '\0' || number < option->least ||
      number > option->most) {
    return refuse(line, "%s takes a whole number from %d to %d, not \"%s\".",
                  option->name, option->least, option->most, value);
  }
  *field = (int)number;
  return STATUS_OK;
}

static enum status take_duration(struct option_line *line,
                                 const struct option *option, const char *value,
                                 int64_t *field)
{
  return duration_read_frames(value, field)
             ? STATUS_OK
             : refuse(line,
                      "%s takes a duration with its unit, not \"%s\". "
                      "Example: %s 20m, or %s \"20 minutes\".",
                      option->name, value, option->name, option->name);
}

/* Keeps "NAME=VALUE" as two strings in one piece of heap, the name first. */
static enum status take_setting(struct option_line *line,
                                const struct option *option, const char *value,
                                struct plan_options *options)
{
  const char *equals = strchr(value, '=');
  if (!equals || equals == value || equals[1] == '\0') {
    return refuse(line,
                  "%s takes NAME=VALUE, not \"%s\". Example: %s length=60s.",
                  option->name, value, option->name);
  }
  struct plan_setting *grown = reallocarray(
      (void *)options->settings, options->setting_count + 1, sizeof(*grown));
  char *name = grown ? strdup(value) : NULL;
  if (grown) {
    options->settings = grown;
  }
  if (!name) {
    return STATUS_NO_MEMORY;
  }
  name[equals - value] = '\0';
  grown[options->setting_count].name = name;
  grown[options->setting_count].value = name + (equals - value) + 1;
  options->setting_count++;
  return STATUS_OK;
}

static enum status refuse_missing(struct option_line *line,
                                  const struct option *option)
{
  return refuse(line, "%s needs a value: %s.", option->name, option->argument);
}

static enum status take(struct option_line *line, const struct option *option,
                        const char *value, void *into)
{
  assert(into);
  void *field = (char *)into + option->offset;
  switch (option->kind) {
  case OPTION_FLAG:
    *(bool *)field = true;
    break;
  case OPTION_CHOICE:
    *(int *)field = option->least;
    break;
  case OPTION_NUMBER:
    return take_number(line, option, value, field);
  case OPTION_DURATION:
    return take_duration(line, option, value, field);
  case OPTION_TEXT:
    if (*value == '\0') {
      return refuse_missing(line, option);
    }
    *(const char **)field = value;
    break;
  case OPTION_SETTING:
    return take_setting(line, option, value, field);
  }
  return STATUS_OK;
}

/* Finds the option that a word begins with, and what is attached to it:
   "--fit=20m", "-o=FILE" or "-oFILE"; NULL when nothing is. */
static const struct option *find_typed(const struct option_target *targets,
                                       const char *typed, const char **attached,
                                       void **into)
{
  const size_t length = strcspn(typed, "=");
  const struct option *option = find_target(targets, typed, length, into);
  *attached = typed[length] == '=' ? typed + length + 1 : NULL;
  if (!option && typed[1] != '-' && typed[2] != '\0') {
    option = find_target(targets, typed, 2, into);
    *attached = typed + 2;
  }
  return option;
}

/* Takes the option at words[*index] and its value, and moves on past them. */
static enum status take_at(struct option_line *line, char **words, int count,
                           int *index)
{
  const char *typed = words[(*index)++];
  const char *value = NULL;
  void *into = NULL;
  const struct option *option = find_typed(line->targets, typed, &value, &into);
  if (!option) {
    return refuse_unknown(line, typed);
  }
  if (value && !option->argument) {
    return refuse(line, "%s takes no value.", option->name);
  }
  if (!value && option->argument) {
    if (*index == count) {
      return refuse_missing(line, option);
    }
    value = words[(*index)++];
  }
  return take(line, option, value, into);
}

enum status options_read(struct option_line *line, char **words, int count)
{
  bool options_ended = false;
  enum status status = STATUS_OK;
  for (int index = 0; index < count && status == STATUS_OK;) {
    char *word = words[index];
    if (options_ended || word[0] != '-' || word[1] == '\0') {
      words[line->operand_count++] = word;
      index++;
    } else if (strcmp(word, "--") == 0) {
      options_ended = true;
      index++;
    } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
      line->wants_help = true;
      return STATUS_OK;
    } else {
      status = take_at(line, words, count, &index);
    }
  }
  return status;
}

/* --- Writing --- */

struct word_list {
  char **items;
  size_t count;
  size_t capacity;
};

/* Takes the text over; an empty one is no word. */
static void add_word(struct word_list *words, struct text *text)
{
  char *word = text_take(text);
  if (!word || !vector_reserve(&words->items, words->count, &words->capacity,
                               sizeof(*words->items))) {
    free(word);
    return;
  }
  words->items[words->count++] = word;
}

static void write_settings(const struct option *option,
                           const struct plan_options *plan,
                           struct word_list *words)
{
  for (size_t i = 0; i < plan->setting_count; i++) {
    struct text text = {0};
    text_append_format(&text, "%s=%s=%s", option->name, plan->settings[i].name,
                       plan->settings[i].value);
    add_word(words, &text);
  }
}

/* In three parts, since a number of the language has nine digits at most. */
static void write_duration(const struct option *option, int64_t frames,
                           struct text *text)
{
  const int64_t hour = (int64_t)FRAME_RATE * 3600;
  const int64_t minute = (int64_t)FRAME_RATE * 60;
  text_append_format(text,
                     "%s=%" PRId64 " hours %" PRId64 " minutes %.6f seconds",
                     option->name, frames / hour, frames % hour / minute,
                     seconds_from_frames(frames % minute));
}

/* Nothing where the value is what it was at first. */
static void write_option(const struct option *option, const void *value,
                         const void *initial, struct word_list *words)
{
  struct text text = {0};
  switch (option->kind) {
  case OPTION_FLAG:
    if (*(const bool *)value && !*(const bool *)initial) {
      text_append(&text, option->name);
    }
    break;
  case OPTION_CHOICE:
    if (*(const int *)value == option->least &&
        *(const int *)initial != option->least) {
      text_append(&text, option->name);
    }
    break;
  case OPTION_NUMBER:
    if (*(const int *)value != *(const int *)initial) {
      text_append_format(&text, "%s=%d", option->name, *(const int *)value);
    }
    break;
  case OPTION_DURATION:
    if (*(const int64_t *)value != *(const int64_t *)initial) {
      write_duration(option, *(const int64_t *)value, &text);
    }
    break;
  case OPTION_TEXT:
    if (*(const char *const *)value) {
      text_append_format(&text, "%s=%s", option->name,
                         *(const char *const *)value);
    }
    break;
  case OPTION_SETTING:
    write_settings(option, value, words);
    break;
  }
  if (text.length > 0) {
    add_word(words, &text);
  }
  text_finish(&text);
}

void options_write(const struct option *table, const void *values,
                   const void *initial, char ***words, size_t *count)
{
  struct word_list made = {0};
  for (const struct option *option = table; option->name; option++) {
    write_option(option, (const char *)values + option->offset,
                 (const char *)initial + option->offset, &made);
  }
  *words = made.items;
  *count = made.count;
}
