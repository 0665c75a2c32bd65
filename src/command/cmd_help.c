/* supine help: the commands, or one of them with its options. */

#include "base/text.h"
#include "command/table.h"
#include "control/keys.h"

#include <stdio.h>
#include <string.h>

#define HELP_COLUMN 24
#define LINE_COLUMNS 80

/* Prints words from `column` on, breaking lines where they would be too long.
 */
static void print_wrapped(const char *words, int column)
{
  int at = column;
  while (*words) {
    const int length = (int)strcspn(words, " ");
    if (at > column && at + 1 + length > LINE_COLUMNS) {
      printf("\n%*s", column, "");
      at = column;
    } else if (at > column) {
      putchar(' ');
      at++;
    }
    printf("%.*s", length, words);
    at += length;
    words += length;
    words += *words == ' ';
  }
  putchar('\n');
}

/* What follows a name of which `written` columns have been printed. */
static void print_meaning(int written, const char *help)
{
  if (written < HELP_COLUMN - 1) {
    printf("%*s", HELP_COLUMN - written, "");
  } else {
    printf("\n%*s", HELP_COLUMN, "");
  }
  print_wrapped(help, HELP_COLUMN);
}

static void print_option(const struct option *option)
{
  const int written =
      printf("  %s%s%s", option->name, option->argument ? " " : "",
             option->argument ? option->argument : "");
  print_meaning(written, option->help);
}

static void print_options(const struct option *options)
{
  for (; options && options->name; options++) {
    print_option(options);
  }
}

static const struct option help_option = {.name = "-h, --help",
                                          .help = "show this help"};

static void print_keys(void)
{
  puts("Keys while a session plays, digits on the numeric pad too:");
  for (const struct key_row *row = key_rows; row->name; row++) {
    const bool differs = row->pad[0] && strcmp(row->pad, row->keys) != 0;
    const int written = printf("  %s%s%s", row->keys, differs ? ", " : "",
                               differs ? row->pad : "");
    print_meaning(written, row->help);
  }
}

/* What the listener's own keys are given to. */
static void print_key_names(void)
{
  struct text names = {0};
  text_append(&names, "Names of these for [keys] in the configuration:");
  for (const struct key_row *row = key_rows; row->name; row++) {
    text_append_format(&names, " %s%s", row->name, row[1].name ? "," : ".");
  }
  putchar('\n');
  print_wrapped(text_string(&names), 0);
  text_finish(&names);
}

void command_print_help(const struct command *command)
{
  printf("supine %s%s%s\n\n%s.\n\nOptions:\n", command->name,
         command->arguments[0] ? " " : "", command->arguments,
         command->summary);
  print_options(command->options);
  print_option(&help_option);
  if (command->takes_session_options) {
    puts("\nSession options:");
    print_options(session_option_table);
  }
  if (command->takes_keys) {
    putchar('\n');
    print_keys();
  }
}

static void print_commands(void)
{
  puts("Supine leads you through exercise with sound alone.\n\nCommands:");
  for (const struct command *const *next = commands; *next; next++) {
    printf("  supine %s%s%s\n      ", (*next)->name,
           (*next)->arguments[0] ? " " : "", (*next)->arguments);
    print_wrapped((*next)->summary, 6);
  }
  puts("\nType \"supine help COMMAND\" for the options of a command, and "
       "\"supine help\nkeys\" for the keys while a session plays.");
}

static int run(int argc, char **argv)
{
  struct parsed parsed = {0};
  int exit_status = EXIT_DONE;
  if (!options_parse(&command_help, argc, argv, &parsed, &exit_status)) {
    return exit_status;
  }
  if (parsed.operand_count > 1) {
    return usage_error(&command_help, "Help takes one command at most.");
  }
  if (parsed.operand_count == 0) {
    print_commands();
    return EXIT_DONE;
  }
  if (strcmp(parsed.operands[0], "keys") == 0) {
    print_keys();
    print_key_names();
    return EXIT_DONE;
  }
  const struct command *command = command_find(parsed.operands[0]);
  if (!command) {
    return command_unknown(parsed.operands[0]);
  }
  command_print_help(command);
  return EXIT_DONE;
}

const struct command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Shows the commands, one of them with its options, or the keys",
    .run = run,
};
