/* Parses the command line by tables. */

#include "command/options.h"

#include "base/nearest.h"
#include "command/command.h"
#include "parse/duration.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whose command line is parsed, and who hears of mistakes. */
struct parsing {
  const struct command *command;
  FILE *errors;
};

static int complain(FILE *errors, const struct command *command,
                    const char *format, va_list arguments)
{
  vfprintf(errors, format, arguments);
  fprintf(errors, " Type \"supine help %s\" for help.\n", command->name);
  return EXIT_USAGE;
}

int usage_error_to(FILE *errors, const struct command *command,
                   const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  const int exit_status = complain(errors, command, format, arguments);
  va_end(arguments);
  return exit_status;
}

int usage_error(const struct command *command, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  const int exit_status = complain(stderr, command, format, arguments);
  va_end(arguments);
  return exit_status;
}

/* Finds the option whose name is the first `length` bytes of `typed`. */
static const struct option *find(const struct option *options,
                                 const char *typed, size_t length)
{
  for (; options && options->name; options++) {
    if (strncmp(options->name, typed, length) == 0 &&
        options->name[length] == '\0') {
      return options;
    }
  }
  return NULL;
}

const struct option *options_find(const struct command *command,
                                  const char *typed, size_t length)
{
  const struct option *own = find(command->options, typed, length);
  return own || !command->takes_session_options
             ? own
             : find(session_option_table, typed, length);
}

static void consider_all(struct nearest *search, const struct option *options)
{
  for (; options && options->name; options++) {
    nearest_consider(search, options->name);
  }
}

static int unknown_option(const struct parsing *parsing, const char *typed)
{
  struct nearest search = {.typed = typed};
  consider_all(&search, parsing->command->options);
  if (parsing->command->takes_session_options) {
    consider_all(&search, session_option_table);
  }
  nearest_consider(&search, "--help");
  return search.nearest
             ? usage_error_to(parsing->errors, parsing->command,
                              "There is no option \"%s\". Did you mean \"%s\"?",
                              typed, search.nearest)
             : usage_error_to(parsing->errors, parsing->command,
                              "There is no option \"%s\".", typed);
}

static int take_number(const struct parsing *parsing,
                       const struct option *option, const char *value,
                       int *field)
{
  char *end = NULL;
  errno = 0;
  const long number = strtol(value, &end, 10);
  if (errno != 0 || end == value || *end != '\0' || number < option->least ||
      number > option->most) {
    return usage_error_to(parsing->errors, parsing->command,
                          "%s takes a whole number from %d to %d, not \"%s\".",
                          option->name, option->least, option->most, value);
  }
  *field = (int)number;
  return EXIT_DONE;
}

static int take_duration(const struct parsing *parsing,
                         const struct option *option, const char *value,
                         int64_t *field)
{
  if (!duration_read_frames(value, field)) {
    return usage_error_to(parsing->errors, parsing->command,
                          "%s takes a duration with its unit, not \"%s\". "
                          "Example: %s 20m, or %s \"20 minutes\".",
                          option->name, value, option->name, option->name);
  }
  return EXIT_DONE;
}

/* Keeps "NAME=VALUE" as two strings in one piece of heap, the name first. */
static int take_setting(const struct parsing *parsing,
                        const struct option *option, const char *value,
                        struct plan_options *options)
{
  const char *equals = strchr(value, '=');
  if (!equals || equals == value || equals[1] == '\0') {
    return usage_error_to(parsing->errors, parsing->command,
                          "%s takes NAME=VALUE, not \"%s\". Example: %s "
                          "length=60s.",
                          option->name, value, option->name);
  }
  struct plan_setting *grown = reallocarray(
      (void *)options->settings, options->setting_count + 1, sizeof(*grown));
  char *name = grown ? strdup(value) : NULL;
  if (grown) {
    options->settings = grown;
  }
  if (!name) {
    fprintf(parsing->errors, "%s\n", status_text(STATUS_NO_MEMORY));
    return EXIT_FILE;
  }
  name[equals - value] = '\0';
  grown[options->setting_count].name = name;
  grown[options->setting_count].value = name + (equals - value) + 1;
  options->setting_count++;
  return EXIT_DONE;
}

static int needs_value(const struct parsing *parsing,
                       const struct option *option)
{
  return usage_error_to(parsing->errors, parsing->command,
                        "%s needs a value: %s.", option->name,
                        option->argument);
}

static int take(const struct parsing *parsing, const struct option *option,
                const char *value, void *into)
{
  void *field = (char *)into + option->offset;
  switch (option->kind) {
  case OPTION_FLAG:
    *(bool *)field = true;
    break;
  case OPTION_CHOICE:
    *(int *)field = option->least;
    break;
  case OPTION_NUMBER:
    return take_number(parsing, option, value, field);
  case OPTION_DURATION:
    return take_duration(parsing, option, value, field);
  case OPTION_TEXT:
    if (*value == '\0') {
      return needs_value(parsing, option);
    }
    *(const char **)field = value;
    break;
  case OPTION_SETTING:
    return take_setting(parsing, option, value, field);
  }
  return EXIT_DONE;
}

/* Finds the option that a word begins with, and what is attached to it:
   "--fit=20m", "-o=FILE" or "-oFILE"; NULL when nothing is. */
static const struct option *find_typed(const struct command *command,
                                       const char *typed, const char **attached)
{
  const size_t length = strcspn(typed, "=");
  const struct option *option = options_find(command, typed, length);
  *attached = typed[length] == '=' ? typed + length + 1 : NULL;
  if (!option && typed[1] != '-' && typed[2] != '\0') {
    option = options_find(command, typed, 2);
    *attached = typed + 2;
  }
  return option;
}

/* Takes the option at argv[*index] and its value, and moves on past them. */
static int take_at(const struct parsing *parsing, int argc, char **argv,
                   int *index, struct parsed *parsed)
{
  const char *typed = argv[(*index)++];
  const char *value = NULL;
  const struct option *option = find_typed(parsing->command, typed, &value);
  if (!option) {
    return unknown_option(parsing, typed);
  }
  if (value && !option->argument) {
    return usage_error_to(parsing->errors, parsing->command,
                          "%s takes no value.", option->name);
  }
  if (!value && option->argument) {
    if (*index == argc) {
      return needs_value(parsing, option);
    }
    value = argv[(*index)++];
  }
  const bool is_own = option == find(parsing->command->options, option->name,
                                     strlen(option->name));
  return take(parsing, option, value, is_own ? parsed->own : parsed->session);
}

bool options_parse(const struct command *command, int argc, char **argv,
                   struct parsed *parsed, int *exit_status)
{
  const struct parsing parsing = {
      .command = command, .errors = parsed->errors ? parsed->errors : stderr};
  bool options_ended = false;
  parsed->operands = argv + 1;
  parsed->operand_count = 0;
  for (int index = 1; index < argc;) {
    const char *word = argv[index];
    if (options_ended || word[0] != '-' || word[1] == '\0') {
      parsed->operands[parsed->operand_count++] = argv[index++];
    } else if (strcmp(word, "--") == 0) {
      options_ended = true;
      index++;
    } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
      command_print_help(command);
      *exit_status = EXIT_DONE;
      return false;
    } else {
      *exit_status = take_at(&parsing, argc, argv, &index, parsed);
      if (*exit_status != EXIT_DONE) {
        return false;
      }
    }
  }
  return true;
}
