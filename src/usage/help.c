/* Help, made from the tables. */

#include "usage/help.h"

#include "base/text.h"
#include "control/keys.h"
#include "usage/stage_table.h"

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

void help_print_keys(void)
{
  print_keys();
  print_key_names();
}

void help_print_command(const struct command *command)
{
  printf("supine %s%s%s\n\n%s.\n\nOptions:\n", command->name,
         command->arguments[0] ? " " : "", command->arguments,
         command->summary);
  print_options(command->options);
  print_options(command->plays ? stage_option_table : NULL);
  print_option(&help_option);
  if (command->takes_session_options) {
    puts("\nSession options:");
    print_options(session_option_table);
  }
  if (command->plays) {
    putchar('\n');
    print_keys();
  }
}

void help_print_commands(const struct command *const *commands)
{
  puts("Supine leads you through exercise with sound alone.\n\nCommands:");
  for (; *commands; commands++) {
    printf("  supine %s%s%s\n      ", (*commands)->name,
           (*commands)->arguments[0] ? " " : "", (*commands)->arguments);
    print_wrapped((*commands)->summary, 6);
  }
  puts("\nType \"supine help COMMAND\" for the options of a command, and "
       "\"supine help\nkeys\" for the keys while a session plays.");
}
